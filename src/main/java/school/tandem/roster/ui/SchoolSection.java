package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.ZoneId;
import org.springframework.core.annotation.Order;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Form;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The school's name and time zone. */
@SpringComponent
@Order(2)
class SchoolSection implements SettingsSection {

    private final Schools schools;
    private final Access access;

    SchoolSection(Schools schools, Access access) {
        this.schools = schools;
        this.access = access;
    }

    @Override
    public boolean isShown(Place place) {
        return access.may(place.key(), Permission.EDIT_ROSTER);
    }

    @Override
    public Component build(Place place, Runnable reload) {
        Texts texts = Texts.here();
        School school = schools.find(place.key());
        TextField name = new TextField(texts.get("roster.school.name"), school.name(), "");
        var zone = Zones.field(texts.get("roster.zone"), school.zone());
        Form form =
                new Form(
                        texts.get("roster.save"),
                        () -> {
                            String chosen = zone.getValue();
                            schools.change(
                                    place.key(),
                                    name.getValue(),
                                    chosen == null ? school.zone() : ZoneId.of(chosen));
                            UI.getCurrent().getPage().reload();
                        });
        form.field("name", name);
        form.field("zone", zone);
        return new Panel(texts.get("roster.school"), form);
    }
}
