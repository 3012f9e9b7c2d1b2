package school.tandem.adoption.intake;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.SMALLINT;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.CATEGORY;
import static school.tandemdb.adoption.Tables.SUBMISSION;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.PERSON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.WorkKinds.Meaning;
import school.tandem.roster.intake.Delivery;
import school.tandem.roster.intake.HeldSink;
import school.tandem.roster.intake.ImportedRow;
import school.tandem.roster.intake.Merge;
import school.tandem.roster.intake.Reason;
import school.tandem.roster.intake.RowSource;
import school.tandem.roster.intake.Stage;
import school.tandem.roster.intake.Stage.Column;
import school.tandem.roster.intake.Stage.Reference;
import school.tandem.roster.intake.Tally;
import school.tandem.security.DistrictId;

/**
 * What one import brings of work and hand-ins: staged file by file, then checked, merged and summed
 * at once.
 */
public final class AdoptionLoad {

    private final DSLContext dsl;
    private final WorkKinds kinds;
    private final DistrictId district;
    private final long run;
    private final String source;
    private final @Nullable String roster;
    private final LocalDate today;
    private final Merge merge;
    private final Map<Stage<?>, Delivery> stages = new LinkedHashMap<>();
    private Runnable step = () -> {};
    private boolean rosterMoves = true;

    private @Nullable Stage<CategoryRow> categories;
    private @Nullable Stage<LineItemRow> lineItems;
    private @Nullable Stage<ResultRow> results;
    private @Nullable Stage<ActivityRow> activities;
    private @Nullable Reported reported;

    AdoptionLoad(
            DSLContext dsl,
            WorkKinds kinds,
            DistrictId district,
            long run,
            String source,
            @Nullable String roster,
            LocalDate today) {
        this.dsl = dsl;
        this.kinds = kinds;
        this.district = district;
        this.run = run;
        this.source = source;
        this.roster = roster;
        this.today = today;
        this.merge = new Merge(dsl, district.value(), run, source, today);
    }

    /** Tells of each file that was merged, so that a long merge can be seen to move. */
    public void onEachFile(Runnable step) {
        this.step = step;
    }

    /** Says that no roster came with it: then hand-ins alone change nothing that teachers did. */
    public void withoutRoster() {
        rosterMoves = false;
    }

    /** How many files were staged. */
    public int files() {
        return stages.size();
    }

    public void categories(String file, Delivery delivery, RowSource<CategoryRow> rows) {
        categories =
                stage(
                        "stage_category",
                        file,
                        delivery,
                        rows,
                        given("title", CLOB, CategoryRow::title));
    }

    public void lineItems(String file, Delivery delivery, RowSource<LineItemRow> rows) {
        lineItems =
                stage(
                        "stage_line_item",
                        file,
                        delivery,
                        rows,
                        given("title", CLOB, LineItemRow::title),
                        given("class", CLOB, LineItemRow::classId),
                        given("category", CLOB, LineItemRow::categoryId),
                        given("own_kind", CLOB, row -> code(row.workKind())),
                        given("own_online", BOOLEAN, LineItemRow::online),
                        given("assigned_on", LOCALDATE, LineItemRow::assignedOn),
                        given("due_on", LOCALDATE, LineItemRow::dueOn),
                        resolved("class_id", BIGINT),
                        resolved("category_id", BIGINT),
                        resolved("work_kind", CLOB),
                        resolved("online", BOOLEAN));
    }

    public void results(String file, Delivery delivery, RowSource<ResultRow> rows) {
        results =
                stage(
                        "stage_result",
                        file,
                        delivery,
                        rows,
                        given("item", CLOB, ResultRow::lineItemId),
                        given("student", CLOB, ResultRow::studentId),
                        given("status", CLOB, row -> row.handIn().code()),
                        given("handed_in_on", LOCALDATE, ResultRow::handedInOn),
                        given("late", BOOLEAN, ResultRow::late),
                        resolved("assignment_id", BIGINT),
                        resolved("student_id", BIGINT),
                        resolved("somebody", BIGINT));
    }

    public void activities(String file, RowSource<ActivityRow> rows) {
        activities =
                stage(
                        "stage_activity",
                        file,
                        Delivery.DELTA,
                        rows,
                        given("person", BIGINT, row -> row.person().value()),
                        given("day", LOCALDATE, ActivityRow::day),
                        given("did", SMALLINT, row -> row.did().bit()));
    }

    /** Says what the export reports, instead of what its work shows. */
    public void reports(Reported what) {
        reported = what;
    }

    /**
     * Checks, merges and sums all that was staged; the roster's rows are in by now.
     *
     * @param ofDelivery whether a class is of a school that the delivery speaks for
     */
    public Map<String, Tally> merge(HeldSink held, Function<Field<Long>, Condition> ofDelivery) {
        Map<Stage<?>, Long> absent = new LinkedHashMap<>();
        stages.keySet().forEach(Stage::analyze);
        stages.keySet().stream()
                .filter(stage -> stage != activities)
                .forEach(Stage::holdDuplicates);
        if (categories != null) {
            // Categories are never ended: old work keeps its kind.
            absent.put(categories, take(categories, AdoptionTables.CATEGORY, falseCondition()));
            step.run();
        }
        if (lineItems != null) {
            checkLineItems(lineItems);
            Condition scope = ofDelivery.apply(DSL.field(name("t", "class_id"), Long.class));
            absent.put(lineItems, take(lineItems, AdoptionTables.ASSIGNMENT, scope));
            step.run();
        }
        if (results != null) {
            checkResults(results);
            absent.put(
                    results,
                    new SubmissionMerge(dsl, district, run, source, today, reported != null)
                            .take(results, absentResults(results, ofDelivery)));
            step.run();
        }
        if (activities != null) {
            new Activities(dsl, district, run, source).take(activities);
            step.run();
        }
        boolean more = rosterMoves || lineItems != null || categories != null || activities != null;
        new DaySums(dsl, district).remakeByRun(run, results, more);
        // Once more: figures are counted from sums that are there only now.
        Stage.analyzeSchema(
                dsl, "adoption", stages.keySet().stream().mapToLong(Stage::brought).sum());
        declare(ofDelivery);
        Map<String, Tally> tallies = new LinkedHashMap<>();
        stages.keySet()
                .forEach(stage ->
                        tallies.put(
                                stage.file(), stage.tally(absent.getOrDefault(stage, 0L), held)));
        return tallies;
    }

    /**
     * What became of the rows of each file, where stages hold rows of several.
     *
     * @param lines how many lines are kept free for each file
     */
    public Map<Long, Tally> tallies(long lines) {
        Map<Long, Tally> all = new LinkedHashMap<>();
        stages.keySet()
                .forEach(stage ->
                        stage.tallies(lines)
                                .forEach((file, rows) -> all.merge(file, rows, Tally::plus)));
        return all;
    }

    private void declare(Function<Field<Long>, Condition> ofDelivery) {
        CoverageOfSource coverage = new CoverageOfSource(dsl, kinds, district, source);
        if (reported != null) {
            coverage.declare(run, reported);
        } else if (lineItems != null && results != null) {
            coverage.declare(run, today, roster, ofDelivery);
        }
    }

    /**
     * A delivery that keeps no categories says of what kind nothing is, and loses no work by it.
     */
    private void checkLineItems(Stage<LineItemRow> stage) {
        Field<String> kind = inline(Meaning.ASSIGNMENT.workKind());
        Field<Boolean> online = inline(true);
        for (Map.Entry<Meaning, List<Long>> meant : meanings().entrySet()) {
            Condition so = CATEGORY.ID.in(meant.getValue());
            kind = case_().when(so, inline(meant.getKey().workKind())).otherwise(kind);
            online = case_().when(so, inline(meant.getKey().online())).otherwise(online);
        }
        stage.resolve(
                List.of(
                        reference(stage, CLASS_GROUP, "class", Map.of("class_id", CLASS_GROUP.ID)),
                        reference(
                                stage,
                                CATEGORY,
                                "category",
                                Map.of(
                                        "category_id", CATEGORY.ID,
                                        "work_kind", coalesce(stage.text("own_kind"), kind),
                                        "online", coalesce(stage.flag("own_online"), online)))));
        stage.holdUnknown("classSourcedId", "class", "class_id");
        if (categories != null && !categories.isEmpty()) {
            stage.hold(
                    Reason.UNKNOWN_REFERENCE,
                    "categorySourcedId",
                    stage.text("category"),
                    stage.text("category")
                            .isNotNull()
                            .and(stage.number("category_id").isNull())
                            .and(stage.withdrawn().not()));
        }
    }

    private static @Nullable String code(@Nullable WorkKind kind) {
        return kind == null ? null : kind.code();
    }

    /** The categories by what their work is; few, whatever the number of assignments. */
    private Map<Meaning, List<Long>> meanings() {
        Map<String, Meaning> own = kinds.own(district);
        Map<Meaning, List<Long>> byMeaning = new LinkedHashMap<>();
        dsl.select(CATEGORY.ID, CATEGORY.TITLE)
                .from(CATEGORY)
                .where(CATEGORY.DISTRICT_ID.eq(district), CATEGORY.SOURCE.eq(source))
                .forEach(row ->
                        byMeaning
                                .computeIfAbsent(
                                        kinds.of(row.value2(), own), meaning -> new ArrayList<>())
                                .add(row.value1()));
        return byMeaning;
    }

    private void checkResults(Stage<ResultRow> stage) {
        Field<Long> student =
                case_().when(PERSON.KIND.eq("student"), PERSON.ID.coerce(BIGINT))
                        .otherwise((Long) null);
        stage.resolve(
                List.of(
                        reference(
                                stage, ASSIGNMENT, "item", Map.of("assignment_id", ASSIGNMENT.ID)),
                        reference(
                                stage,
                                PERSON,
                                "student",
                                Map.of("student_id", student, "somebody", PERSON.ID))));
        stage.holdUnknown("lineItemSourcedId", "item", "assignment_id");
        stage.hold(
                Reason.WRONG_REFERENCE,
                "studentSourcedId",
                stage.text("student"),
                stage.number("student_id")
                        .isNull()
                        .and(stage.withdrawn().not())
                        .and(stage.number("somebody").isNotNull()));
        stage.holdUnknown("studentSourcedId", "student", "student_id");
    }

    /** Which hand-ins a bulk file ends by not having them; null: it is no bulk file. */
    private @Nullable Condition absentResults(
            Stage<ResultRow> stage, Function<Field<Long>, Condition> ofDelivery) {
        if (stages.get(stage) != Delivery.BULK) {
            return null;
        }
        return SUBMISSION.ASSIGNMENT_ID.in(
                DSL.select(ASSIGNMENT.ID)
                        .from(ASSIGNMENT)
                        .where(ASSIGNMENT.DISTRICT_ID.eq(district))
                        .and(ofDelivery.apply(ASSIGNMENT.CLASS_ID.coerce(BIGINT))));
    }

    private long take(Stage<?> stage, Merge.Target target, Condition scope) {
        return merge.take(
                stage, target, falseCondition(), stages.get(stage) == Delivery.BULK ? scope : null);
    }

    private Condition sameId(Table<?> table, Field<String> externalId) {
        boolean ofRoster = table.equals(CLASS_GROUP) || table.equals(PERSON);
        Condition here =
                DSL.field(table.getQualifiedName().append("district_id"), Long.class)
                        .eq(district.value());
        if (ofRoster && roster == null) {
            return here.and(
                    DSL.field(table.getQualifiedName().append("id"), Long.class)
                            .eq(externalId.cast(BIGINT)));
        }
        return here.and(
                        DSL.field(table.getQualifiedName().append("source"), String.class)
                                .eq(ofRoster ? roster : source))
                .and(
                        DSL.field(table.getQualifiedName().append("external_id"), String.class)
                                .eq(externalId));
    }

    private Reference reference(
            Stage<?> stage, Table<?> table, String id, Map<String, Field<?>> columns) {
        return new Reference(table, sameId(table, stage.text(id)), columns);
    }

    @SafeVarargs
    private <T extends ImportedRow> Stage<T> stage(
            String name, String file, Delivery delivery, RowSource<T> rows, Column<T>... columns) {
        Stage<T> stage = new Stage<>(dsl, name, file, List.of(columns), rows);
        stages.put(stage, delivery);
        return stage;
    }

    private static <T> Column<T> given(
            String name, DataType<?> type, Function<T, @Nullable Object> value) {
        return new Column<>(name, type, value);
    }

    private static <T> Column<T> resolved(String name, DataType<?> type) {
        return new Column<>(name, type, null);
    }
}
