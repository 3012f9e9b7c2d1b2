package school.tandem.roster.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import school.tandem.roster.StaffMember;
import school.tandem.security.Memberships.Standing;
import school.tandem.ui.Texts;

/** Staff in rows: who, what they do, whether they can sign in, and what can be done about it. */
class StaffGrid extends Grid<StaffMember> {

    private static final String STANDING =
            "<span class=\"badge ${item.tone}\">${item.standing}</span>";

    private static final String ACTIONS =
            """
            ${item.canChange ? html`<button type="button" class="button in-row" aria-label="${item.changeWho}" @click="${change}">${item.change}</button>` : ''}
            ${item.canInvite ? html`<button type="button" class="button in-row" aria-label="${item.inviteWho}" @click="${invite}">${item.invite}</button>` : ''}
            """;

    private final transient Texts texts = Texts.here();
    private final boolean mayChange;
    private final transient Consumer<StaffMember> change;
    private final transient BiConsumer<StaffMember, Runnable> invite;

    /**
     * @param invite told whom, and what to run once that is done
     */
    StaffGrid(
            boolean mayChange,
            Consumer<StaffMember> change,
            BiConsumer<StaffMember, Runnable> invite) {
        this.mayChange = mayChange;
        this.change = change;
        this.invite = invite;
        setPageSize(50);
        addColumn(name()).setHeader(texts.get("roster.name")).setWidth("13rem").setFlexGrow(3);
        addColumn(work()).setHeader(texts.get("roster.staff.does")).setWidth("9rem").setFlexGrow(2);
        addColumn(account())
                .setHeader(texts.get("roster.staff.account"))
                .setWidth("10rem")
                .setFlexGrow(1);
        if (mayChange) {
            addColumn(withActions("<div class=\"cell-group\">" + ACTIONS + "</div>"))
                    .setHeader(texts.get("roster.actions"))
                    .setWidth("12rem")
                    .setFlexGrow(1);
        }
        GridLook.foldOnPhone(this);
    }

    /** Says all of a row where there is room for no other column. */
    private LitRenderer<StaffMember> name() {
        return withStanding(
                        withActions(
                                """
                                <div class="two-lines"><b>${item.name}</b><span>${item.email}</span></div>
                                <div class="on-phone"><span>${item.role}${item.department ? ` · ${item.department}` : ''}</span>
                                """
                                        + STANDING
                                        + ACTIONS
                                        + "</div>"))
                .withProperty("name", StaffMember::name)
                .withProperty(
                        "email",
                        one ->
                                Objects.requireNonNullElse(
                                        one.email(), texts.get("roster.staff.noEmail")))
                .withProperty("role", this::role)
                .withProperty("department", StaffGrid::department);
    }

    private LitRenderer<StaffMember> work() {
        return LitRenderer.<StaffMember>of(
                        """
                        <div class="two-lines"><span>${item.role}</span><span>${item.department}</span></div>
                        """)
                .withProperty("role", this::role)
                .withProperty("department", StaffGrid::department);
    }

    private LitRenderer<StaffMember> account() {
        return withStanding(
                        LitRenderer.of(
                                "<div class=\"two-lines\">"
                                        + STANDING
                                        + "<span>${item.source}</span></div>"))
                .withProperty("source", this::source);
    }

    private LitRenderer<StaffMember> withStanding(LitRenderer<StaffMember> renderer) {
        return renderer.withProperty(
                        "standing", one -> texts.get("roster.standing." + one.standing().name()))
                .withProperty("tone", StaffGrid::tone);
    }

    private LitRenderer<StaffMember> withActions(String template) {
        return LitRenderer.<StaffMember>of(template)
                .withProperty("change", one -> texts.get("roster.change"))
                .withProperty("changeWho", one -> who("roster.change.who", one))
                .withProperty("canChange", one -> mayChange)
                .withProperty("invite", one -> texts.get("roster.invite"))
                .withProperty("inviteWho", one -> who("roster.invite.who", one))
                .withProperty("canInvite", this::canInvite)
                .withFunction("change", change::accept)
                .withFunction("invite", one -> invite.accept(one, getDataProvider()::refreshAll));
    }

    private String who(String key, StaffMember member) {
        return texts.get(key, "name", member.name());
    }

    private String role(StaffMember member) {
        return texts.get("roster.staffRole." + member.role().code());
    }

    private static String department(StaffMember member) {
        return Objects.requireNonNullElse(member.department(), "");
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

    private boolean canInvite(StaffMember member) {
        return mayChange && member.email() != null && member.standing() != Standing.JOINED;
    }
}
