package school.tandem.adoption;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.SMALLINT;
import static school.tandemdb.adoption.Tables.ACTIVITY;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.BEFORE_IMAGE;
import static school.tandemdb.adoption.Tables.COVERAGE;
import static school.tandemdb.adoption.Tables.HOME_ACCESS;
import static school.tandemdb.adoption.Tables.SUBMISSION;
import static school.tandemdb.adoption.Tables.SUBMISSION_BEFORE;
import static school.tandemdb.adoption.Tables.WEEK_FIGURE;
import static school.tandemdb.roster.Tables.ACADEMIC_SESSION;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.ENROLMENT;
import static school.tandemdb.roster.Tables.LINK_BEFORE;
import static school.tandemdb.roster.Tables.ORG;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;
import static school.tandemdb.roster.Tables.RUNNING;

import java.time.LocalDate;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import school.tandem.roster.PersonId;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolId;

/**
 * Forgets the weeks that an import's rows change: work, hand-ins and answers of families from the
 * first day that they are about, what is more (people, classes, terms) from the beginning.
 */
final class TouchedWeeks {

    private final DSLContext dsl;
    private final DistrictId district;
    private final long run;

    TouchedWeeks(DSLContext dsl, DistrictId district, long run) {
        this.dsl = dsl;
        this.district = district;
        this.run = run;
    }

    /** Two statements; one where nothing is kept, as of a district's first import. */
    void forget() {
        Condition here = WEEK_FIGURE.DISTRICT_ID.eq(district);
        if (!dsl.fetchExists(selectOne().from(WEEK_FIGURE).where(here))) {
            return;
        }
        var since = since().asTable(name("since"), name("school"), name("from"));
        Field<SchoolId> school =
                Objects.requireNonNull(since.field("school", WEEK_FIGURE.SCHOOL_ID.getDataType()));
        Field<LocalDate> from = Objects.requireNonNull(since.field("from", LOCALDATE));
        dsl.deleteFrom(WEEK_FIGURE)
                .using(
                        select(school, min(from).as("from"))
                                .from(since)
                                .groupBy(school)
                                .asTable(name("touched"), name("school"), name("from")))
                .where(here)
                .and(
                        WEEK_FIGURE.SCHOOL_ID.eq(
                                field(
                                        name("touched", "school"),
                                        WEEK_FIGURE.SCHOOL_ID.getDataType())))
                .and(WEEK_FIGURE.DAY.ge(field(name("touched", "from"), LOCALDATE)))
                .execute();
    }

    private Select<Record2<SchoolId, LocalDate>> since() {
        return ofSchools()
                .unionAll(ofClasses())
                .unionAll(ofBefore())
                .unionAll(ofPeople())
                .unionAll(workChanged())
                .unionAll(workAdded())
                .unionAll(covered())
                .unionAll(handedIn())
                .unionAll(handedInBefore())
                .unionAll(didOtherwise())
                .unionAll(answered());
    }

    private Select<Record2<SchoolId, LocalDate>> ofSchools() {
        Condition moved =
                exists(
                        selectOne()
                                .from(ACADEMIC_SESSION)
                                .where(ACADEMIC_SESSION.DISTRICT_ID.eq(district))
                                .and(
                                        byRun(
                                                ACADEMIC_SESSION.ADDED_RUN,
                                                ACADEMIC_SESSION.CHANGED_RUN)));
        return select(ORG.ID, inline(HandInDay.ALWAYS))
                .from(ORG)
                .where(ORG.DISTRICT_ID.eq(district), ORG.KIND.eq("school"))
                .and(byRun(ORG.ADDED_RUN, ORG.CHANGED_RUN).or(moved));
    }

    private Select<Record2<SchoolId, LocalDate>> ofClasses() {
        Condition placed =
                CLASS_GROUP.ID.in(
                        select(ENROLMENT.CLASS_ID)
                                .from(ENROLMENT)
                                .where(ENROLMENT.DISTRICT_ID.eq(district))
                                .and(byRun(ENROLMENT.ADDED_RUN, ENROLMENT.CHANGED_RUN)));
        Condition retimed =
                CLASS_GROUP
                        .ID
                        .coerce(Long.class)
                        .in(
                                select(LINK_BEFORE.OWNER_ID)
                                        .from(LINK_BEFORE)
                                        .where(LINK_BEFORE.DISTRICT_ID.eq(district))
                                        .and(LINK_BEFORE.RUN_ID.eq(run))
                                        .and(LINK_BEFORE.KIND.eq("class_term")));
        return select(CLASS_GROUP.SCHOOL_ID, inline(HandInDay.ALWAYS))
                .from(CLASS_GROUP)
                .where(CLASS_GROUP.DISTRICT_ID.eq(district))
                .and(byRun(CLASS_GROUP.ADDED_RUN, CLASS_GROUP.CHANGED_RUN).or(placed).or(retimed));
    }

    /** Where classes, places and work were before they moved. */
    private Select<Record2<SchoolId, LocalDate>> ofBefore() {
        var before = new BeforeRun(district, run).schools().asTable("before", "school");
        return select(
                        Objects.requireNonNull(
                                before.field("school", WEEK_FIGURE.SCHOOL_ID.getDataType())),
                        inline(HandInDay.ALWAYS))
                .from(before);
    }

    private Select<Record2<SchoolId, LocalDate>> ofPeople() {
        Select<Record1<PersonId>> people =
                select(PERSON.ID)
                        .from(PERSON)
                        .where(PERSON.DISTRICT_ID.eq(district))
                        .and(byRun(PERSON.ADDED_RUN, PERSON.CHANGED_RUN))
                        .union(
                                select(LINK_BEFORE.OWNER_ID.coerce(PERSON.ID))
                                        .from(LINK_BEFORE)
                                        .where(LINK_BEFORE.DISTRICT_ID.eq(district))
                                        .and(LINK_BEFORE.RUN_ID.eq(run))
                                        .and(LINK_BEFORE.KIND.eq("person_school")));
        return select(PERSON_SCHOOL.SCHOOL_ID, inline(HandInDay.ALWAYS))
                .from(PERSON_SCHOOL)
                .where(PERSON_SCHOOL.DISTRICT_ID.eq(district))
                .and(PERSON_SCHOOL.PERSON_ID.in(people))
                .unionAll(
                        select(RUNNING.SCHOOL_ID, inline(HandInDay.ALWAYS))
                                .from(RUNNING)
                                .where(RUNNING.DISTRICT_ID.eq(district))
                                .and(RUNNING.PERSON_ID.in(people)));
    }

    /** Work that is another class's or another kind's now changes all that was handed in of it. */
    private Select<Record2<SchoolId, LocalDate>> workChanged() {
        return select(CLASS_GROUP.SCHOOL_ID, inline(HandInDay.ALWAYS))
                .from(ASSIGNMENT)
                .join(CLASS_GROUP)
                .on(CLASS_GROUP.DISTRICT_ID.eq(district))
                .and(CLASS_GROUP.ID.eq(ASSIGNMENT.CLASS_ID))
                .where(ASSIGNMENT.DISTRICT_ID.eq(district))
                .and(ASSIGNMENT.CHANGED_RUN.eq(run));
    }

    private Select<Record2<SchoolId, LocalDate>> workAdded() {
        return select(CLASS_GROUP.SCHOOL_ID, least(ASSIGNMENT.ASSIGNED_ON, ASSIGNMENT.DUE_ON))
                .from(ASSIGNMENT)
                .join(CLASS_GROUP)
                .on(CLASS_GROUP.DISTRICT_ID.eq(district))
                .and(CLASS_GROUP.ID.eq(ASSIGNMENT.CLASS_ID))
                .where(ASSIGNMENT.DISTRICT_ID.eq(district))
                .and(ASSIGNMENT.ADDED_RUN.eq(run));
    }

    /** A source that only reaches farther than before changes nothing of what it covered. */
    private Select<Record2<SchoolId, LocalDate>> covered() {
        Condition sameBesides =
                jsonbGetAttributeAsText(BEFORE_IMAGE.IMAGE, "habits")
                        .cast(SMALLINT)
                        .eq(COVERAGE.HABITS)
                        .and(
                                jsonbGetAttributeAsText(BEFORE_IMAGE.IMAGE, "practice")
                                        .cast(SMALLINT)
                                        .eq(COVERAGE.PRACTICE))
                        .and(
                                jsonbGetAttributeAsText(BEFORE_IMAGE.IMAGE, "covers_from")
                                        .cast(LOCALDATE)
                                        .eq(COVERAGE.COVERS_FROM));
        Field<LocalDate> before =
                jsonbGetAttributeAsText(BEFORE_IMAGE.IMAGE, "covers_to").cast(LOCALDATE);
        return select(
                        CLASS_GROUP.SCHOOL_ID,
                        case_().when(sameBesides, least(before, COVERAGE.COVERS_TO))
                                .otherwise(inline(HandInDay.ALWAYS)))
                .from(COVERAGE)
                .join(CLASS_GROUP)
                .on(CLASS_GROUP.DISTRICT_ID.eq(district))
                .and(CLASS_GROUP.ID.eq(COVERAGE.CLASS_ID))
                .leftJoin(BEFORE_IMAGE)
                .on(BEFORE_IMAGE.DISTRICT_ID.eq(district))
                .and(BEFORE_IMAGE.RUN_ID.eq(run))
                .and(BEFORE_IMAGE.TABLE_NAME.eq("coverage"))
                .and(BEFORE_IMAGE.ROW_ID.eq(COVERAGE.CLASS_ID.coerce(BIGINT)))
                .where(COVERAGE.DISTRICT_ID.eq(district))
                .and(COVERAGE.CHANGED_RUN.eq(run));
    }

    /** From when it was handed in, where that is all that it says; else from when it was due. */
    private Select<Record2<SchoolId, LocalDate>> handedIn() {
        Condition isNew =
                SUBMISSION
                        .ADDED_RUN
                        .eq(run)
                        .and(SUBMISSION.STATUS.in("handed_in", "begun"))
                        .and(SUBMISSION.HANDED_IN_ON.isNotNull());
        return select(
                        RUNNING.SCHOOL_ID,
                        case_().when(isNew, SUBMISSION.HANDED_IN_ON)
                                .otherwise(
                                        least(
                                                HandInDay.of(SUBMISSION.HANDED_IN_ON),
                                                ASSIGNMENT.DUE_ON)))
                .from(SUBMISSION)
                .join(ASSIGNMENT)
                .on(ASSIGNMENT.DISTRICT_ID.eq(district))
                .and(ASSIGNMENT.ID.eq(SUBMISSION.ASSIGNMENT_ID))
                .join(RUNNING)
                .on(RUNNING.DISTRICT_ID.eq(district))
                .and(RUNNING.PERSON_ID.eq(SUBMISSION.STUDENT_ID))
                .where(SUBMISSION.DISTRICT_ID.eq(district))
                .and(byRun(SUBMISSION.ADDED_RUN, SUBMISSION.CHANGED_RUN));
    }

    private Select<Record2<SchoolId, LocalDate>> handedInBefore() {
        return select(RUNNING.SCHOOL_ID, HandInDay.of(SUBMISSION_BEFORE.HANDED_IN_ON))
                .from(SUBMISSION_BEFORE)
                .join(ASSIGNMENT)
                .on(ASSIGNMENT.DISTRICT_ID.eq(district))
                .and(ASSIGNMENT.ID.eq(SUBMISSION_BEFORE.ASSIGNMENT_ID))
                .join(RUNNING)
                .on(RUNNING.DISTRICT_ID.eq(district))
                .and(RUNNING.PERSON_ID.eq(SUBMISSION_BEFORE.STUDENT_ID))
                .where(SUBMISSION_BEFORE.DISTRICT_ID.eq(district))
                .and(SUBMISSION_BEFORE.RUN_ID.eq(run));
    }

    /** What platforms say that somebody did, where they name no piece of work. */
    private Select<Record2<SchoolId, LocalDate>> didOtherwise() {
        return select(RUNNING.SCHOOL_ID, ACTIVITY.DAY)
                .from(ACTIVITY)
                .join(RUNNING)
                .on(RUNNING.DISTRICT_ID.eq(district))
                .and(RUNNING.PERSON_ID.eq(ACTIVITY.PERSON_ID))
                .where(ACTIVITY.DISTRICT_ID.eq(district))
                .and(ACTIVITY.ADDED_RUN.eq(run));
    }

    /** What families said; an answer that is changed stays one of its day. */
    private Select<Record2<SchoolId, LocalDate>> answered() {
        return select(RUNNING.SCHOOL_ID, HOME_ACCESS.ANSWERED_ON)
                .from(HOME_ACCESS)
                .join(RUNNING)
                .on(RUNNING.DISTRICT_ID.eq(district))
                .and(RUNNING.PERSON_ID.eq(HOME_ACCESS.STUDENT_ID))
                .where(HOME_ACCESS.DISTRICT_ID.eq(district))
                .and(byRun(HOME_ACCESS.ADDED_RUN, HOME_ACCESS.CHANGED_RUN));
    }

    private Condition byRun(Field<Long> added, Field<Long> changed) {
        return added.eq(run).or(changed.eq(run));
    }
}
