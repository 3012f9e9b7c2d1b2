package school.tandem.adoption;

import static school.tandemdb.adoption.Tables.HOME_ACCESS;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.Identities;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
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
     * Keeps an answer, instead of an earlier one. Students are not listed for it: whoever types
     * knows the id or e-mail address that stands on the answer.
     *
     * @param student an id, a user name or an e-mail address
     * @param device null: not answered
     * @param connection null: not answered
     * @throws BadInput if no student of the school is known by it
     */
    public void answer(
            SchoolKey key, String student, @Nullable Boolean device, @Nullable Boolean connection) {
        access.require(key, Permission.EDIT_ROSTER);
        var today = schools.today(schools.find(key));
        inDistrict.write(
                key.district(),
                () -> {
                    var known = find(key, student);
                    dsl.insertInto(HOME_ACCESS)
                            .set(HOME_ACCESS.DISTRICT_ID, key.district())
                            .set(HOME_ACCESS.STUDENT_ID, known.id())
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
                            known.id().toString(),
                            Map.of(),
                            List.of(
                                    new Audit.Change("device", null, String.valueOf(device)),
                                    new Audit.Change(
                                            "connection", null, String.valueOf(connection))));
                    figures.refresh(key, today);
                });
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
