package school.tandem.roster.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.Departments;
import school.tandem.roster.People;
import school.tandem.roster.StaffFields;
import school.tandem.roster.StaffMember;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Memberships.Standing;
import school.tandem.security.SchoolKey;
import school.tandem.ui.Actions;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Notices;
import school.tandem.ui.Texts;

/** Adds a member of staff, changes one, or says that they have left. */
@SpringComponent
class StaffDialog {

    private static final StaffFields NOBODY = new StaffFields("", "", "", StaffRole.TEACHER, null);

    private final People people;
    private final Departments departments;

    StaffDialog(People people, Departments departments) {
        this.people = people;
        this.departments = departments;
    }

    void add(SchoolKey key, Runnable then) {
        Texts texts = Texts.here();
        dialog(
                        key,
                        texts.get("roster.staff.add"),
                        NOBODY,
                        fields -> {
                            people.add(key, fields);
                            then.run();
                            Notices.done(
                                    texts.get("roster.staff.added", "name", fields.givenName()));
                        })
                .open();
    }

    void change(SchoolKey key, StaffMember member, Runnable then) {
        Texts texts = Texts.here();
        FormDialog dialog =
                dialog(
                        key,
                        member.name(),
                        fields(member),
                        fields -> {
                            people.change(key, member.id(), fields);
                            then.run();
                        });
        if (!member.manualFields().isEmpty()) {
            dialog.with(new Paragraph(texts.get("roster.staff.changedByHand")));
            dialog.withAction(
                    Actions.secondary(
                            texts.get("roster.staff.followSource"),
                            () -> {
                                people.followSource(key, member.id());
                                dialog.close();
                                then.run();
                            }));
        }
        dialog.withAction(
                Actions.secondary(
                        texts.get("roster.staff.left"),
                        () -> {
                            dialog.close();
                            end(key, member, then);
                        }));
        dialog.open();
    }

    private void end(SchoolKey key, StaffMember member, Runnable then) {
        people.end(key, member.id());
        then.run();
        String done =
                member.standing() == Standing.NONE
                        ? "roster.staff.ended"
                        : "roster.staff.endedWithAccount";
        Notices.done(
                Texts.here().get(done, "name", member.name()),
                () -> {
                    people.giveBack(key, member.id());
                    then.run();
                });
    }

    private FormDialog dialog(
            SchoolKey key, String title, StaffFields now, Consumer<StaffFields> save) {
        Texts texts = Texts.here();
        TextField given = new TextField(texts.get("roster.givenName"), now.givenName(), "");
        TextField family = new TextField(texts.get("roster.familyName"), now.familyName(), "");
        EmailField email = new EmailField(texts.get("roster.email"));
        email.setValue(now.email());
        Select<StaffRole> role = new Select<>();
        role.setLabel(texts.get("roster.staffRole"));
        role.setItems(StaffRole.values());
        role.setItemLabelGenerator(one -> texts.get("roster.staffRole." + one.code()));
        role.setValue(now.role());
        var department = new DepartmentField(departments.of(key), now.department());
        FormDialog dialog =
                new FormDialog(
                        title,
                        texts.get("roster.save"),
                        () ->
                                save.accept(
                                        new StaffFields(
                                                given.getValue(),
                                                family.getValue(),
                                                email.getValue(),
                                                role.getValue(),
                                                department.getValue())));
        dialog.field("givenName", given);
        dialog.field("familyName", family);
        dialog.field("email", email);
        dialog.field("role", role);
        dialog.field("name", department);
        return dialog;
    }

    private static StaffFields fields(StaffMember member) {
        @Nullable String email = member.email();
        return new StaffFields(
                member.givenName(),
                member.familyName(),
                email == null ? "" : email,
                member.role(),
                member.department());
    }
}
