package school.tandem.training;

import java.util.Set;
import school.tandem.roster.intake.StaffRole;

/**
 * A training course.
 *
 * @param minutes how long it takes one person
 * @param requiredFor which staff must complete it; empty: nobody must
 * @param givesCoach whether whoever completes it can coach others
 * @param everywhere whether all schools of the district share it
 */
public record Course(
        CourseId id,
        String title,
        int minutes,
        Set<StaffRole> requiredFor,
        boolean givesCoach,
        boolean everywhere) {

    /** Whether staff of this role must complete it. */
    public boolean isRequiredFor(StaffRole role) {
        return requiredFor.contains(role);
    }
}
