package school.tandem.adoption.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.DistrictHabits;
import school.tandem.adoption.DistrictWeeks;
import school.tandem.adoption.SchoolWeek;
import school.tandem.roster.Plans;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** All schools of a district side by side, for whoever has a role in all of them. */
@Route(DistrictView.ROUTE)
@PermitAll
class DistrictView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "adoption/district";

    private static final int ASK_EVERY_MS = 1500;

    private final transient CurrentPlace current;
    private final transient DistrictHabits habits;
    private final transient DistrictWeeks weeks;
    private final transient Plans plans;
    private transient @Nullable Place place;
    private transient @Nullable LocalDate monday;
    private transient DistrictWeeks.@Nullable Standing shown;
    private @Nullable Registration polling;

    DistrictView(CurrentPlace current, DistrictHabits habits, DistrictWeeks weeks, Plans plans) {
        this.current = current;
        this.habits = habits;
        this.weeks = weeks;
        this.plans = plans;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event)
                .ifPresent(found -> {
                    place = found;
                    monday = WeekChoice.mondayIn(event.getLocation());
                    shown = null;
                    show(weeks.of(found.key().district(), monday));
                });
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("adoption.district");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        polling = event.getUI().addPollListener(poll -> ask());
        follow(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (polling != null) {
            polling.remove();
        }
    }

    private void follow(UI ui) {
        ui.setPollInterval(shown != null && shown.counting() ? ASK_EVERY_MS : -1);
    }

    private void ask() {
        if (place != null && shown != null && shown.counting()) {
            show(weeks.standing(place.key().district(), monday));
        }
    }

    /** Unless nothing has changed. */
    private void show(DistrictWeeks.Standing now) {
        if (place == null) {
            return;
        }
        SchoolWeek chosen = WeekChoice.chosen(now.weeks(), monday);
        if (!now.equals(shown)) {
            shown = now;
            removeAll();
            add(
                    new DistrictParts(
                                    place,
                                    chosen,
                                    now,
                                    chosen == null || now.isWhole()
                                            ? habits.of(place.key().district(), monday)
                                            : null,
                                    plans.shownAt(place))
                            .all());
        }
        getUI().ifPresent(this::follow);
    }
}
