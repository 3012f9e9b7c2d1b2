package school.tandem.roster;

import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.StaffRole;

/**
 * Which members of staff to list.
 *
 * @param text part of a name or an e-mail address; empty: all
 * @param role null: all
 * @param department null: all
 */
public record StaffFilter(
        String text, @Nullable StaffRole role, @Nullable DepartmentId department) {

    public static final StaffFilter ALL = new StaffFilter("", null, null);
}
