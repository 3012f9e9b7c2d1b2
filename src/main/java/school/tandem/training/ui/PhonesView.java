package school.tandem.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import school.tandem.training.KnownPhone;
import school.tandem.training.Phones;
import school.tandem.ui.Actions;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Empty;
import school.tandem.ui.Headline;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The phones that check staff in without an account; a lost one is forgotten here. */
@Route(PhonesView.ROUTE)
@PermitAll
class PhonesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "training/phones";

    private final transient CurrentPlace current;
    private final transient Phones phones;

    PhonesView(CurrentPlace current, Phones phones) {
        this.current = current;
        this.phones = phones;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(this::show);
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("training.phones");
    }

    private void show(Place place) {
        Texts texts = Texts.here();
        List<KnownPhone> known = phones.known(place.key());
        removeAll();
        add(
                new Headline(
                        texts.get("training.phones.headline", "count", known.size()),
                        texts.get("training.phones.below")));
        Div actions =
                new Div(
                        Actions.secondaryLink(
                                texts.get("training.all"), place.link(TrainingView.ROUTE)));
        actions.addClassName("actions");
        add(
                actions,
                known.isEmpty()
                        ? new Empty(texts.get("training.phones.none"))
                        : new Panel(
                                texts.get("training.phones"),
                                PhonesTable.of(known, one -> forget(place, one))));
    }

    private void forget(Place place, KnownPhone one) {
        phones.forget(place.key(), one.id());
        show(place);
        Notices.done(Texts.here().get("training.phones.forgotten", "name", one.name()));
    }
}
