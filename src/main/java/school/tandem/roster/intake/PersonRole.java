package school.tandem.roster.intake;

import org.jspecify.annotations.Nullable;

/**
 * What a person is to a school.
 *
 * @param staffRole what they do; null exactly when they are not staff
 */
public record PersonRole(PersonKind kind, @Nullable StaffRole staffRole) {

    public static final PersonRole STUDENT = new PersonRole(PersonKind.STUDENT, null);
    public static final PersonRole OTHER = new PersonRole(PersonKind.OTHER, null);

    public PersonRole {
        if ((kind == PersonKind.STAFF) != (staffRole != null)) {
            throw new IllegalArgumentException("Staff have a staff role, others none");
        }
    }

    public static PersonRole staff(StaffRole role) {
        return new PersonRole(PersonKind.STAFF, role);
    }
}
