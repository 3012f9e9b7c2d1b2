package school.tandem.readiness.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.tandem.readiness.NextSteps.Ranked;
import school.tandem.readiness.OpenSteps;
import school.tandem.readiness.Readiness;
import school.tandem.readiness.Snapshot;
import school.tandem.readiness.Snapshots;
import school.tandem.readiness.Standing;
import school.tandem.roster.Departments;
import school.tandem.roster.Plan;
import school.tandem.roster.PlanId;
import school.tandem.roster.Plans;
import school.tandem.roster.Schools;
import school.tandem.security.SchoolKey;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Place;
import school.tandem.ui.PlanChoice;
import school.tandem.ui.Texts;

/** Where a school stands, what is unknown, what would help most. */
@Route(ReadinessView.ROUTE)
@PermitAll
class ReadinessView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "";

    /** As far back as the trend shows. */
    private static final int TREND_DAYS = 180;

    private final transient CurrentPlace current;
    private final transient Schools schools;
    private final transient Plans plans;
    private final transient Readiness readiness;
    private final transient Snapshots snapshots;
    private final transient Departments departments;

    ReadinessView(
            CurrentPlace current,
            Schools schools,
            Plans plans,
            Readiness readiness,
            Snapshots snapshots,
            Departments departments) {
        this.current = current;
        this.schools = schools;
        this.plans = plans;
        this.readiness = readiness;
        this.snapshots = snapshots;
        this.departments = departments;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(this::show);
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("readiness.title");
    }

    private void show(Place place) {
        SchoolKey key = place.key();
        Plan plan = plan(place);
        LocalDate today = schools.today(schools.find(key));
        Standing standing = readiness.of(key, plan, today);
        List<Snapshot> history = plan == null ? List.of() : snapshots.of(plan, TREND_DAYS);
        List<Ranked> helping = OpenSteps.helping(standing);
        List<Ranked> telling = OpenSteps.telling(standing);
        removeAll();
        add(Sentence.of(place, standing, helping, telling));
        Div where =
                new Div(
                        new PillarsPanel(place, standing).panel(),
                        new StepsPanel(place, helping, telling).panel(),
                        TrendPanel.of(standing, history),
                        DepartmentsPanel.of(place, standing, departments.names(key)));
        where.addClassName("where");
        add(where);
        add(MissingSources.of(standing));
    }

    private @Nullable Plan plan(Place place) {
        PlanChoice plan = place.plan();
        return plan == null ? null : plans.find(place.key(), new PlanId(plan.id()));
    }
}
