package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.ClassHabits;
import school.tandem.adoption.Measure;
import school.tandem.adoption.Week;
import school.tandem.roster.ClassId;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.Plans;
import school.tandem.security.NotHere;
import school.tandem.ui.Actions;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Headline;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The students of a class who need a hand, by name, for whoever is to give it. */
@Route(ClassView.ROUTE)
@PermitAll
class ClassView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "adoption/class";

    private final transient CurrentPlace current;
    private final transient ClassHabits classes;
    private final transient Plans plans;

    ClassView(CurrentPlace current, ClassHabits classes, Plans plans) {
        this.current = current;
        this.classes = classes;
        this.plans = plans;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event)
                .ifPresent(place ->
                        show(
                                place,
                                classes.ofClass(place.key(), schoolClass(event.getLocation()))));
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("adoption.section.classes");
    }

    private static ClassId schoolClass(Location location) {
        String asked = location.getQueryParameters().getSingleParameter("class").orElse("");
        if (!asked.matches("[0-9]{1,18}")) {
            throw new NotHere("Class " + asked);
        }
        return new ClassId(Long.parseLong(asked));
    }

    private void show(Place place, ClassHabits.Page page) {
        Texts texts = Texts.here();
        removeAll();
        LocalDate to = page.coversTo();
        add(
                new Headline(
                        texts.get(
                                "adoption.hand.headline",
                                "count",
                                page.needAHand().size(),
                                "all",
                                page.students().size(),
                                "class",
                                page.title()),
                        to == null
                                ? texts.get("adoption.below.none")
                                : texts.get("adoption.hand.below", "day", texts.date(to))));
        add(new AdoptionTabs(place, AdoptionTabs.Tab.CLASSES), back(place, page.department()));
        if (!page.needAHand().isEmpty()) {
            add(
                    HandTable.of(
                            "adoption.hand.need",
                            page.needAHand(),
                            () -> classes.ofClass(place.key(), page.id()).needAHand()));
        }
        if (!page.unknown().isEmpty()) {
            add(
                    HandTable.of(
                            "adoption.hand.unknown",
                            page.unknown(),
                            () -> classes.ofClass(place.key(), page.id()).unknown()));
        }
        add(
                new WeeksPanel(
                                OverTime.of(
                                        "adoption-class",
                                        page.history(),
                                        plans.shownAt(place),
                                        page.group()),
                                "weeks",
                                Week::inWindow,
                                Measure.habits())
                        .panel());
        Paragraph counted = new Paragraph(texts.get("adoption.hand.counted"));
        counted.addClassName("quiet");
        add(counted);
    }

    private static Div back(Place place, @Nullable DepartmentId of) {
        Texts texts = Texts.here();
        Div back =
                new Div(
                        Actions.secondaryLink(
                                texts.get("adoption.hand.back"),
                                of == null
                                        ? place.link(ClassesView.ROUTE)
                                        : place.link(
                                                ClassesView.ROUTE, "department", of.toString())));
        back.addClassName("actions");
        return back;
    }
}
