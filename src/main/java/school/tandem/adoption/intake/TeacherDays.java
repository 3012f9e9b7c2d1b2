package school.tandem.adoption.intake;

import static org.jooq.impl.DSL.bitOrAgg;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.SMALLINT;
import static school.tandemdb.adoption.Tables.ACTIVITY;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.TEACHER_DAY;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.RUNNING;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import school.tandem.adoption.AssignmentId;
import school.tandem.roster.ClassId;
import school.tandem.roster.PersonId;
import school.tandem.roster.intake.Stage;
import school.tandem.security.DistrictId;

/**
 * What teachers did online on each local day: of the work set in their classes while they taught
 * them, and of what platforms tell of them. All days of a teacher are made anew at once, but only
 * of those teachers whom something may have changed for: the others' stay, however many they are.
 */
final class TeacherDays {

    static final short ASSIGNMENT_SET = 2;
    static final short QUIZ_GIVEN = 4;

    private static final String TOUCHED = "touched_teacher";
    private static final Table<Record> TEACHERS = DSL.table(name(TOUCHED));
    private static final Field<PersonId> TEACHER =
            DSL.field(name(TOUCHED, "person_id"), TEACHER_DAY.PERSON_ID.getDataType());

    private static final String PLACES = "place";
    private static final Field<PersonId> PLACE =
            DSL.field(name(PLACES, "person_id"), TEACHER_DAY.PERSON_ID.getDataType());

    private static final String PLACES_BEFORE = "place_before";
    private static final Table<Record> BEFORE = DSL.table(name(PLACES_BEFORE));

    private final DSLContext dsl;
    private final DistrictId district;

    TeacherDays(DSLContext dsl, DistrictId district) {
        this.dsl = dsl;
        this.district = district;
    }

    /** Makes anew what a run that was just taken concerns, its roster's rows too. */
    void remakeByRun(long run) {
        if (!dsl.fetchExists(TEACHER_DAY, TEACHER_DAY.DISTRICT_ID.eq(district))) {
            sum(noCondition(), noCondition());
        } else {
            touch(new TouchedTeachers(district).byRun(run));
            remake();
        }
    }

    /** Remembers whom a run concerns that is about to be taken back, and who teaches what. */
    void touchByRun(long run) {
        touch(new TouchedTeachers(district).byRun(run));
        dsl.dropTableIfExists(BEFORE).execute();
        dsl.createTemporaryTable(BEFORE).as(places()).onCommitDrop().execute();
    }

    /** Remembers the teachers of the classes of some work. */
    void touchByWork(Select<Record1<AssignmentId>> work) {
        touch(new TouchedTeachers(district).byWork(work));
    }

    /** Makes anew what {@link #touchByRun} remembered, and those who teach otherwise now. */
    void remakeAfterUndo() {
        add(select(PLACE).from(placesBefore().except(places()).asTable(PLACES)));
        add(select(PLACE).from(places().except(placesBefore()).asTable(PLACES)));
        remake();
    }

    private Select<Record4<PersonId, ClassId, LocalDate, LocalDate>> places() {
        return select(RUNNING.PERSON_ID, RUNNING.CLASS_ID, RUNNING.FROM_ON, RUNNING.TO_ON)
                .from(RUNNING)
                .where(RUNNING.DISTRICT_ID.eq(district), RUNNING.ROLE.eq("teacher"));
    }

    private static Select<Record4<PersonId, ClassId, LocalDate, LocalDate>> placesBefore() {
        return select(
                        before(RUNNING.PERSON_ID),
                        before(RUNNING.CLASS_ID),
                        before(RUNNING.FROM_ON),
                        before(RUNNING.TO_ON))
                .from(BEFORE);
    }

    private static <T> Field<T> before(Field<T> field) {
        return DSL.field(name(PLACES_BEFORE, field.getName()), field.getDataType());
    }

    private void touch(Select<Record1<PersonId>> teachers) {
        dsl.dropTableIfExists(TEACHERS).execute();
        dsl.createTemporaryTable(TEACHERS).column("person_id", BIGINT).onCommitDrop().execute();
        add(teachers);
    }

    private void add(Select<Record1<PersonId>> teachers) {
        dsl.insertInto(TEACHERS, DSL.field(name("person_id"), TEACHER_DAY.PERSON_ID.getDataType()))
                .select(teachers)
                .execute();
    }

    /** Makes all days of those anew who were remembered. */
    void remake() {
        Stage.analyze(dsl, TOUCHED);
        Select<Record1<PersonId>> touched = select(TEACHER).from(TEACHERS);
        dsl.deleteFrom(TEACHER_DAY)
                .where(TEACHER_DAY.DISTRICT_ID.eq(district))
                .and(TEACHER_DAY.PERSON_ID.in(touched))
                .execute();
        sum(RUNNING.PERSON_ID.in(touched), ACTIVITY.PERSON_ID.in(touched));
    }

    private void sum(Condition ofPlaces, Condition ofActivities) {
        Field<PersonId> person =
                DSL.field(name("did", "person_id"), TEACHER_DAY.PERSON_ID.getDataType());
        Field<LocalDate> day = DSL.field(name("did", "day"), LOCALDATE);
        Field<Short> did = DSL.field(name("did", "practice"), SMALLINT);
        dsl.insertInto(
                        TEACHER_DAY,
                        TEACHER_DAY.DISTRICT_ID,
                        TEACHER_DAY.PERSON_ID,
                        TEACHER_DAY.DAY,
                        TEACHER_DAY.PRACTICE)
                .select(
                        select(val(district, TEACHER_DAY.DISTRICT_ID), person, day, bitOrAgg(did))
                                .from(
                                        ofWork(ofPlaces)
                                                .unionAll(ofActivities(ofActivities))
                                                .asTable("did"))
                                .groupBy(person, day))
                .execute();
    }

    private Select<Record3<PersonId, LocalDate, Short>> ofWork(Condition which) {
        Field<LocalDate> day = coalesce(ASSIGNMENT.ASSIGNED_ON, ASSIGNMENT.DUE_ON);
        Field<Short> practice =
                case_().when(
                                ASSIGNMENT.WORK_KIND.eq("quiz"),
                                inline((short) (ASSIGNMENT_SET | QUIZ_GIVEN)))
                        .otherwise(inline(ASSIGNMENT_SET));
        return select(
                        RUNNING.PERSON_ID.as("person_id"),
                        day.as("day"),
                        practice.cast(SMALLINT).as("practice"))
                .from(RUNNING)
                .join(ASSIGNMENT)
                .on(ASSIGNMENT.DISTRICT_ID.eq(district))
                .and(ASSIGNMENT.CLASS_ID.eq(RUNNING.CLASS_ID))
                .and(day.ge(RUNNING.FROM_ON))
                .and(day.lt(RUNNING.TO_ON))
                .where(RUNNING.DISTRICT_ID.eq(district))
                .and(RUNNING.ROLE.eq("teacher"))
                .and(ASSIGNMENT.ONLINE.isTrue())
                .and(ASSIGNMENT.WITHDRAWN_ON.isNull())
                .and(which);
    }

    private Select<Record3<PersonId, LocalDate, Short>> ofActivities(Condition which) {
        return select(
                        ACTIVITY.PERSON_ID,
                        ACTIVITY.DAY,
                        case_(ACTIVITY.DID)
                                .when(QUIZ_GIVEN, inline((short) (ASSIGNMENT_SET | QUIZ_GIVEN)))
                                .otherwise(ACTIVITY.DID)
                                .cast(SMALLINT))
                .from(ACTIVITY)
                .join(PERSON)
                .on(PERSON.DISTRICT_ID.eq(district))
                .and(PERSON.ID.eq(ACTIVITY.PERSON_ID))
                .and(PERSON.KIND.eq("staff"))
                .where(ACTIVITY.DISTRICT_ID.eq(district), which);
    }
}
