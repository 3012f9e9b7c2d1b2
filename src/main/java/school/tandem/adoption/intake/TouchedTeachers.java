package school.tandem.adoption.intake;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.SQLDataType.BIGINT;
import static school.tandemdb.adoption.Tables.ACTIVITY;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.BEFORE_IMAGE;
import static school.tandemdb.adoption.Tables.TEACHER_DAY;
import static school.tandemdb.roster.Tables.ACADEMIC_SESSION;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.CLASS_TERM;
import static school.tandemdb.roster.Tables.ENROLMENT;
import static school.tandemdb.roster.Tables.PERSON;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import school.tandem.adoption.AssignmentId;
import school.tandem.roster.ClassId;
import school.tandem.roster.PersonId;
import school.tandem.security.DistrictId;

/**
 * Whose days as a teacher an import may change: by work of their classes, by when they teach these,
 * or by what is told of themselves; as all of it is now and as it was before the import.
 */
final class TouchedTeachers {

    private static final school.tandemdb.roster.tables.BeforeImage ROSTER_BEFORE =
            school.tandemdb.roster.Tables.BEFORE_IMAGE;

    private static final String TEACHER = "teacher";

    private final DistrictId district;

    TouchedTeachers(DistrictId district) {
        this.district = district;
    }

    Select<Record1<PersonId>> byRun(long run) {
        return ofClasses(classes(run))
                .union(ofPlaces(run))
                .union(ofPlacesBefore(run))
                .union(ofPeople(run))
                .union(ofActivities(run));
    }

    Select<Record1<PersonId>> byWork(Select<Record1<AssignmentId>> work) {
        return ofClasses(
                select(ASSIGNMENT.CLASS_ID)
                        .from(ASSIGNMENT)
                        .where(ASSIGNMENT.DISTRICT_ID.eq(district))
                        .and(ASSIGNMENT.ID.in(work)));
    }

    /** Classes with other work than before, or that run at another time. */
    private Select<Record1<ClassId>> classes(long run) {
        Select<Record1<ClassId>> withWork =
                select(ASSIGNMENT.CLASS_ID)
                        .from(ASSIGNMENT)
                        .where(ASSIGNMENT.DISTRICT_ID.eq(district))
                        .and(byRun(ASSIGNMENT.ADDED_RUN, ASSIGNMENT.CHANGED_RUN, run));
        Select<Record1<ClassId>> withWorkBefore =
                select(
                                jsonbGetAttributeAsText(BEFORE_IMAGE.IMAGE, "class_id")
                                        .cast(BIGINT)
                                        .coerce(ASSIGNMENT.CLASS_ID))
                        .from(BEFORE_IMAGE)
                        .where(BEFORE_IMAGE.DISTRICT_ID.eq(district))
                        .and(BEFORE_IMAGE.RUN_ID.eq(run))
                        .and(BEFORE_IMAGE.TABLE_NAME.eq("assignment"));
        Select<Record1<ClassId>> changed =
                select(CLASS_GROUP.ID)
                        .from(CLASS_GROUP)
                        .where(CLASS_GROUP.DISTRICT_ID.eq(district))
                        .and(CLASS_GROUP.CHANGED_RUN.eq(run));
        Select<Record1<ClassId>> retimed =
                select(CLASS_TERM.CLASS_ID)
                        .from(CLASS_TERM)
                        .join(ACADEMIC_SESSION)
                        .on(ACADEMIC_SESSION.DISTRICT_ID.eq(district))
                        .and(ACADEMIC_SESSION.ID.eq(CLASS_TERM.SESSION_ID))
                        .where(CLASS_TERM.DISTRICT_ID.eq(district))
                        .and(ACADEMIC_SESSION.CHANGED_RUN.eq(run));
        return withWork.union(withWorkBefore).union(changed).union(retimed);
    }

    private Select<Record1<PersonId>> ofClasses(Select<Record1<ClassId>> classes) {
        return select(ENROLMENT.PERSON_ID)
                .from(ENROLMENT)
                .where(ENROLMENT.DISTRICT_ID.eq(district), ENROLMENT.ROLE.eq(TEACHER))
                .and(ENROLMENT.CLASS_ID.in(classes));
    }

    private Select<Record1<PersonId>> ofPlaces(long run) {
        return select(ENROLMENT.PERSON_ID)
                .from(ENROLMENT)
                .where(ENROLMENT.DISTRICT_ID.eq(district), ENROLMENT.ROLE.eq(TEACHER))
                .and(byRun(ENROLMENT.ADDED_RUN, ENROLMENT.CHANGED_RUN, run));
    }

    private Select<Record1<PersonId>> ofPlacesBefore(long run) {
        return select(
                        jsonbGetAttributeAsText(ROSTER_BEFORE.IMAGE, "person_id")
                                .cast(BIGINT)
                                .coerce(ENROLMENT.PERSON_ID))
                .from(ROSTER_BEFORE)
                .where(ROSTER_BEFORE.DISTRICT_ID.eq(district))
                .and(ROSTER_BEFORE.RUN_ID.eq(run))
                .and(ROSTER_BEFORE.TABLE_NAME.eq("enrolment"))
                .and(jsonbGetAttributeAsText(ROSTER_BEFORE.IMAGE, "role").eq(TEACHER));
    }

    /** Those who teach, and who did until they were no staff any more. */
    private Select<Record1<PersonId>> ofPeople(long run) {
        Condition teaches =
                exists(
                        selectOne()
                                .from(ENROLMENT)
                                .where(ENROLMENT.DISTRICT_ID.eq(district))
                                .and(ENROLMENT.PERSON_ID.eq(PERSON.ID))
                                .and(ENROLMENT.ROLE.eq(TEACHER)));
        Condition taught =
                exists(
                        selectOne()
                                .from(TEACHER_DAY)
                                .where(TEACHER_DAY.DISTRICT_ID.eq(district))
                                .and(TEACHER_DAY.PERSON_ID.eq(PERSON.ID)));
        return select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.DISTRICT_ID.eq(district), PERSON.CHANGED_RUN.eq(run))
                .and(PERSON.KIND.eq("staff").or(teaches).or(taught));
    }

    private Select<Record1<PersonId>> ofActivities(long run) {
        return select(ACTIVITY.PERSON_ID)
                .from(ACTIVITY)
                .join(PERSON)
                .on(PERSON.DISTRICT_ID.eq(district))
                .and(PERSON.ID.eq(ACTIVITY.PERSON_ID))
                .and(PERSON.KIND.eq("staff"))
                .where(ACTIVITY.DISTRICT_ID.eq(district), ACTIVITY.ADDED_RUN.eq(run));
    }

    private static Condition byRun(Field<Long> added, Field<Long> changed, long run) {
        return added.eq(run).or(changed.eq(run));
    }
}
