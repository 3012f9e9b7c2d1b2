package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import school.tandem.roster.SampleSchool;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The way to be rid of the sample school. */
@SpringComponent
@Order(0)
class SampleSection implements SettingsSection {

    private final ObjectProvider<SampleSchool> sample;
    private final Access access;

    SampleSection(ObjectProvider<SampleSchool> sample, Access access) {
        this.sample = sample;
        this.access = access;
    }

    @Override
    public boolean isShown(Place place) {
        return place.school().sample()
                && access.may(place.key().district(), Permission.EDIT_ROSTER)
                && sample.getIfAvailable() != null;
    }

    @Override
    public Component build(Place place, Runnable reload) {
        Texts texts = Texts.here();
        return new Panel(
                texts.get("roster.sample"),
                new Paragraph(texts.get("roster.sample.below")),
                Actions.secondary(texts.get("roster.sample.remove"), () -> remove(place)));
    }

    private void remove(Place place) {
        sample.getObject().remove(place.key().district());
        UI.getCurrent().navigate(CurrentPlace.WELCOME);
    }
}
