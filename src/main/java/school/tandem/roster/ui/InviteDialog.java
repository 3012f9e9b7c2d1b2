package school.tandem.roster.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.function.Supplier;
import school.tandem.roster.Invitation;
import school.tandem.roster.Invitations;
import school.tandem.roster.StaffMember;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;
import school.tandem.ui.Actions;
import school.tandem.ui.Form;
import school.tandem.ui.Texts;

/** Asks for a role and shows the link of the invitation that comes of it. */
@SpringComponent
class InviteDialog {

    private final Invitations invitations;
    private final InvitationPost post;
    private final Access access;

    InviteDialog(Invitations invitations, InvitationPost post, Access access) {
        this.invitations = invitations;
        this.post = post;
        this.access = access;
    }

    /** For somebody on the roster. */
    void open(SchoolKey key, StaffMember member, Runnable then) {
        Texts texts = Texts.here();
        RoleField role = new RoleField(suggested(member.role()));
        Dialog dialog = dialog(texts.get("roster.invite.title", "name", member.name()));
        Form form = form(dialog, () -> invitations.invite(key, member.id(), role.getValue()), then);
        form.with(new Paragraph(texts.get("roster.invite.to", "email", member.email())));
        form.field("role", role);
        dialog.add(form);
        dialog.open();
    }

    /** For anybody. */
    void open(SchoolKey key, Runnable then) {
        Texts texts = Texts.here();
        TextField name = new TextField(texts.get("roster.name"));
        EmailField email = new EmailField(texts.get("roster.email"));
        RoleField role = new RoleField(Role.VIEWER);
        Checkbox all = new Checkbox(texts.get("roster.invite.allSchools"));
        all.setVisible(access.may(key.district(), Permission.INVITE));
        Dialog dialog = dialog(texts.get("roster.invite.anybody"));
        Form form =
                form(
                        dialog,
                        () ->
                                invitations.invite(
                                        key,
                                        all.getValue(),
                                        role.getValue(),
                                        name.getValue(),
                                        email.getValue()),
                        then);
        form.field("name", name);
        form.field("email", email);
        form.field("role", role);
        form.with(all);
        dialog.add(form);
        dialog.open();
    }

    private Form form(Dialog dialog, Supplier<Invitation> invite, Runnable then) {
        Form form =
                new Form(
                        Texts.here().get("roster.invite.do"),
                        () -> {
                            var delivered = post.deliver(invite.get());
                            dialog.removeAll();
                            dialog.add(delivered, closing(dialog));
                            then.run();
                        });
        return form.withAction(Actions.secondary(Texts.here().get("ui.cancel"), dialog::close));
    }

    private static Role suggested(StaffRole role) {
        return switch (role) {
            case ADMINISTRATOR -> Role.ADMINISTRATOR;
            case IT -> Role.IT;
            case TEACHER -> Role.TEACHER;
            case COUNSELOR, AIDE, PROCTOR, OTHER -> Role.VIEWER;
        };
    }

    private static Dialog dialog(String title) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(title);
        dialog.addClassName("form-dialog");
        return dialog;
    }

    private static com.vaadin.flow.component.Component closing(Dialog dialog) {
        return Actions.primary(Texts.here().get("ui.close"), dialog::close);
    }
}
