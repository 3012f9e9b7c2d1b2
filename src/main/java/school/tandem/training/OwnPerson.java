package school.tandem.training;

import school.tandem.roster.PersonId;
import school.tandem.security.Access;
import school.tandem.security.BadInput;
import school.tandem.security.SchoolKey;

/** Who of the staff whoever asks is. */
final class OwnPerson {

    private OwnPerson() {}

    /**
     * @throws BadInput if their account is tied to nobody on the staff
     */
    static PersonId of(Access access, SchoolKey key) {
        Long person = access.personIn(key);
        if (person == null) {
            throw new BadInput("person", "training.bad.notOnStaff");
        }
        return new PersonId(person);
    }
}
