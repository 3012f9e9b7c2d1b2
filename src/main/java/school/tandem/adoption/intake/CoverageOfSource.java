package school.tandem.adoption.intake;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.jsonbObject;
import static org.jooq.impl.DSL.key;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.SMALLINT;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.BEFORE_IMAGE;
import static school.tandemdb.adoption.Tables.CATEGORY;
import static school.tandemdb.adoption.Tables.COVERAGE;
import static school.tandemdb.adoption.Tables.SUBMISSION;
import static school.tandemdb.roster.Tables.CLASS_GROUP;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.Row4;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.WorkKinds.Meaning;
import school.tandem.roster.ClassId;
import school.tandem.security.DistrictId;

/**
 * Declares what a source that brings work and hand-ins reports: hand-ins, work set, and quizzes
 * where it tells them apart; for all of its classes in the schools of a delivery; up to the latest
 * day of anything in these. A school that the delivery does not speak for stays covered as far as
 * it was.
 */
final class CoverageOfSource {

    private static final String TABLE = "coverage";
    private static final String SINCE = "covers_from";
    private static final String AS_FAR_AS = "covers_to";
    private static final String HABITS = "habits";
    private static final String PRACTICE = "practice";
    private static final String BY_RUN = "changed_run";

    /** Before any day that a source tells of. */
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    private static final Row4<Short, Short, LocalDate, LocalDate> DECLARED =
            row(COVERAGE.HABITS, COVERAGE.PRACTICE, COVERAGE.COVERS_FROM, COVERAGE.COVERS_TO);

    private final DSLContext dsl;
    private final WorkKinds kinds;
    private final DistrictId district;
    private final String source;

    CoverageOfSource(DSLContext dsl, WorkKinds kinds, DistrictId district, String source) {
        this.dsl = dsl;
        this.kinds = kinds;
        this.district = district;
        this.source = source;
    }

    /**
     * @param roster the source of the classes; null: {@code ofDelivery} says which
     * @param ofDelivery whether the delivery speaks for a class
     */
    void declare(
            long run,
            LocalDate today,
            @Nullable String roster,
            Function<Field<Long>, Condition> ofDelivery) {
        LocalDate until = latest(today, ofDelivery);
        if (until == null) {
            return;
        }
        boolean quizzes = tellsQuizzes();
        Condition ofRoster = roster == null ? noCondition() : CLASS_GROUP.SOURCE.eq(roster);
        write(
                run,
                select(
                                CLASS_GROUP.DISTRICT_ID,
                                val(source),
                                CLASS_GROUP.ID,
                                inline(habits(quizzes)),
                                inline(practice(quizzes)),
                                val(ALWAYS),
                                val(until),
                                val(run))
                        .from(CLASS_GROUP)
                        .where(CLASS_GROUP.DISTRICT_ID.eq(district))
                        .and(ofRoster)
                        .and(ofDelivery.apply(CLASS_GROUP.ID.coerce(BIGINT))));
    }

    /** Adds what an export reports to what others of the same source do. */
    void declare(long run, Reported what) {
        LocalDate until = what.until();
        if (until == null || what.classes().isEmpty()) {
            return;
        }
        short quiz = tellsQuizzesApart() ? Did.QUIZ.bit() : 0;
        short given = quiz == 0 ? 0 : Did.GAVE_QUIZ.bit();
        LocalDate from = what.from() == null ? ALWAYS : what.from();
        boolean ofWork = what.habits().contains(Did.HANDED_IN);
        short habits = (short) (what.ofStudents() | (ofWork ? quiz : 0));
        short practice = (short) (what.ofTeachers() | (ofWork ? given : 0));
        Field<Short> before = coalesce(COVERAGE.HABITS, inline((short) 0));
        write(
                run,
                select(
                                CLASS_GROUP.DISTRICT_ID,
                                val(source),
                                CLASS_GROUP.ID,
                                before.bitOr(habits).cast(SMALLINT),
                                coalesce(COVERAGE.PRACTICE, inline((short) 0))
                                        .bitOr(practice)
                                        .cast(SMALLINT),
                                least(coalesce(COVERAGE.COVERS_FROM, val(from)), val(from)),
                                greatest(coalesce(COVERAGE.COVERS_TO, val(until)), val(until)),
                                val(run))
                        .from(CLASS_GROUP)
                        .leftJoin(COVERAGE)
                        .on(COVERAGE.DISTRICT_ID.eq(district))
                        .and(COVERAGE.SOURCE.eq(source))
                        .and(COVERAGE.CLASS_ID.eq(CLASS_GROUP.ID))
                        .where(CLASS_GROUP.DISTRICT_ID.eq(district))
                        .and(CLASS_GROUP.ID.in(what.classes())));
    }

    private boolean tellsQuizzesApart() {
        return dsl.fetchExists(
                selectOne()
                        .from(ASSIGNMENT)
                        .where(ASSIGNMENT.DISTRICT_ID.eq(district))
                        .and(ASSIGNMENT.SOURCE.eq(source))
                        .and(ASSIGNMENT.WORK_KIND.eq(WorkKind.QUIZ.code()))
                        .and(ASSIGNMENT.WITHDRAWN_ON.isNull()));
    }

    /** Writes what is declared, and keeps what was where that changes. */
    private void write(
            long run,
            Select<Record8<DistrictId, String, ClassId, Short, Short, LocalDate, LocalDate, Long>>
                    declared) {
        var now = declared.asTable("declared", "d", "s", "class_id", "h", "p", "f", "u", "r");
        Field<ClassId> classId =
                DSL.field(name("declared", "class_id"), COVERAGE.CLASS_ID.getDataType());
        Row4<Short, Short, LocalDate, LocalDate> is =
                row(
                        now.field("h", SMALLINT),
                        now.field("p", SMALLINT),
                        now.field("f", LOCALDATE),
                        now.field("u", LOCALDATE));
        dsl.insertInto(
                        BEFORE_IMAGE,
                        BEFORE_IMAGE.DISTRICT_ID,
                        BEFORE_IMAGE.RUN_ID,
                        BEFORE_IMAGE.TABLE_NAME,
                        BEFORE_IMAGE.ROW_ID,
                        BEFORE_IMAGE.IMAGE)
                .select(
                        select(
                                        COVERAGE.DISTRICT_ID,
                                        val(run),
                                        val(TABLE),
                                        COVERAGE.CLASS_ID.coerce(BIGINT),
                                        jsonbObject(
                                                key(SINCE).value(COVERAGE.COVERS_FROM),
                                                key(AS_FAR_AS).value(COVERAGE.COVERS_TO),
                                                key(HABITS).value(COVERAGE.HABITS),
                                                key(PRACTICE).value(COVERAGE.PRACTICE),
                                                key(BY_RUN).value(COVERAGE.CHANGED_RUN)))
                                .from(COVERAGE)
                                .join(now)
                                .on(classId.eq(COVERAGE.CLASS_ID))
                                .where(COVERAGE.DISTRICT_ID.eq(district))
                                .and(COVERAGE.SOURCE.eq(source))
                                .and(DECLARED.ne(is)))
                .execute();
        dsl.insertInto(
                        COVERAGE,
                        COVERAGE.DISTRICT_ID,
                        COVERAGE.SOURCE,
                        COVERAGE.CLASS_ID,
                        COVERAGE.HABITS,
                        COVERAGE.PRACTICE,
                        COVERAGE.COVERS_FROM,
                        COVERAGE.COVERS_TO,
                        COVERAGE.CHANGED_RUN)
                .select(declared)
                .onConflict(COVERAGE.DISTRICT_ID, COVERAGE.SOURCE, COVERAGE.CLASS_ID)
                .doUpdate()
                .set(COVERAGE.HABITS, excluded(COVERAGE.HABITS))
                .set(COVERAGE.PRACTICE, excluded(COVERAGE.PRACTICE))
                .set(COVERAGE.COVERS_FROM, excluded(COVERAGE.COVERS_FROM))
                .set(COVERAGE.COVERS_TO, excluded(COVERAGE.COVERS_TO))
                .set(COVERAGE.CHANGED_RUN, excluded(COVERAGE.CHANGED_RUN))
                .where(
                        DECLARED.ne(
                                row(
                                        excluded(COVERAGE.HABITS),
                                        excluded(COVERAGE.PRACTICE),
                                        excluded(COVERAGE.COVERS_FROM),
                                        excluded(COVERAGE.COVERS_TO))))
                .execute();
    }

    /** Takes back what a run declared: as far as before, or nothing. */
    void undo(long run) {
        dsl.update(COVERAGE)
                .set(COVERAGE.COVERS_FROM, was(SINCE, COVERAGE.COVERS_FROM))
                .set(
                        COVERAGE.COVERS_TO,
                        jsonbGetAttributeAsText(BEFORE_IMAGE.IMAGE, AS_FAR_AS).cast(LOCALDATE))
                .set(COVERAGE.HABITS, was(HABITS, COVERAGE.HABITS))
                .set(COVERAGE.PRACTICE, was(PRACTICE, COVERAGE.PRACTICE))
                .set(
                        COVERAGE.CHANGED_RUN,
                        jsonbGetAttributeAsText(BEFORE_IMAGE.IMAGE, BY_RUN).cast(BIGINT))
                .from(BEFORE_IMAGE)
                .where(COVERAGE.DISTRICT_ID.eq(district), COVERAGE.SOURCE.eq(source))
                .and(BEFORE_IMAGE.DISTRICT_ID.eq(district))
                .and(BEFORE_IMAGE.RUN_ID.eq(run))
                .and(BEFORE_IMAGE.TABLE_NAME.eq(TABLE))
                .and(BEFORE_IMAGE.ROW_ID.eq(COVERAGE.CLASS_ID.coerce(BIGINT)))
                .execute();
        dsl.deleteFrom(COVERAGE)
                .where(COVERAGE.DISTRICT_ID.eq(district), COVERAGE.SOURCE.eq(source))
                .and(COVERAGE.CHANGED_RUN.eq(run))
                .execute();
    }

    /** As it stood before; as it is where nobody kept it. */
    private static <T> Field<T> was(String what, Field<T> is) {
        return coalesce(jsonbGetAttributeAsText(BEFORE_IMAGE.IMAGE, what).cast(is), is);
    }

    /** Declares quizzes, or no longer, once a category means something else. */
    void meansOtherwise() {
        if (!hasCategories()) {
            return;
        }
        boolean quizzes = tellsQuizzes();
        dsl.update(COVERAGE)
                .set(COVERAGE.HABITS, habits(quizzes))
                .set(COVERAGE.PRACTICE, practice(quizzes))
                .where(COVERAGE.DISTRICT_ID.eq(district), COVERAGE.SOURCE.eq(source))
                .execute();
    }

    private boolean hasCategories() {
        return dsl.fetchExists(
                selectOne()
                        .from(CATEGORY)
                        .where(CATEGORY.DISTRICT_ID.eq(district), CATEGORY.SOURCE.eq(source)));
    }

    private static short habits(boolean quizzes) {
        return (short) (DaySums.HANDED_IN | (quizzes ? DaySums.QUIZ : 0));
    }

    private static short practice(boolean quizzes) {
        return (short) (TeacherDays.ASSIGNMENT_SET | (quizzes ? TeacherDays.QUIZ_GIVEN : 0));
    }

    private boolean tellsQuizzes() {
        Map<String, Meaning> own = kinds.own(district);
        return dsl
                .select(CATEGORY.TITLE)
                .from(CATEGORY)
                .where(CATEGORY.DISTRICT_ID.eq(district), CATEGORY.SOURCE.eq(source))
                .and(CATEGORY.WITHDRAWN_ON.isNull())
                .fetch(CATEGORY.TITLE)
                .stream()
                .anyMatch(title -> kinds.of(title, own).isQuiz());
    }

    /** Work that is due in the future says nothing about how far the source has come. */
    private @Nullable LocalDate latest(
            LocalDate today, Function<Field<Long>, Condition> ofDelivery) {
        Condition delivered =
                ASSIGNMENT
                        .DISTRICT_ID
                        .eq(district)
                        .and(ASSIGNMENT.SOURCE.eq(source))
                        .and(ofDelivery.apply(ASSIGNMENT.CLASS_ID.coerce(BIGINT)));
        return Stream.of(
                        latestOfWork(ASSIGNMENT.ASSIGNED_ON, today, delivered),
                        latestOfWork(ASSIGNMENT.DUE_ON, today, delivered),
                        dsl.select(max(SUBMISSION.HANDED_IN_ON))
                                .from(SUBMISSION)
                                .where(SUBMISSION.DISTRICT_ID.eq(district))
                                .and(SUBMISSION.SOURCE.eq(source))
                                .and(SUBMISSION.WITHDRAWN_ON.isNull())
                                .and(SUBMISSION.HANDED_IN_ON.le(today))
                                .and(
                                        SUBMISSION.ASSIGNMENT_ID.in(
                                                select(ASSIGNMENT.ID)
                                                        .from(ASSIGNMENT)
                                                        .where(delivered)))
                                .fetchSingle()
                                .value1())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private @Nullable LocalDate latestOfWork(
            Field<LocalDate> day, LocalDate today, Condition delivered) {
        return dsl.select(max(day))
                .from(ASSIGNMENT)
                .where(delivered)
                .and(ASSIGNMENT.WITHDRAWN_ON.isNull())
                .and(day.le(today))
                .fetchSingle()
                .value1();
    }
}
