package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import school.tandem.adoption.DistrictHabits;
import school.tandem.adoption.Measure;
import school.tandem.disclosure.Shown;
import school.tandem.security.SchoolKey;
import school.tandem.ui.Actions;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Headline;
import school.tandem.ui.HeatTable;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** All schools of a district side by side, for whoever has a role in all of them. */
@Route(DistrictView.ROUTE)
@PermitAll
class DistrictView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "adoption/district";

    private final transient CurrentPlace current;
    private final transient DistrictHabits habits;

    DistrictView(CurrentPlace current, DistrictHabits habits) {
        this.current = current;
        this.habits = habits;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(place -> show(place, habits.of(place.key().district())));
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("adoption.district");
    }

    private void show(Place place, DistrictHabits.Told told) {
        Texts texts = Texts.here();
        removeAll();
        Shown handedIn = told.all().shown().getOrDefault(Measure.HANDED_IN, new Shown.Unknown());
        add(
                new Headline(
                        texts.get(
                                handedIn instanceof Shown.Unknown
                                        ? "adoption.district.headline.unknown"
                                        : "adoption.district.headline",
                                "schools",
                                told.schools().size(),
                                "share",
                                HeatTable.Cell.of(handedIn).text()),
                        texts.get("adoption.district.below")),
                new AdoptionTabs(place, AdoptionTabs.Tab.CLASSES));
        Div back =
                new Div(
                        Actions.secondaryLink(
                                texts.get(
                                        "adoption.district.back", "school", place.school().name()),
                                place.link(ClassesView.ROUTE)));
        back.addClassName("actions");
        add(back);
        List<HabitsTable.Line> lines = new ArrayList<>();
        lines.add(
                new HabitsTable.Line(texts.get("adoption.district.total"), "", told.all().shown()));
        told.schools()
                .forEach(
                        row -> lines.add(new HabitsTable.Line(row.name(), link(row), row.shown())));
        add(
                HabitsTable.of(
                        texts.get("adoption.district"),
                        texts.get("adoption.school"),
                        "schools",
                        DistrictHabits.MEASURES,
                        lines));
        Paragraph counted = new Paragraph(texts.get("adoption.district.counted"));
        counted.addClassName("quiet");
        add(counted);
    }

    /** Another school than that of this address has plans of its own. */
    private static String link(DistrictHabits.Row row) {
        SchoolKey key = row.school();
        return key == null ? "" : ClassesView.ROUTE + "?school=" + key.school();
    }
}
