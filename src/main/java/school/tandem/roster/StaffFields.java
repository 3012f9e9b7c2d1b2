package school.tandem.roster;

import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Accounts;
import school.tandem.security.BadInput;

/**
 * What a person says of a member of staff.
 *
 * @param familyName may be empty: some people have one name
 * @param email empty: none
 * @param department the name of one, made where there is none of it yet; null: none
 */
public record StaffFields(
        String givenName,
        String familyName,
        String email,
        StaffRole role,
        @Nullable String department) {

    /** Stripped, with a lower-case address. */
    StaffFields checked() {
        String given = givenName.strip();
        String family = familyName.strip();
        if (given.isEmpty() || given.length() > 100) {
            throw new BadInput("givenName", "roster.bad.givenName");
        }
        if (family.length() > 100) {
            throw new BadInput("familyName", "roster.bad.familyName");
        }
        String address = email.isBlank() ? "" : Accounts.address(email);
        String named = department == null || department.isBlank() ? null : department.strip();
        return new StaffFields(given, family, address, role, named);
    }
}
