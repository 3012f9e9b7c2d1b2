package school.tandem.adoption.intake;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.CATEGORY;
import static school.tandemdb.adoption.Tables.COVERAGE;
import static school.tandemdb.adoption.Tables.SUBMISSION;
import static school.tandemdb.roster.Tables.CLASS_GROUP;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.WorkKinds.Meaning;
import school.tandem.security.DistrictId;

/**
 * Declares what a source that brings work and hand-ins reports: hand-ins, work set, and quizzes
 * where it tells them apart; for all of its classes; up to the latest day of anything in it.
 */
final class CoverageOfSource {

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

    void declare(long run, LocalDate today) {
        LocalDate until = latest(today);
        if (until == null) {
            return;
        }
        boolean quizzes = tellsQuizzes();
        short habits = habits(quizzes);
        short practice = practice(quizzes);
        dsl.insertInto(
                        COVERAGE,
                        COVERAGE.DISTRICT_ID,
                        COVERAGE.SOURCE,
                        COVERAGE.CLASS_ID,
                        COVERAGE.HABITS,
                        COVERAGE.PRACTICE,
                        COVERAGE.COVERS_TO,
                        COVERAGE.CHANGED_RUN)
                .select(
                        select(
                                        CLASS_GROUP.DISTRICT_ID,
                                        val(source),
                                        CLASS_GROUP.ID,
                                        inline(habits),
                                        inline(practice),
                                        val(until),
                                        val(run))
                                .from(CLASS_GROUP)
                                .where(CLASS_GROUP.DISTRICT_ID.eq(district))
                                .and(CLASS_GROUP.SOURCE.eq(source)))
                .onConflict(COVERAGE.DISTRICT_ID, COVERAGE.SOURCE, COVERAGE.CLASS_ID)
                .doUpdate()
                .set(COVERAGE.HABITS, org.jooq.impl.DSL.excluded(COVERAGE.HABITS))
                .set(COVERAGE.PRACTICE, org.jooq.impl.DSL.excluded(COVERAGE.PRACTICE))
                .set(COVERAGE.COVERS_TO, org.jooq.impl.DSL.excluded(COVERAGE.COVERS_TO))
                .set(COVERAGE.CHANGED_RUN, org.jooq.impl.DSL.excluded(COVERAGE.CHANGED_RUN))
                .where(
                        row(COVERAGE.HABITS, COVERAGE.PRACTICE, COVERAGE.COVERS_TO)
                                .ne(row(habits, practice, until)))
                .execute();
    }

    /** Takes back what was declared for classes that go. */
    void beforeUndo(long run) {
        dsl.deleteFrom(COVERAGE)
                .where(COVERAGE.DISTRICT_ID.eq(district))
                .and(
                        COVERAGE.CLASS_ID.in(
                                select(CLASS_GROUP.ID)
                                        .from(CLASS_GROUP)
                                        .where(CLASS_GROUP.DISTRICT_ID.eq(district))
                                        .and(CLASS_GROUP.ADDED_RUN.eq(run))))
                .execute();
    }

    /** Declares what is left; nothing, where the source has no hand-ins left. */
    void declareAgain(long run, LocalDate today) {
        boolean handIns =
                dsl.fetchExists(
                        dsl.selectOne()
                                .from(SUBMISSION)
                                .where(SUBMISSION.DISTRICT_ID.eq(district))
                                .and(SUBMISSION.SOURCE.eq(source)));
        if (!handIns || latest(today) == null) {
            dsl.deleteFrom(COVERAGE)
                    .where(COVERAGE.DISTRICT_ID.eq(district), COVERAGE.SOURCE.eq(source))
                    .execute();
        } else {
            declare(run, today);
        }
    }

    /** Declares quizzes, or no longer, once a category means something else. */
    void meansOtherwise() {
        boolean quizzes = tellsQuizzes();
        dsl.update(COVERAGE)
                .set(COVERAGE.HABITS, habits(quizzes))
                .set(COVERAGE.PRACTICE, practice(quizzes))
                .where(COVERAGE.DISTRICT_ID.eq(district), COVERAGE.SOURCE.eq(source))
                .execute();
    }

    private static short habits(boolean quizzes) {
        return (short) (DaySums.HANDED_IN | (quizzes ? DaySums.QUIZ : 0));
    }

    private static short practice(boolean quizzes) {
        return (short) (DaySums.ASSIGNMENT_SET | (quizzes ? DaySums.QUIZ_GIVEN : 0));
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
    private @Nullable LocalDate latest(LocalDate today) {
        return Stream.of(
                        latestOfWork(ASSIGNMENT.ASSIGNED_ON, today),
                        latestOfWork(ASSIGNMENT.DUE_ON, today),
                        dsl.select(max(SUBMISSION.HANDED_IN_ON))
                                .from(SUBMISSION)
                                .where(SUBMISSION.DISTRICT_ID.eq(district))
                                .and(SUBMISSION.SOURCE.eq(source))
                                .and(SUBMISSION.WITHDRAWN_ON.isNull())
                                .and(SUBMISSION.HANDED_IN_ON.le(today))
                                .fetchSingle()
                                .value1())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private @Nullable LocalDate latestOfWork(Field<LocalDate> day, LocalDate today) {
        return dsl.select(max(day))
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.DISTRICT_ID.eq(district), ASSIGNMENT.SOURCE.eq(source))
                .and(ASSIGNMENT.WITHDRAWN_ON.isNull())
                .and(day.le(today))
                .fetchSingle()
                .value1();
    }
}
