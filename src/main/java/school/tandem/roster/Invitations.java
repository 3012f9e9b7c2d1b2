package school.tandem.roster;

import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.security.Access;
import school.tandem.security.Accounts;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;

/** Invites people and ties their accounts to the roster: staff by themselves, others by e-mail. */
@Component
public class Invitations {

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Accounts accounts;
    private final PeopleQueries people;
    private final Schools schools;
    private final Access access;

    Invitations(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Accounts accounts,
            PeopleQueries people,
            Schools schools,
            Access access) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.accounts = accounts;
        this.people = people;
        this.schools = schools;
        this.access = access;
    }

    /**
     * Invites a member of staff to their school.
     *
     * @throws BadInput if the roster has no e-mail address of theirs
     */
    public Invitation invite(SchoolKey key, PersonId id, Role role) {
        access.require(key, Permission.INVITE);
        StaffMember member = people.find(key, id);
        String email = member.email();
        if (email == null) {
            throw new BadInput("email", "roster.bad.noEmail");
        }
        return make(key, false, role, member.name(), email, id);
    }

    /**
     * Invites somebody by name; where the staff of the school has exactly one of this e-mail
     * address, the account is theirs.
     *
     * @param allSchools whether the role is for every school of the district
     */
    public Invitation invite(
            SchoolKey key, boolean allSchools, Role role, String name, String email) {
        access.require(key, Permission.INVITE);
        String address = Accounts.address(email);
        List<PersonId> same = inDistrict.read(key.district(), () -> staffWith(key, address));
        return make(
                key, allSchools, role, name, address, same.size() == 1 ? same.getFirst() : null);
    }

    private Invitation make(
            SchoolKey key,
            boolean allSchools,
            Role role,
            String name,
            String email,
            @Nullable PersonId person) {
        schools.find(key);
        String token =
                accounts.invite(
                        key.district(),
                        allSchools ? null : key.school(),
                        role,
                        name,
                        email,
                        person == null ? null : person.value());
        return new Invitation(name, email, token);
    }

    private List<PersonId> staffWith(SchoolKey key, String email) {
        return dsl.select(PERSON.ID)
                .from(PERSON)
                .join(PERSON_SCHOOL)
                .on(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                .and(PERSON_SCHOOL.PERSON_ID.eq(PERSON.ID))
                .where(PERSON.DISTRICT_ID.eq(key.district()))
                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                .and(PERSON.KIND.eq("staff"))
                .and(PERSON.EMAIL.eq(email))
                .and(PERSON.WITHDRAWN_ON.isNull())
                .orderBy(PERSON.ID)
                .fetch(PERSON.ID);
    }
}
