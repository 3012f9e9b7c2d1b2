package school.tandem.adoption;

import static school.tandemdb.adoption.Tables.HOME_ACCESS;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;

import java.util.List;
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
    private final AdoptionFigures figures;
    private final Schools schools;
    private final Access access;
    private final Audit audit;

    HomeAccess(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            AdoptionFigures figures,
            Schools schools,
            Access access,
            Audit audit) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.figures = figures;
        this.schools = schools;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Keeps an answer, instead of an earlier one, of the student whose id or e-mail address stands
     * on it.
     *
     * @param student an id, a user name or an e-mail address
     * @param device null: not answered
     * @param connection null: not answered
     * @throws BadInput if no student of the school is known by it
     */
    public void answer(
            SchoolKey key, String student, @Nullable Boolean device, @Nullable Boolean connection) {
        access.require(key, Permission.EDIT_ROSTER);
        inDistrict.write(
                key.district(), () -> keep(key, find(key, student).id(), device, connection));
    }

    /** The same for a student who was chosen from a list. */
    public void answer(
            SchoolKey key,
            PersonId student,
            @Nullable Boolean device,
            @Nullable Boolean connection) {
        access.require(key, Permission.EDIT_ROSTER);
        inDistrict.write(
                key.district(),
                () -> {
                    requireHere(key, student);
                    keep(key, student, device, connection);
                });
    }

    private void keep(
            SchoolKey key,
            PersonId student,
            @Nullable Boolean device,
            @Nullable Boolean connection) {
        var today = schools.today(schools.find(key));
        dsl.insertInto(HOME_ACCESS)
                .set(HOME_ACCESS.DISTRICT_ID, key.district())
                .set(HOME_ACCESS.STUDENT_ID, student)
                .set(HOME_ACCESS.DEVICE, device)
                .set(HOME_ACCESS.CONNECTION, connection)
                .set(HOME_ACCESS.ANSWERED_ON, today)
                .set(HOME_ACCESS.VIA, "typed")
                .onConflict(HOME_ACCESS.DISTRICT_ID, HOME_ACCESS.STUDENT_ID)
                .doUpdate()
                .set(HOME_ACCESS.DEVICE, device)
                .set(HOME_ACCESS.CONNECTION, connection)
                .set(HOME_ACCESS.ANSWERED_ON, today)
                .set(HOME_ACCESS.VIA, "typed")
                .setNull(HOME_ACCESS.CHANGED_RUN)
                .execute();
        audit.record(
                key.district(),
                "homeAccess.answer",
                "student",
                student.toString(),
                Map.of(),
                List.of(
                        new Audit.Change("device", null, String.valueOf(device)),
                        new Audit.Change("connection", null, String.valueOf(connection))));
        figures.refresh(key, today);
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
