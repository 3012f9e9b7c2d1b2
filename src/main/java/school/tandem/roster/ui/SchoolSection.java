package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.ZoneId;
import org.springframework.core.annotation.Order;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.FormDialog;
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
        Div actions = new Div(Actions.secondary(texts.get("roster.change"), () -> change(school)));
        actions.addClassName("actions");
        return new Panel(
                texts.get("roster.school"),
                new Paragraph(
                        texts.get(
                                "roster.school.isIn",
                                "school",
                                school.name(),
                                "zone",
                                school.zone().getId())),
                actions);
    }

    /** Loads the page anew afterwards: the name stands in the shell, too. */
    private void change(School school) {
        Texts texts = Texts.here();
        TextField name = new TextField(texts.get("roster.school.name"), school.name(), "");
        var zone = Zones.field(texts.get("roster.zone"), school.zone());
        FormDialog dialog =
                new FormDialog(
                        texts.get("roster.school"),
                        texts.get("roster.save"),
                        () -> {
                            String chosen = zone.getValue();
                            schools.change(
                                    school.key(),
                                    name.getValue(),
                                    chosen == null ? school.zone() : ZoneId.of(chosen));
                            UI.getCurrent().getPage().reload();
                        });
        dialog.field("name", name);
        dialog.field("zone", zone);
        dialog.open();
    }
}
