package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Gaps;
import school.tandem.adoption.Group;
import school.tandem.adoption.Measure;
import school.tandem.roster.StudentGroups;
import school.tandem.security.NotHere;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Empty;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** How far groups of students lie apart in a habit, with how sure that is. */
@Route(GapsView.ROUTE)
@PermitAll
class GapsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "adoption/gaps";

    private final transient CurrentPlace current;
    private final transient Gaps gaps;
    private final transient StudentGroups groups;

    GapsView(CurrentPlace current, Gaps gaps, StudentGroups groups) {
        this.current = current;
        this.gaps = gaps;
        this.groups = groups;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Location address = event.getLocation();
        current.of(event).ifPresent(place -> show(place, habit(address), within(address)));
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("adoption.section.gaps");
    }

    private static Measure habit(Location address) {
        String code =
                address.getQueryParameters()
                        .getSingleParameter("habit")
                        .orElse(Measure.HANDED_IN.code());
        return Measure.habits().stream()
                .filter(habit -> habit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotHere("Habit " + code));
    }

    private static @Nullable Group within(Location address) {
        return Stream.of("grade", "department")
                .flatMap(kind ->
                        address.getQueryParameters().getSingleParameter(kind).stream()
                                .map(key -> new Group(kind, key)))
                .findFirst()
                .orElse(null);
    }

    private void show(Place place, Measure habit, @Nullable Group within) {
        Texts texts = Texts.here();
        Gaps.Told told = gaps.of(place.key(), habit, within);
        removeAll();
        add(
                GapsTop.headline(place, habit, told),
                new AdoptionTabs(place, AdoptionTabs.Tab.GAPS),
                GapsTop.filters(place, habit, within, told));
        if (told.isHidden() || told.gaps().isEmpty()) {
            add(
                    new Empty(
                            texts.get(
                                    told.isHidden()
                                            ? "adoption.gaps.hidden"
                                            : "adoption.gaps.none")));
        } else {
            add(GapsTable.of(habit, told));
        }
        boolean kept = groups.keptSince(place.key()) != null;
        Stream.of("adoption.gaps.counted", kept ? "adoption.gaps.kept" : "adoption.gaps.notKept")
                .forEach(key -> {
                    Paragraph below = new Paragraph(texts.get(key));
                    below.addClassName("quiet");
                    add(below);
                });
    }
}
