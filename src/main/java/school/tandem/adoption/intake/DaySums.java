package school.tandem.adoption.intake;

import static org.jooq.impl.DSL.bitOrAgg;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.SMALLINT;
import static school.tandemdb.adoption.Tables.ACTIVITY;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.STUDENT_DAY;
import static school.tandemdb.adoption.Tables.SUBMISSION;
import static school.tandemdb.adoption.Tables.SUBMISSION_BEFORE;
import static school.tandemdb.roster.Tables.PERSON;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.AssignmentId;
import school.tandem.roster.PersonId;
import school.tandem.roster.intake.Stage;
import school.tandem.security.DistrictId;

/**
 * The finest sums: what a student did online on one local day, and by {@link TeacherDays} what a
 * teacher did. Made anew only for the days and people that an import touched.
 */
final class DaySums {

    /** Bits of a student's day. */
    static final short OPENED = 1;

    static final short HANDED_IN = 2;
    static final short QUIZ = 4;
    static final short ATTENDED = 8;

    private static final Table<Record> DAYS = DSL.table(name("touched_day"));
    private static final Field<Long> STUDENT = DSL.field(name("touched_day", "student_id"), BIGINT);
    private static final Field<LocalDate> DAY = DSL.field(name("touched_day", "day"), LOCALDATE);

    private final DSLContext dsl;
    private final DistrictId district;
    private final TeacherDays teachers;

    DaySums(DSLContext dsl, DistrictId district) {
        this.dsl = dsl;
        this.district = district;
        this.teachers = new TeacherDays(dsl, district);
    }

    /**
     * Makes anew what a run that was just taken concerns.
     *
     * @param handIns those that it brought; null: none
     * @param ofTeachers whether anything but hand-ins came with them
     */
    void remakeByRun(long run, @Nullable Stage<ResultRow> handIns, boolean ofTeachers) {
        if (!dsl.fetchExists(STUDENT_DAY, STUDENT_DAY.DISTRICT_ID.eq(district))) {
            sumStudents(noCondition(), noCondition());
        } else {
            beginTouched();
            if (handIns != null) {
                touchDays(
                        selectDistinct(
                                        handIns.number("student_id").coerce(SUBMISSION.STUDENT_ID),
                                        handIns.field("handed_in_on", LOCALDATE))
                                .from(handIns.table())
                                .where(handIns.outcome().in("added", "changed"))
                                .and(handIns.field("handed_in_on", LOCALDATE).isNotNull()));
            }
            touchDays(handedIn(ofChangedWork(run)));
            touchAround(run);
            remakeStudents();
        }
        if (ofTeachers) {
            teachers.remakeByRun(run);
        }
    }

    /** Remembers what a run's rows concern, as they are and as they were, to take it back. */
    void touchByRun(long run) {
        beginTouched();
        touchDays(
                handedIn(
                        SUBMISSION
                                .ADDED_RUN
                                .eq(run)
                                .or(SUBMISSION.CHANGED_RUN.eq(run))
                                .or(ofChangedWork(run))));
        touchAround(run);
        teachers.touchByRun(run);
    }

    private Condition ofChangedWork(long run) {
        return SUBMISSION.ASSIGNMENT_ID.in(
                select(ASSIGNMENT.ID)
                        .from(ASSIGNMENT)
                        .where(ASSIGNMENT.DISTRICT_ID.eq(district))
                        .and(ASSIGNMENT.CHANGED_RUN.eq(run)));
    }

    private Select<Record2<PersonId, LocalDate>> handedIn(Condition which) {
        return selectDistinct(SUBMISSION.STUDENT_ID, SUBMISSION.HANDED_IN_ON)
                .from(SUBMISSION)
                .where(SUBMISSION.DISTRICT_ID.eq(district))
                .and(SUBMISSION.HANDED_IN_ON.isNotNull())
                .and(which);
    }

    /** The days of hand-ins as they were, and of what platforms tell besides hand-ins. */
    private void touchAround(long run) {
        touchDays(
                select(SUBMISSION_BEFORE.STUDENT_ID, SUBMISSION_BEFORE.HANDED_IN_ON)
                        .from(SUBMISSION_BEFORE)
                        .where(SUBMISSION_BEFORE.DISTRICT_ID.eq(district))
                        .and(SUBMISSION_BEFORE.RUN_ID.eq(run))
                        .and(SUBMISSION_BEFORE.HANDED_IN_ON.isNotNull()));
        touchDays(
                select(ACTIVITY.PERSON_ID, ACTIVITY.DAY)
                        .from(ACTIVITY)
                        .where(ACTIVITY.DISTRICT_ID.eq(district), ACTIVITY.ADDED_RUN.eq(run)));
        Stage.analyze(dsl, "touched_day");
    }

    /** Makes anew what some work, that means something else by now, concerns. */
    void remakeByWork(Select<Record1<AssignmentId>> work) {
        beginTouched();
        touchDays(handedIn(SUBMISSION.ASSIGNMENT_ID.in(work)));
        Stage.analyze(dsl, "touched_day");
        remakeStudents();
        teachers.touchByWork(work);
        teachers.remake();
    }

    private void beginTouched() {
        dsl.dropTableIfExists(DAYS).execute();
        dsl.createTemporaryTable(DAYS)
                .column("student_id", BIGINT)
                .column("day", LOCALDATE)
                .onCommitDrop()
                .execute();
    }

    private void touchDays(Select<Record2<PersonId, LocalDate>> days) {
        dsl.insertInto(
                        DAYS,
                        DSL.field(name("student_id"), SUBMISSION.STUDENT_ID.getDataType()),
                        DSL.field(name("day"), LOCALDATE))
                .select(days)
                .execute();
    }

    /** Makes the sums of what was touched anew, once all is as it was before the run. */
    void remakeAfterUndo() {
        remakeStudents();
        teachers.remakeAfterUndo();
    }

    private void remakeStudents() {
        Condition touched =
                row(STUDENT_DAY.STUDENT_ID.coerce(Long.class), STUDENT_DAY.DAY)
                        .in(select(STUDENT, DAY).from(DAYS));
        dsl.deleteFrom(STUDENT_DAY).where(STUDENT_DAY.DISTRICT_ID.eq(district), touched).execute();
        sumStudents(
                row(SUBMISSION.STUDENT_ID.coerce(Long.class), SUBMISSION.HANDED_IN_ON)
                        .in(select(STUDENT, DAY).from(DAYS)),
                row(ACTIVITY.PERSON_ID.coerce(Long.class), ACTIVITY.DAY)
                        .in(select(STUDENT, DAY).from(DAYS)));
    }

    private void sumStudents(Condition ofHandIns, Condition ofActivities) {
        Field<PersonId> student =
                DSL.field(name("did", "student_id"), STUDENT_DAY.STUDENT_ID.getDataType());
        Field<LocalDate> day = DSL.field(name("did", "day"), LOCALDATE);
        Field<Short> habits = DSL.field(name("did", "habits"), SMALLINT);
        dsl.insertInto(
                        STUDENT_DAY,
                        STUDENT_DAY.DISTRICT_ID,
                        STUDENT_DAY.STUDENT_ID,
                        STUDENT_DAY.DAY,
                        STUDENT_DAY.HABITS)
                .select(
                        select(
                                        val(district, STUDENT_DAY.DISTRICT_ID),
                                        student,
                                        day,
                                        bitOrAgg(habits))
                                .from(
                                        ofHandIns(ofHandIns)
                                                .unionAll(ofActivities(ofActivities))
                                                .asTable("did"))
                                .groupBy(student, day)
                                .orderBy(student, day))
                .execute();
    }

    private Select<Record3<PersonId, LocalDate, Short>> ofHandIns(Condition which) {
        Field<Short> habits =
                case_().when(SUBMISSION.STATUS.eq(HandIn.BEGUN.code()), inline(OPENED))
                        .when(
                                ASSIGNMENT.WORK_KIND.eq("quiz"),
                                inline((short) (OPENED | HANDED_IN | QUIZ)))
                        .otherwise(inline((short) (OPENED | HANDED_IN)));
        return select(
                        SUBMISSION.STUDENT_ID.as("student_id"),
                        SUBMISSION.HANDED_IN_ON.as("day"),
                        habits.cast(SMALLINT).as("habits"))
                .from(SUBMISSION)
                .join(ASSIGNMENT)
                .on(ASSIGNMENT.DISTRICT_ID.eq(district))
                .and(ASSIGNMENT.ID.eq(SUBMISSION.ASSIGNMENT_ID))
                .where(SUBMISSION.DISTRICT_ID.eq(district))
                .and(SUBMISSION.STATUS.in(HandIn.HANDED_IN.code(), HandIn.BEGUN.code()))
                .and(SUBMISSION.WITHDRAWN_ON.isNull())
                .and(ASSIGNMENT.WITHDRAWN_ON.isNull())
                .and(ASSIGNMENT.ONLINE.isTrue())
                .and(SUBMISSION.HANDED_IN_ON.isNotNull())
                .and(which);
    }

    /** Who handed in had opened it; a quiz taken was handed in. */
    private Select<Record3<PersonId, LocalDate, Short>> ofActivities(Condition which) {
        Field<Short> habits =
                case_(ACTIVITY.DID)
                        .when(HANDED_IN, inline((short) (OPENED | HANDED_IN)))
                        .when(QUIZ, inline((short) (OPENED | HANDED_IN | QUIZ)))
                        .otherwise(ACTIVITY.DID);
        return select(ACTIVITY.PERSON_ID, ACTIVITY.DAY, habits.cast(SMALLINT))
                .from(ACTIVITY)
                .join(PERSON)
                .on(PERSON.DISTRICT_ID.eq(district))
                .and(PERSON.ID.eq(ACTIVITY.PERSON_ID))
                .and(PERSON.KIND.eq("student"))
                .where(ACTIVITY.DISTRICT_ID.eq(district), which);
    }
}
