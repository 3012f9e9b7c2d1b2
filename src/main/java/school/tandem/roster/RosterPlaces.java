package school.tandem.roster;

import java.util.List;
import org.springframework.stereotype.Component;
import school.tandem.security.SchoolKey;
import school.tandem.ui.Places;
import school.tandem.ui.PlanChoice;
import school.tandem.ui.SchoolChoice;

/** The schools and plans that the shell offers to choose from. */
@Component
class RosterPlaces implements Places {

    private final Schools schools;
    private final Plans plans;

    RosterPlaces(Schools schools, Plans plans) {
        this.schools = schools;
        this.plans = plans;
    }

    @Override
    public List<SchoolChoice> schools() {
        return schools.mine().stream()
                .map(school -> new SchoolChoice(school.key(), school.name(), school.sample()))
                .toList();
    }

    @Override
    public List<PlanChoice> plans(SchoolKey school) {
        return plans.of(school).stream()
                .map(plan -> new PlanChoice(plan.id().value(), plan.name()))
                .toList();
    }
}
