package school.tandem.training;

import school.tandem.roster.PersonId;

/**
 * A member of the staff, to be recognised by.
 *
 * @param email in lower case; empty: none
 */
public record StaffName(PersonId id, String givenName, String familyName, String email) {

    /** As people read it. */
    public String shown() {
        return (givenName + " " + familyName).strip();
    }
}
