package school.tandem.adoption.intake;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static school.tandemdb.adoption.Tables.SUBMISSION;
import static school.tandemdb.adoption.Tables.SUBMISSION_BEFORE;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.Reason;
import school.tandem.roster.intake.Stage;
import school.tandem.roster.intake.UndoRefused;
import school.tandem.security.DistrictId;

/** Takes hand-ins, which are keyed by what they are: one student's of one piece of work. */
final class SubmissionMerge {

    private static final String ADDED = "added";
    private static final String CHANGED = "changed";
    private static final String UNCHANGED = "unchanged";

    private final DSLContext dsl;
    private final DistrictId district;
    private final long run;
    private final String source;
    private final LocalDate today;
    private final boolean partial;

    /**
     * @param partial whether others tell of the same hand-ins, so that not knowing what became of
     *     one, or when, changes nothing
     */
    SubmissionMerge(
            DSLContext dsl,
            DistrictId district,
            long run,
            String source,
            LocalDate today,
            boolean partial) {
        this.partial = partial;
        this.dsl = dsl;
        this.district = district;
        this.run = run;
        this.source = source;
        this.today = today;
    }

    /**
     * Takes the rows that are not held.
     *
     * @param absent which hand-ins a bulk file withdraws by not having them; null: it is no bulk
     *     file
     * @return how many it withdrew that way
     */
    long take(Stage<ResultRow> stage, @Nullable Condition absent) {
        holdRepeated(stage);
        boolean first = !dsl.fetchExists(SUBMISSION, own());
        long written = 0;
        if (!first) {
            holdReused(stage);
            decide(stage);
            keep(ofStage(stage).and(stage.outcome().eq(CHANGED)), stage);
            written = update(stage);
        }
        leaveEnded(stage);
        written += insert(stage);
        Stage.analyzeSchema(dsl, "adoption", written);
        return first || absent == null || stage.isEmpty() ? 0 : withdrawAbsent(stage, absent);
    }

    /** The same work and student under another id: the first one stands. */
    private void holdRepeated(Stage<ResultRow> stage) {
        if (!stage.repeats(stage.number("assignment_id"), stage.number("student_id"))) {
            return;
        }
        Table<?> ranked =
                select(
                                stage.number("line").as("line"),
                                rowNumber()
                                        .over()
                                        .partitionBy(
                                                stage.number("assignment_id"),
                                                stage.number("student_id"))
                                        .orderBy(stage.number("line"))
                                        .as("rank"))
                        .from(stage.table())
                        .where(stage.taken())
                        .and(stage.number("assignment_id").isNotNull())
                        .and(stage.number("student_id").isNotNull())
                        .asTable("ranked");
        stage.hold(
                Reason.DUPLICATE_FACT,
                "studentSourcedId",
                stage.text("student"),
                stage.number("line")
                        .in(
                                select(DSL.field(name("ranked", "line"), Long.class))
                                        .from(ranked)
                                        .where(
                                                DSL.field(name("ranked", "rank"), Integer.class)
                                                        .gt(1))));
    }

    /** An id that names another student's hand-in, or other work, since an earlier import. */
    private void holdReused(Stage<ResultRow> stage) {
        stage.hold(
                Reason.DUPLICATE_ID,
                "sourcedId",
                stage.externalId(),
                exists(
                        selectOne()
                                .from(SUBMISSION)
                                .where(own())
                                .and(SUBMISSION.EXTERNAL_ID.eq(stage.externalId()))
                                .and(sameFact(stage).not())));
    }

    private void decide(Stage<ResultRow> stage) {
        Condition ended = SUBMISSION.WITHDRAWN_ON.isNotNull();
        Condition differs =
                SUBMISSION
                        .STATUS
                        .isDistinctFrom(stage.text("status"))
                        .or(
                                SUBMISSION.HANDED_IN_ON.isDistinctFrom(
                                        stage.field("handed_in_on", LOCALDATE)))
                        .or(SUBMISSION.LATE.isDistinctFrom(stage.flag("late")))
                        .or(SUBMISSION.EXTERNAL_ID.isDistinctFrom(stage.externalId()))
                        .or(ended);
        Condition dayless =
                stage.text("status")
                        .eq(HandIn.HANDED_IN.code())
                        .and(stage.field("handed_in_on", LOCALDATE).isNull())
                        .and(SUBMISSION.HANDED_IN_ON.isNotNull());
        Condition knows =
                stage.text("status")
                        .ne(HandIn.UNKNOWN.code())
                        .andNot(dayless)
                        .or(SUBMISSION.STATUS.eq(HandIn.UNKNOWN.code()))
                        .or(inline(!partial));
        Condition changed =
                stage.withdrawn()
                        .and(ended.not())
                        .or(stage.withdrawn().not().and(differs).and(knows));
        dsl.update(stage.table())
                .set(
                        stage.set("outcome", CLOB),
                        case_().when(changed, inline(CHANGED)).otherwise(inline(UNCHANGED)))
                .from(SUBMISSION)
                .where(ofStage(stage), stage.taken())
                .execute();
    }

    /** What ended before we ever knew it is not made anew. */
    private void leaveEnded(Stage<ResultRow> stage) {
        dsl.update(stage.table())
                .set(stage.set("outcome", CLOB), UNCHANGED)
                .where(stage.withdrawn(), stage.outcome().eq(ADDED))
                .execute();
    }

    private void keep(Condition which, Stage<ResultRow> stage) {
        dsl.insertInto(SUBMISSION_BEFORE)
                .columns(
                        SUBMISSION_BEFORE.DISTRICT_ID,
                        SUBMISSION_BEFORE.RUN_ID,
                        SUBMISSION_BEFORE.ASSIGNMENT_ID,
                        SUBMISSION_BEFORE.STUDENT_ID,
                        SUBMISSION_BEFORE.STATUS,
                        SUBMISSION_BEFORE.HANDED_IN_ON,
                        SUBMISSION_BEFORE.LATE,
                        SUBMISSION_BEFORE.EXTERNAL_ID,
                        SUBMISSION_BEFORE.CHANGED_RUN,
                        SUBMISSION_BEFORE.WITHDRAWN_ON)
                .select(
                        select(
                                        SUBMISSION.DISTRICT_ID,
                                        val(run),
                                        SUBMISSION.ASSIGNMENT_ID,
                                        SUBMISSION.STUDENT_ID,
                                        SUBMISSION.STATUS,
                                        SUBMISSION.HANDED_IN_ON,
                                        SUBMISSION.LATE,
                                        SUBMISSION.EXTERNAL_ID,
                                        SUBMISSION.CHANGED_RUN,
                                        SUBMISSION.WITHDRAWN_ON)
                                .distinctOn(SUBMISSION.ASSIGNMENT_ID, SUBMISSION.STUDENT_ID)
                                .from(SUBMISSION, stage.table())
                                .where(own(), which))
                .onConflictDoNothing()
                .execute();
    }

    private int update(Stage<ResultRow> stage) {
        Condition ends = stage.withdrawn();
        return dsl.update(SUBMISSION)
                .set(
                        SUBMISSION.STATUS,
                        case_().when(ends, SUBMISSION.STATUS).otherwise(stage.text("status")))
                .set(
                        SUBMISSION.HANDED_IN_ON,
                        case_().when(ends, SUBMISSION.HANDED_IN_ON)
                                .otherwise(stage.field("handed_in_on", LOCALDATE)))
                .set(
                        SUBMISSION.LATE,
                        case_().when(ends, SUBMISSION.LATE).otherwise(stage.flag("late")))
                .set(SUBMISSION.EXTERNAL_ID, stage.externalId())
                .set(
                        SUBMISSION.WITHDRAWN_ON,
                        case_().when(ends, val(today)).otherwise((LocalDate) null))
                .set(SUBMISSION.CHANGED_RUN, run)
                .from(stage.table())
                .where(ofStage(stage), stage.outcome().eq(CHANGED))
                .execute();
    }

    private int insert(Stage<ResultRow> stage) {
        return dsl.insertInto(
                        SUBMISSION,
                        SUBMISSION.DISTRICT_ID,
                        SUBMISSION.ASSIGNMENT_ID,
                        SUBMISSION.STUDENT_ID,
                        SUBMISSION.STATUS,
                        SUBMISSION.HANDED_IN_ON,
                        SUBMISSION.LATE,
                        SUBMISSION.SOURCE,
                        SUBMISSION.EXTERNAL_ID,
                        SUBMISSION.ADDED_RUN)
                .select(
                        select(
                                        val(district, SUBMISSION.DISTRICT_ID),
                                        stage.number("assignment_id")
                                                .coerce(SUBMISSION.ASSIGNMENT_ID),
                                        stage.number("student_id").coerce(SUBMISSION.STUDENT_ID),
                                        stage.text("status"),
                                        stage.field("handed_in_on", LOCALDATE),
                                        stage.flag("late"),
                                        val(source),
                                        stage.externalId(),
                                        val(run))
                                .from(stage.table())
                                .where(stage.outcome().eq(ADDED)))
                .execute();
    }

    private long withdrawAbsent(Stage<ResultRow> stage, Condition scope) {
        Condition absent =
                scope.and(SUBMISSION.WITHDRAWN_ON.isNull())
                        .and(notExists(selectOne().from(stage.table()).where(sameFact(stage))))
                        .and(
                                notExists(
                                        selectOne()
                                                .from(stage.table())
                                                .where(
                                                        stage.externalId()
                                                                .eq(SUBMISSION.EXTERNAL_ID))));
        keepWithoutStage(absent);
        return dsl.update(SUBMISSION)
                .set(SUBMISSION.WITHDRAWN_ON, today)
                .set(SUBMISSION.CHANGED_RUN, run)
                .where(own(), absent)
                .execute();
    }

    private void keepWithoutStage(Condition which) {
        dsl.insertInto(
                        SUBMISSION_BEFORE,
                        SUBMISSION_BEFORE.DISTRICT_ID,
                        SUBMISSION_BEFORE.RUN_ID,
                        SUBMISSION_BEFORE.ASSIGNMENT_ID,
                        SUBMISSION_BEFORE.STUDENT_ID,
                        SUBMISSION_BEFORE.STATUS,
                        SUBMISSION_BEFORE.HANDED_IN_ON,
                        SUBMISSION_BEFORE.LATE,
                        SUBMISSION_BEFORE.EXTERNAL_ID,
                        SUBMISSION_BEFORE.CHANGED_RUN,
                        SUBMISSION_BEFORE.WITHDRAWN_ON)
                .select(
                        select(
                                        SUBMISSION.DISTRICT_ID,
                                        val(run),
                                        SUBMISSION.ASSIGNMENT_ID,
                                        SUBMISSION.STUDENT_ID,
                                        SUBMISSION.STATUS,
                                        SUBMISSION.HANDED_IN_ON,
                                        SUBMISSION.LATE,
                                        SUBMISSION.EXTERNAL_ID,
                                        SUBMISSION.CHANGED_RUN,
                                        SUBMISSION.WITHDRAWN_ON)
                                .from(SUBMISSION)
                                .where(own(), which))
                .onConflictDoNothing()
                .execute();
    }

    /**
     * @throws UndoRefused where a later run changed a hand-in since
     */
    void checkUndo() {
        Condition since =
                SUBMISSION_BEFORE
                        .DISTRICT_ID
                        .eq(district)
                        .and(SUBMISSION_BEFORE.RUN_ID.eq(run))
                        .and(SUBMISSION.CHANGED_RUN.isDistinctFrom(run));
        Condition addedAndChanged =
                SUBMISSION
                        .DISTRICT_ID
                        .eq(district)
                        .and(SUBMISSION.ADDED_RUN.eq(run))
                        .and(SUBMISSION.CHANGED_RUN.isNotNull());
        if (dsl.fetchExists(
                        selectOne()
                                .from(SUBMISSION)
                                .join(SUBMISSION_BEFORE)
                                .on(before())
                                .where(since))
                || dsl.fetchExists(selectOne().from(SUBMISSION).where(addedAndChanged))) {
            throw new UndoRefused("submission");
        }
    }

    void undo() {
        dsl.deleteFrom(SUBMISSION)
                .where(SUBMISSION.DISTRICT_ID.eq(district), SUBMISSION.ADDED_RUN.eq(run))
                .execute();
        dsl.update(SUBMISSION)
                .set(SUBMISSION.STATUS, SUBMISSION_BEFORE.STATUS)
                .set(SUBMISSION.HANDED_IN_ON, SUBMISSION_BEFORE.HANDED_IN_ON)
                .set(SUBMISSION.LATE, SUBMISSION_BEFORE.LATE)
                .set(SUBMISSION.EXTERNAL_ID, SUBMISSION_BEFORE.EXTERNAL_ID)
                .set(SUBMISSION.CHANGED_RUN, SUBMISSION_BEFORE.CHANGED_RUN)
                .set(SUBMISSION.WITHDRAWN_ON, SUBMISSION_BEFORE.WITHDRAWN_ON)
                .from(SUBMISSION_BEFORE)
                .where(before(), SUBMISSION_BEFORE.RUN_ID.eq(run))
                .execute();
        dsl.deleteFrom(SUBMISSION_BEFORE)
                .where(SUBMISSION_BEFORE.DISTRICT_ID.eq(district), SUBMISSION_BEFORE.RUN_ID.eq(run))
                .execute();
    }

    private Condition before() {
        return SUBMISSION
                .DISTRICT_ID
                .eq(district)
                .and(SUBMISSION_BEFORE.DISTRICT_ID.eq(district))
                .and(SUBMISSION.ASSIGNMENT_ID.eq(SUBMISSION_BEFORE.ASSIGNMENT_ID))
                .and(SUBMISSION.STUDENT_ID.eq(SUBMISSION_BEFORE.STUDENT_ID));
    }

    private Condition own() {
        return SUBMISSION.DISTRICT_ID.eq(district).and(SUBMISSION.SOURCE.eq(source));
    }

    private Condition ofStage(Stage<ResultRow> stage) {
        return own().and(sameFact(stage));
    }

    private static Condition sameFact(Stage<ResultRow> stage) {
        Field<Long> assignment = SUBMISSION.ASSIGNMENT_ID.coerce(Long.class);
        Field<Long> student = SUBMISSION.STUDENT_ID.coerce(Long.class);
        return assignment
                .eq(stage.number("assignment_id"))
                .and(student.eq(stage.number("student_id")));
    }
}
