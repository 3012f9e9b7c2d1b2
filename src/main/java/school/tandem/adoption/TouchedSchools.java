package school.tandem.adoption;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static school.tandemdb.adoption.Tables.ACTIVITY;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.COVERAGE;
import static school.tandemdb.adoption.Tables.HOME_ACCESS;
import static school.tandemdb.adoption.Tables.SUBMISSION;
import static school.tandemdb.roster.Tables.ACADEMIC_SESSION;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.ENROLMENT;
import static school.tandemdb.roster.Tables.LINK_BEFORE;
import static school.tandemdb.roster.Tables.ORG;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;
import static school.tandemdb.roster.Tables.STUDENT_GROUP_BEFORE;

import java.util.HashSet;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import school.tandem.roster.PersonId;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolId;
import school.tandem.security.SchoolKey;

/** Which schools an import's rows concern: figures of all others stay as they are. */
final class TouchedSchools {

    private final DSLContext dsl;
    private final DistrictId district;
    private final long run;

    TouchedSchools(DSLContext dsl, DistrictId district, long run) {
        this.dsl = dsl;
        this.district = district;
        this.run = run;
    }

    /**
     * Those of every row that the run added or changed, now and before; all, where it moved a
     * session.
     */
    Set<SchoolKey> find() {
        Set<SchoolKey> touched = new HashSet<>();
        var schools =
                sessionsMoved()
                        ? all()
                        : named().union(ofClasses())
                                .union(new BeforeRun(district, run).schools())
                                .union(ofPeople());
        dsl.fetch(schools).forEach(row -> touched.add(new SchoolKey(district, row.value1())));
        return touched;
    }

    private boolean sessionsMoved() {
        return dsl.fetchExists(
                selectOne()
                        .from(ACADEMIC_SESSION)
                        .where(ACADEMIC_SESSION.DISTRICT_ID.eq(district))
                        .and(byRun(ACADEMIC_SESSION.ADDED_RUN, ACADEMIC_SESSION.CHANGED_RUN)));
    }

    private Select<Record1<SchoolId>> all() {
        return schools(ORG.ID.isNotNull());
    }

    private Select<Record1<SchoolId>> named() {
        return schools(byRun(ORG.ADDED_RUN, ORG.CHANGED_RUN));
    }

    private Select<Record1<SchoolId>> schools(Condition which) {
        return select(ORG.ID)
                .from(ORG)
                .where(ORG.DISTRICT_ID.eq(district), ORG.KIND.eq("school"), which);
    }

    private Select<Record1<SchoolId>> ofClasses() {
        Condition placed =
                CLASS_GROUP.ID.in(
                        select(ENROLMENT.CLASS_ID)
                                .from(ENROLMENT)
                                .where(ENROLMENT.DISTRICT_ID.eq(district))
                                .and(byRun(ENROLMENT.ADDED_RUN, ENROLMENT.CHANGED_RUN)));
        Condition withWork =
                CLASS_GROUP.ID.in(
                        select(ASSIGNMENT.CLASS_ID)
                                .from(ASSIGNMENT)
                                .where(ASSIGNMENT.DISTRICT_ID.eq(district))
                                .and(byRun(ASSIGNMENT.ADDED_RUN, ASSIGNMENT.CHANGED_RUN)));
        Condition covered =
                CLASS_GROUP.ID.in(
                        select(COVERAGE.CLASS_ID)
                                .from(COVERAGE)
                                .where(COVERAGE.DISTRICT_ID.eq(district))
                                .and(COVERAGE.CHANGED_RUN.eq(run)));
        Condition retimed =
                exists(
                        selectOne()
                                .from(LINK_BEFORE)
                                .where(LINK_BEFORE.DISTRICT_ID.eq(district))
                                .and(LINK_BEFORE.RUN_ID.eq(run))
                                .and(LINK_BEFORE.KIND.eq("class_term"))
                                .and(LINK_BEFORE.OWNER_ID.eq(CLASS_GROUP.ID.coerce(Long.class))));
        return select(CLASS_GROUP.SCHOOL_ID)
                .from(CLASS_GROUP)
                .where(CLASS_GROUP.DISTRICT_ID.eq(district))
                .and(
                        byRun(CLASS_GROUP.ADDED_RUN, CLASS_GROUP.CHANGED_RUN)
                                .or(placed)
                                .or(withWork)
                                .or(covered)
                                .or(retimed));
    }

    private Select<Record1<SchoolId>> ofPeople() {
        return ofPeople(
                        select(PERSON.ID)
                                .from(PERSON)
                                .where(PERSON.DISTRICT_ID.eq(district))
                                .and(byRun(PERSON.ADDED_RUN, PERSON.CHANGED_RUN)))
                .union(
                        ofPeople(
                                select(SUBMISSION.STUDENT_ID)
                                        .from(SUBMISSION)
                                        .where(SUBMISSION.DISTRICT_ID.eq(district))
                                        .and(byRun(SUBMISSION.ADDED_RUN, SUBMISSION.CHANGED_RUN))))
                .union(
                        ofPeople(
                                select(HOME_ACCESS.STUDENT_ID)
                                        .from(HOME_ACCESS)
                                        .where(HOME_ACCESS.DISTRICT_ID.eq(district))
                                        .and(
                                                byRun(
                                                        HOME_ACCESS.ADDED_RUN,
                                                        HOME_ACCESS.CHANGED_RUN))))
                .union(
                        ofPeople(
                                select(ACTIVITY.PERSON_ID)
                                        .from(ACTIVITY)
                                        .where(ACTIVITY.DISTRICT_ID.eq(district))
                                        .and(ACTIVITY.ADDED_RUN.eq(run))))
                .union(
                        ofPeople(
                                select(STUDENT_GROUP_BEFORE.STUDENT_ID)
                                        .from(STUDENT_GROUP_BEFORE)
                                        .where(STUDENT_GROUP_BEFORE.DISTRICT_ID.eq(district))
                                        .and(STUDENT_GROUP_BEFORE.RUN_ID.eq(run))))
                .union(
                        ofPeople(
                                select(LINK_BEFORE.OWNER_ID.coerce(PERSON.ID))
                                        .from(LINK_BEFORE)
                                        .where(LINK_BEFORE.DISTRICT_ID.eq(district))
                                        .and(LINK_BEFORE.RUN_ID.eq(run))
                                        .and(LINK_BEFORE.KIND.eq("person_school"))));
    }

    /** What somebody hands in counts wherever they are in class. */
    private Select<Record1<SchoolId>> ofPeople(Select<Record1<PersonId>> people) {
        return select(PERSON_SCHOOL.SCHOOL_ID)
                .from(PERSON_SCHOOL)
                .where(PERSON_SCHOOL.DISTRICT_ID.eq(district))
                .and(PERSON_SCHOOL.PERSON_ID.in(people))
                .union(
                        select(CLASS_GROUP.SCHOOL_ID)
                                .from(ENROLMENT)
                                .join(CLASS_GROUP)
                                .on(CLASS_GROUP.DISTRICT_ID.eq(district))
                                .and(CLASS_GROUP.ID.eq(ENROLMENT.CLASS_ID))
                                .where(ENROLMENT.DISTRICT_ID.eq(district))
                                .and(ENROLMENT.PERSON_ID.in(people)));
    }

    private Condition byRun(Field<Long> added, Field<Long> changed) {
        return added.eq(run).or(changed.eq(run));
    }
}
