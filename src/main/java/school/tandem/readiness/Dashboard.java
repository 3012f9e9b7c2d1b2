package school.tandem.readiness;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.Departments;
import school.tandem.roster.Plan;
import school.tandem.roster.PlanId;
import school.tandem.roster.Plans;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** Asks for everything that the dashboard shows in one transaction. */
@Component
public class Dashboard {

    /** As far back as the trend shows. */
    private static final int TREND_DAYS = 180;

    /**
     * What the dashboard shows.
     *
     * @param history the plan's snapshots, the earliest first; empty without a plan
     * @param departments the school's, by name
     */
    public record Shown(
            Standing standing, List<Snapshot> history, Map<DepartmentId, String> departments) {}

    private final DistrictTransactions inDistrict;
    private final Schools schools;
    private final Plans plans;
    private final Readiness readiness;
    private final Snapshots snapshots;
    private final Departments departments;
    private final Access access;

    Dashboard(
            DistrictTransactions inDistrict,
            Schools schools,
            Plans plans,
            Readiness readiness,
            Snapshots snapshots,
            Departments departments,
            Access access) {
        this.inDistrict = inDistrict;
        this.schools = schools;
        this.plans = plans;
        this.readiness = readiness;
        this.snapshots = snapshots;
        this.departments = departments;
        this.access = access;
    }

    /**
     * Where a school stands today.
     *
     * @param planId null: the school has none
     */
    public Shown of(SchoolKey key, @Nullable PlanId planId) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.read(
                key.district(),
                () -> {
                    Plan plan = planId == null ? null : plans.find(key, planId);
                    return new Shown(
                            readiness.of(key, plan, schools.today(schools.find(key))),
                            plan == null ? List.of() : snapshots.of(plan, TREND_DAYS),
                            departments.names(key));
                });
    }
}
