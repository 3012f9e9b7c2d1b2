package school.tandem.readiness.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import school.tandem.readiness.Dashboard;
import school.tandem.readiness.NextSteps.Ranked;
import school.tandem.readiness.OpenSteps;
import school.tandem.readiness.Standing;
import school.tandem.roster.PlanId;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Place;
import school.tandem.ui.PlanChoice;
import school.tandem.ui.Texts;

/** Where a school stands, what is unknown, what would help most. */
@Route(ReadinessView.ROUTE)
@PermitAll
class ReadinessView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "";

    private final transient CurrentPlace current;
    private final transient Dashboard dashboard;

    ReadinessView(CurrentPlace current, Dashboard dashboard) {
        this.current = current;
        this.dashboard = dashboard;
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
        PlanChoice plan = place.plan();
        Dashboard.Shown shown =
                dashboard.of(place.key(), plan == null ? null : new PlanId(plan.id()));
        Standing standing = shown.standing();
        List<Ranked> helping = OpenSteps.helping(standing);
        List<Ranked> telling = OpenSteps.telling(standing);
        removeAll();
        add(Sentence.of(place, standing, helping, telling));
        Div where =
                new Div(
                        new PillarsPanel(place, standing).panel(),
                        new StepsPanel(place, helping, telling).panel(),
                        TrendPanel.of(standing, shown.history()),
                        DepartmentsPanel.of(place, standing, shown.departments()));
        where.addClassName("where");
        add(where);
        add(MissingSources.of(standing));
    }
}
