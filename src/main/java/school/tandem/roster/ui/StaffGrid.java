package school.tandem.roster.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.Objects;
import java.util.function.Consumer;
import school.tandem.roster.StaffMember;
import school.tandem.security.Memberships.Standing;
import school.tandem.ui.Texts;

/** Staff in rows: who, what they do, whether they can sign in, and what can be done about it. */
class StaffGrid extends Grid<StaffMember> {

    private final transient Texts texts = Texts.here();

    StaffGrid() {
        setPageSize(50);
        addColumn(
                        LitRenderer.<StaffMember>of(
                                        """
                                        <div class="two-lines"><b>${item.name}</b><span>${item.email}</span></div>
                                        """)
                                .withProperty("name", StaffMember::name)
                                .withProperty(
                                        "email",
                                        one ->
                                                Objects.requireNonNullElse(
                                                        one.email(),
                                                        texts.get("roster.staff.noEmail"))))
                .setHeader(texts.get("roster.name"))
                .setWidth("13rem")
                .setFlexGrow(3);
        addColumn(
                        LitRenderer.<StaffMember>of(
                                        """
                                        <div class="two-lines"><span>${item.role}</span><span>${item.department}</span></div>
                                        """)
                                .withProperty(
                                        "role",
                                        one -> texts.get("roster.staffRole." + one.role().code()))
                                .withProperty(
                                        "department",
                                        one -> Objects.requireNonNullElse(one.department(), "")))
                .setHeader(texts.get("roster.staff.does"))
                .setWidth("9rem")
                .setFlexGrow(2);
        addColumn(
                        LitRenderer.<StaffMember>of(
                                        """
                                        <div class="two-lines"><span class="badge ${item.tone}">${item.standing}</span><span>${item.source}</span></div>
                                        """)
                                .withProperty("standing", this::standing)
                                .withProperty("tone", StaffGrid::tone)
                                .withProperty("source", this::source))
                .setHeader(texts.get("roster.staff.account"))
                .setWidth("10rem")
                .setFlexGrow(1);
    }

    void addActions(Consumer<StaffMember> change, Consumer<StaffMember> invite) {
        addColumn(
                        LitRenderer.<StaffMember>of(
                                        """
                                        <div class="cell-group">
                                          <button type="button" class="button in-row" aria-label="${item.changeWho}" @click="${change}">${item.change}</button>
                                          ${item.canInvite ? html`<button type="button" class="button in-row" aria-label="${item.inviteWho}" @click="${invite}">${item.invite}</button>` : ''}
                                        </div>
                                        """)
                                .withProperty("change", one -> texts.get("roster.change"))
                                .withProperty("changeWho", one -> who("roster.change.who", one))
                                .withProperty("invite", one -> texts.get("roster.invite"))
                                .withProperty("inviteWho", one -> who("roster.invite.who", one))
                                .withProperty("canInvite", StaffGrid::canInvite)
                                .withFunction("change", change::accept)
                                .withFunction("invite", invite::accept))
                .setHeader(texts.get("roster.actions"))
                .setWidth("12rem")
                .setFlexGrow(1);
    }

    private String who(String key, StaffMember member) {
        return texts.get(key, "name", member.name());
    }

    private String standing(StaffMember member) {
        return texts.get("roster.standing." + member.standing().name());
    }

    private String source(StaffMember member) {
        return texts.get(
                "roster.source",
                "source",
                member.source(),
                "changed",
                member.manualFields().isEmpty() ? "no" : "yes");
    }

    private static String tone(StaffMember member) {
        return member.standing() == Standing.JOINED ? "good" : "quiet";
    }

    private static boolean canInvite(StaffMember member) {
        return member.email() != null && member.standing() != Standing.JOINED;
    }
}
