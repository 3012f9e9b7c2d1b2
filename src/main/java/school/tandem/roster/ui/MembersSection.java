package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.springframework.core.annotation.Order;
import school.tandem.security.Access;
import school.tandem.security.Memberships;
import school.tandem.security.Memberships.Ended;
import school.tandem.security.Memberships.Member;
import school.tandem.security.Permission;
import school.tandem.security.Role;
import school.tandem.ui.Actions;
import school.tandem.ui.Badge;
import school.tandem.ui.Choice;
import school.tandem.ui.DataTable;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Who can sign in to this school, and as what. */
@SpringComponent
@Order(4)
class MembersSection implements SettingsSection {

    private final Memberships memberships;
    private final InviteDialog invite;
    private final Access access;

    MembersSection(Memberships memberships, InviteDialog invite, Access access) {
        this.memberships = memberships;
        this.invite = invite;
        this.access = access;
    }

    @Override
    public boolean isShown(Place place) {
        return access.may(place.key(), Permission.INVITE);
    }

    @Override
    public Component build(Place place, Runnable reload) {
        Texts texts = Texts.here();
        DataTable table =
                new DataTable(
                        texts.get("roster.members"),
                        List.of(
                                texts.get("roster.name"),
                                texts.get("roster.member.where"),
                                texts.get("roster.member.state"),
                                texts.get("roster.role"),
                                texts.get("roster.actions")));
        memberships.of(place.key()).forEach(member -> addRow(table, place, member, reload));
        Div actions =
                new Div(
                        Actions.secondary(
                                texts.get("roster.invite.anybody"),
                                () -> invite.open(place.key(), reload)));
        actions.addClassName("actions");
        return new Panel(texts.get("roster.members"), table, actions);
    }

    private void addRow(DataTable table, Place place, Member member, Runnable reload) {
        Texts texts = Texts.here();
        boolean mine = member.email().equals(access.who().email());
        boolean mayChange =
                !mine
                        && (member.school() != null
                                || access.may(place.key().district(), Permission.INVITE));
        table.row(
                who(member),
                DataTable.text(
                        texts.get(
                                member.school() == null
                                        ? "roster.member.allSchools"
                                        : "roster.member.thisSchool")),
                member.waiting()
                        ? new Badge(texts.get("roster.standing.INVITED"), Badge.Tone.QUIET)
                        : new Badge(texts.get("roster.standing.JOINED"), Badge.Tone.GOOD),
                mayChange
                        ? choice(place, member, reload)
                        : DataTable.text(texts.get("roster.role." + member.role().code())),
                mayChange
                        ? Actions.inRow(
                                texts.get("roster.member.end"), () -> end(place, member, reload))
                        : new Span(mine ? texts.get("roster.member.you") : ""));
    }

    private static Component who(Member member) {
        Div who = new Div(new Span(member.name()), new Span(member.email()));
        who.addClassName("two-lines");
        return who;
    }

    private Component choice(Place place, Member member, Runnable reload) {
        Texts texts = Texts.here();
        return new Choice<>(
                texts.get("roster.member.roleOf", "name", member.name()),
                List.of(Role.values()),
                role -> texts.get("roster.role." + role.code()),
                member.role(),
                role -> {
                    memberships.changeRole(place.key().district(), member.id(), role);
                    reload.run();
                    Notices.done(
                            texts.get(
                                    "roster.member.changed",
                                    "name",
                                    member.name(),
                                    "role",
                                    texts.get("roster.role." + role.code())));
                });
    }

    private void end(Place place, Member member, Runnable reload) {
        Ended ended = memberships.end(place.key().district(), member.id());
        reload.run();
        Notices.done(
                Texts.here().get("roster.member.ended", "name", member.name()),
                () -> {
                    memberships.giveBack(ended);
                    reload.run();
                });
    }
}
