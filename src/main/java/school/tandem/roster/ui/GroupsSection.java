package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import school.tandem.roster.StudentGroups;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Whether groups of students are kept, and what that means; for administrators of the district. */
@SpringComponent
@Order(4)
class GroupsSection implements SettingsSection {

    private final StudentGroups groups;
    private final Access access;

    GroupsSection(StudentGroups groups, Access access) {
        this.groups = groups;
        this.access = access;
    }

    @Override
    public boolean isShown(Place place) {
        return access.may(place.key().district(), Permission.EDIT_ROSTER);
    }

    @Override
    public Component build(Place place, Runnable reload) {
        Texts texts = Texts.here();
        LocalDate since = groups.keptSince(place.key());
        Panel panel =
                new Panel(
                        texts.get("roster.groups"),
                        new Paragraph(texts.get("roster.groups.what")),
                        new Paragraph(texts.get("roster.groups.how")));
        if (since == null) {
            return panel.with(
                    new Paragraph(texts.get("roster.groups.off")),
                    Actions.secondary(
                            texts.get("roster.groups.keep"),
                            () -> {
                                groups.keep(place.key().district());
                                reload.run();
                                Notices.done(texts.get("roster.groups.kept"));
                            }));
        }
        return panel.with(
                new Paragraph(
                        texts.get(
                                "roster.groups.on",
                                "day",
                                texts.date(since),
                                "students",
                                groups.students(place.key().district()))),
                new NativeDetails(
                        texts.get("roster.groups.stop"),
                        new Div(
                                new Paragraph(texts.get("roster.groups.stop.what")),
                                Actions.secondary(
                                        texts.get("roster.groups.forget"),
                                        () -> {
                                            groups.forget(place.key().district());
                                            reload.run();
                                            Notices.done(texts.get("roster.groups.forgotten"));
                                        }))));
    }
}
