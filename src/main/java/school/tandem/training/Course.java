package school.tandem.training;

import org.jspecify.annotations.Nullable;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.intake.StaffRole;

/**
 * A training course.
 *
 * @param minutes how long it takes one person
 * @param trains what it is to bring about
 * @param parts how many different parts must be attended; each session is one of them
 * @param validMonths how long a completion counts; null: for good
 * @param everywhere whether all schools of the district share it
 */
public record Course(
        CourseId id,
        String title,
        int minutes,
        Requirement required,
        Skill gives,
        Practice trains,
        int parts,
        @Nullable Integer validMonths,
        boolean everywhere) {

    /** Whether anybody must complete it. */
    public boolean isRequired() {
        return !required.roles().isEmpty();
    }

    /** Whether somebody of this role in this department must complete it. */
    public boolean isRequiredFor(StaffRole role, @Nullable DepartmentId department) {
        return required.concerns(role, department);
    }

    /** Whether whoever completes it can coach others. */
    public boolean givesCoach() {
        return gives == Skill.COACH;
    }

    /** What a person can change of it. */
    public CourseFields fields() {
        return new CourseFields(title, minutes, required, gives, trains, parts, validMonths);
    }
}
