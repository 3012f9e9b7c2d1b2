package school.tandem.training;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.intake.StaffRole;

/**
 * Who must complete a course, and by when.
 *
 * @param roles of the staff; empty: nobody must
 * @param departments in which they must; empty: in all, and those who are in none
 * @param due null: at some time
 */
public record Requirement(Set<StaffRole> roles, Set<DepartmentId> departments, @Nullable Due due) {

    /** Of these roles, wherever they are, at some time. */
    public static Requirement of(Set<StaffRole> roles) {
        return new Requirement(roles, Set.of(), null);
    }

    /** Whether somebody of this role in this department must. */
    public boolean concerns(StaffRole role, @Nullable DepartmentId department) {
        return roles.contains(role)
                && (departments.isEmpty()
                        || (department != null && departments.contains(department)));
    }
}
