package school.tandem.adoption;

import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;

import java.time.Clock;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.Identities;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** Families' answers about home, typed one by one: from paper or the telephone. */
@Component
public class HomeAccess {

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final HomeAnswers answers;
    private final Schools schools;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    HomeAccess(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            HomeAnswers answers,
            Schools schools,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.answers = answers;
        this.schools = schools;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps an answer, instead of an earlier one of today, of the student whose id or e-mail
     * address stands on it.
     *
     * @param student an id, a user name or an e-mail address
     * @param device null: not answered
     * @param connection null: not answered
     * @param via how it came
     * @throws BadInput if no student of the school is known by it
     */
    public void answer(
            SchoolKey key,
            String student,
            @Nullable Boolean device,
            @Nullable Boolean connection,
            Via via) {
        access.require(key, Permission.EDIT_ROSTER);
        inDistrict.write(
                key.district(), () -> keep(key, find(key, student).id(), device, connection, via));
    }

    /** The same for a student who was chosen from a list. */
    public void answer(
            SchoolKey key,
            PersonId student,
            @Nullable Boolean device,
            @Nullable Boolean connection,
            Via via) {
        access.require(key, Permission.EDIT_ROSTER);
        inDistrict.write(
                key.district(),
                () -> {
                    requireHere(key, student);
                    keep(key, student, device, connection, via);
                });
    }

    private void keep(
            SchoolKey key,
            PersonId student,
            @Nullable Boolean device,
            @Nullable Boolean connection,
            Via via) {
        audit.record(
                key.district(),
                "homeAccess.answer",
                "student",
                student.toString(),
                Map.of("via", via.code()),
                answers.keep(
                        key.district(),
                        student,
                        schools.find(key).zone(),
                        new HomeAnswer(device, connection, via, clock.instant())));
    }

    private void requireHere(SchoolKey key, PersonId student) {
        boolean here =
                dsl.fetchExists(
                        dsl.selectOne()
                                .from(PERSON)
                                .join(PERSON_SCHOOL)
                                .on(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                                .and(PERSON_SCHOOL.PERSON_ID.eq(PERSON.ID))
                                .where(PERSON.DISTRICT_ID.eq(key.district()))
                                .and(PERSON.ID.eq(student).and(PERSON.KIND.eq("student")))
                                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school())));
        if (!here) {
            throw new NotHere("Student " + student);
        }
    }

    private Identities.Known find(SchoolKey key, String student) {
        String given = student.strip();
        Identities students = Identities.ofStudents(dsl, key);
        Identities.Known known =
                given.contains("@")
                        ? students.find(null, given, null).known()
                        : students.find(given, null, null).known();
        if (given.isEmpty() || known == null) {
            throw new BadInput("student", "adoption.bad.student");
        }
        return known;
    }
}
