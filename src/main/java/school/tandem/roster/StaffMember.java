package school.tandem.roster;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Memberships.Standing;

/**
 * A member of staff of one school, as its administrators see them.
 *
 * @param email null: none known
 * @param department its name; null: none
 * @param source where they come from; {@code manual}: typed in
 * @param manualFields the columns that a person changed, which imports leave alone
 * @param standing whether they can sign in
 */
public record StaffMember(
        PersonId id,
        String givenName,
        String familyName,
        @Nullable String email,
        StaffRole role,
        @Nullable String department,
        String source,
        Set<String> manualFields,
        Standing standing) {

    /** As it is read out. */
    public String name() {
        return (givenName + " " + familyName).strip();
    }

    StaffMember standing(Standing now) {
        return new StaffMember(
                id, givenName, familyName, email, role, department, source, manualFields, now);
    }
}
