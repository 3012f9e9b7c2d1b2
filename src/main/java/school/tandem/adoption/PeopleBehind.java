package school.tandem.adoption;

import static school.tandemdb.roster.Tables.DEPARTMENT;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;
import static school.tandemdb.roster.Tables.RUNNING;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import school.tandem.roster.Calendars;
import school.tandem.roster.PersonId;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/**
 * The people behind a figure of today, by name and in no order but the alphabet's: for whoever is
 * to help them. Reading the names of students is recorded.
 */
@Component
public class PeopleBehind {

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Calendars calendars;
    private final Schools schools;
    private final Access access;
    private final Audit audit;

    PeopleBehind(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Calendars calendars,
            Schools schools,
            Access access,
            Audit audit) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.calendars = calendars;
        this.schools = schools;
        this.access = access;
        this.audit = audit;
    }

    /** Whether whoever asks may read the names, if only those of their own classes. */
    public boolean mayRead(SchoolKey key, Measure measure) {
        if (!measure.ofPeople()) {
            return false;
        }
        return measure.ofStudents()
                ? access.may(key, Permission.SEE_STUDENTS)
                        || (access.may(key, Permission.SEE_OWN_STUDENTS)
                                && access.personIn(key) != null)
                : access.may(key, Permission.MANAGE_TRAINING);
    }

    /**
     * All of a school's for an administrator, those of their own classes for a teacher; teachers
     * for whoever looks after training.
     *
     * @throws NotHere if the measure counts no people
     */
    public List<PersonBehind> of(SchoolKey key, Measure measure, Answer answer) {
        if (!measure.ofPeople()) {
            throw new NotHere("People of " + measure.code());
        }
        Condition allowed = allowed(key, measure);
        LocalDate today = schools.today(schools.find(key));
        return inDistrict.write(
                key.district(),
                () -> {
                    Set<PersonId> people =
                            new FigureCount(dsl, key, calendars.of(key), today)
                                    .people(measure, answer);
                    List<PersonBehind> named = named(key, people, allowed);
                    if (measure.ofStudents()) {
                        audit.record(
                                key.district(),
                                "students.read",
                                "school",
                                key.school().toString(),
                                Map.of(
                                        "measure", measure.code(),
                                        "answer", answer.code(),
                                        "students", named.size()),
                                List.of());
                    }
                    return named;
                });
    }

    private Condition allowed(SchoolKey key, Measure measure) {
        if (!measure.ofStudents()) {
            access.require(key, Permission.MANAGE_TRAINING);
            return DSL.noCondition();
        }
        if (access.may(key, Permission.SEE_STUDENTS)) {
            return DSL.noCondition();
        }
        access.require(key, Permission.SEE_OWN_STUDENTS);
        Long teacher = access.personIn(key);
        return teacher == null
                ? DSL.falseCondition()
                : PERSON.ID.in(inClassesOf(key, new PersonId(teacher)));
    }

    /** The students of the classes that somebody teaches today. */
    private Select<Record1<PersonId>> inClassesOf(SchoolKey key, PersonId teacher) {
        var own = RUNNING.as("own");
        LocalDate today = schools.today(schools.find(key));
        return DSL.select(RUNNING.PERSON_ID)
                .from(RUNNING)
                .join(own)
                .on(own.DISTRICT_ID.eq(key.district()))
                .and(own.CLASS_ID.eq(RUNNING.CLASS_ID))
                .where(RUNNING.DISTRICT_ID.eq(key.district()), RUNNING.ROLE.eq("student"))
                .and(RUNNING.FROM_ON.le(today))
                .and(RUNNING.TO_ON.gt(today))
                .and(own.PERSON_ID.eq(teacher))
                .and(own.ROLE.eq("teacher"))
                .and(own.FROM_ON.le(today))
                .and(own.TO_ON.gt(today));
    }

    private List<PersonBehind> named(SchoolKey key, Set<PersonId> people, Condition allowed) {
        return dsl.select(
                        PERSON.ID,
                        DSL.concat(PERSON.FAMILY_NAME, DSL.val(", "), PERSON.GIVEN_NAME),
                        PERSON.GRADE,
                        DEPARTMENT.NAME)
                .from(PERSON)
                .leftJoin(PERSON_SCHOOL)
                .on(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                .and(PERSON_SCHOOL.PERSON_ID.eq(PERSON.ID))
                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                .leftJoin(DEPARTMENT)
                .on(DEPARTMENT.DISTRICT_ID.eq(key.district()))
                .and(DEPARTMENT.ID.eq(PERSON_SCHOOL.DEPARTMENT_ID))
                .where(PERSON.DISTRICT_ID.eq(key.district()))
                .and(PERSON.ID.eq(DSL.any(people.toArray(PersonId[]::new))))
                .and(allowed)
                .orderBy(DSL.lower(PERSON.FAMILY_NAME), DSL.lower(PERSON.GIVEN_NAME), PERSON.ID)
                .fetch(Records.mapping(PersonBehind::new));
    }
}
