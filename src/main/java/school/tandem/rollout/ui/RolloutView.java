package school.tandem.rollout.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import school.tandem.rollout.Checklist;
import school.tandem.rollout.Checklists;
import school.tandem.rollout.Item;
import school.tandem.rollout.ItemState;
import school.tandem.rollout.Phase;
import school.tandem.roster.Calendars;
import school.tandem.roster.PlanId;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Empty;
import school.tandem.ui.Headline;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.PlanChoice;
import school.tandem.ui.Texts;

/** The checklist of a plan, phase by phase, and its rehearsals. */
@Route(RolloutView.ROUTE)
@PermitAll
class RolloutView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "rollout";

    private static final int TEMPLATE_ITEMS = 32;

    private final transient CurrentPlace current;
    private final transient Access access;
    private final transient Schools schools;
    private final transient Calendars calendars;
    private final transient Checklists checklists;
    private final transient ItemsTable items;
    private final transient ItemDialog dialog;
    private final transient RehearsalsPanel rehearsals;

    RolloutView(
            CurrentPlace current,
            Access access,
            Schools schools,
            Calendars calendars,
            Checklists checklists,
            ItemsTable items,
            ItemDialog dialog,
            RehearsalsPanel rehearsals) {
        this.current = current;
        this.access = access;
        this.schools = schools;
        this.calendars = calendars;
        this.checklists = checklists;
        this.items = items;
        this.dialog = dialog;
        this.rehearsals = rehearsals;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(this::show);
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("rollout.title");
    }

    private void show(Place place) {
        removeAll();
        PlanChoice plan = place.plan();
        if (plan == null) {
            showNoPlan(place);
        } else {
            checklists
                    .of(place.key(), new PlanId(plan.id()))
                    .ifPresentOrElse(
                            checklist -> show(place, checklist), () -> showNone(place, plan));
        }
    }

    private void showNoPlan(Place place) {
        Texts texts = Texts.here();
        add(new Headline(texts.get("rollout.noPlan"), texts.get("rollout.noPlan.below")));
        if (access.may(place.key(), Permission.EDIT_PLAN)) {
            add(
                    new Empty(
                            "",
                            Actions.primaryLink(
                                    texts.get("rollout.noPlan.do"), place.link("settings"))));
        }
    }

    private void showNone(Place place, PlanChoice plan) {
        Texts texts = Texts.here();
        add(
                new Headline(
                        texts.get("rollout.none", "plan", plan.name()),
                        texts.get("rollout.none.below", "count", TEMPLATE_ITEMS)));
        add(
                access.may(place.key(), Permission.EDIT_CHECKLIST)
                        ? new Empty(
                                texts.get("rollout.sources"),
                                Actions.primary(
                                        texts.get("rollout.start"),
                                        () -> {
                                            checklists.start(place.key(), new PlanId(plan.id()));
                                            show(place);
                                        }))
                        : new Empty(texts.get("rollout.none.wait")));
    }

    private void show(Place place, Checklist checklist) {
        Texts texts = Texts.here();
        LocalDate today = schools.today(schools.find(place.key()));
        Runnable again = () -> show(place);
        add(headline(place, checklist, today));
        if (access.may(place.key(), Permission.EDIT_CHECKLIST)) {
            Div actions =
                    new Div(
                            Actions.primary(
                                    texts.get("rollout.item.add"),
                                    () -> dialog.add(place.key(), checklist.plan().id(), again)));
            actions.addClassName("actions");
            add(actions);
        }
        for (Phase phase : Phase.values()) {
            List<Item> here = checklist.of(phase);
            if (!here.isEmpty()) {
                String name = texts.get("rollout.phase." + phase.code());
                add(new Panel(name, items.build(place, checklist, name, here, today, again)));
            }
        }
        add(rehearsals.build(place, checklist, again), sources());
    }

    private Headline headline(Place place, Checklist checklist, LocalDate today) {
        Texts texts = Texts.here();
        List<Item> counted = checklist.items().stream().filter(i -> !i.afterMove()).toList();
        long done = counted.stream().filter(i -> i.state() == ItemState.DONE).count();
        List<Item> gates =
                counted.stream().filter(i -> i.gate() && i.state() != ItemState.DONE).toList();
        LocalDate move = checklist.plan().moveOn();
        String below =
                texts.get(
                        "rollout.headline.below",
                        "gates",
                        gates.size(),
                        "first",
                        gates.isEmpty() ? "" : gates.getFirst().title(),
                        "late",
                        checklist.items().stream().filter(i -> i.isLate(today)).count());
        String key = move.isBefore(today) ? "rollout.headline.moved" : "rollout.headline";
        return new Headline(
                texts.get(
                        key,
                        "done",
                        done,
                        "all",
                        counted.size(),
                        "days",
                        calendars.of(place.key()).schoolDaysBetween(today, move),
                        "day",
                        texts.date(move)),
                below);
    }

    private static Component sources() {
        Paragraph sources = new Paragraph(Texts.here().get("rollout.sources"));
        sources.addClassName("quiet");
        return sources;
    }
}
