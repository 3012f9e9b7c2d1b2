package school.tandem.roster.intake;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Takes a stage's rows into the table that they belong to: finds out what is new and what differs,
 * keeps how changed rows were, writes both, and withdraws what a bulk file no longer has. All in a
 * fixed number of statements, however many rows.
 *
 * <p>The stage's columns are called as the table's. Every table here has {@code district_id, id,
 * source, external_id, added_run, changed_run, withdrawn_on}.
 */
public final class Merge {

    /**
     * Where to.
     *
     * @param schema also of its {@code before_image}
     * @param columns what the file says of a row, by name
     * @param manual whether a person's own edits are marked and win
     */
    public record Target(String schema, String table, List<Field<?>> columns, boolean manual) {
        Table<Record> reference() {
            return DSL.table(name(schema, table)).as("t");
        }

        Table<Record> images() {
            return DSL.table(name(schema, "before_image"));
        }

        <X> Field<X> field(String column, Class<X> type) {
            return DSL.field(name("t", column), type);
        }
    }

    private final DSLContext dsl;
    private final long district;
    private final long run;
    private final String source;
    private final LocalDate today;

    public Merge(DSLContext dsl, long district, long run, String source, LocalDate today) {
        this.dsl = dsl;
        this.district = district;
        this.run = run;
        this.source = source;
        this.today = today;
    }

    /**
     * Takes the rows that are not held.
     *
     * @param alsoDiffers what else makes a known row a changed one (its terms, its schools)
     * @param absent which known rows a bulk file withdraws by not having them; null: it is no bulk
     *     file
     * @return how many it withdrew that way
     */
    public long take(
            Stage<?> stage, Target target, Condition alsoDiffers, @Nullable Condition absent) {
        boolean first = !dsl.fetchExists(target.reference(), own(target));
        long written = 0;
        if (!first) {
            decide(stage, target, alsoDiffers);
            keepImages(target, isChanged(stage, target));
            written = update(stage, target);
        }
        leaveEnded(stage);
        written += insert(stage, target);
        Stage.analyzeSchema(dsl, target.schema(), written);
        findAdded(stage, target);
        return first || absent == null || stage.isEmpty()
                ? 0
                : withdrawAbsent(stage, target, absent);
    }

    /** Finds the known row of each, and whether it differs. */
    private void decide(Stage<?> stage, Target target, Condition alsoDiffers) {
        List<Condition> differences = new ArrayList<>();
        for (Field<?> column : target.columns()) {
            Condition differs = differs(stage, column);
            differences.add(
                    target.manual() ? differs.and(isManual(target, column).not()) : differs);
        }
        Condition ended = target.field("withdrawn_on", LocalDate.class).isNotNull();
        differences.add(ended);
        differences.add(alsoDiffers);
        Condition changed =
                stage.withdrawn().and(ended.not()).or(stage.withdrawn().not().and(or(differences)));
        dsl.update(stage.table())
                .set(stage.set("id", SQLDataType.BIGINT), target.field("id", Long.class))
                .set(
                        stage.set("outcome", SQLDataType.CLOB),
                        case_().when(changed, inline(Stage.CHANGED))
                                .otherwise(inline(Stage.UNCHANGED)))
                .from(target.reference())
                .where(
                        own(target),
                        target.field("external_id", String.class).eq(stage.externalId()))
                .and(stage.taken())
                .execute();
    }

    /** What ended before we ever knew it is not made anew. */
    private void leaveEnded(Stage<?> stage) {
        dsl.update(stage.table())
                .set(stage.set("outcome", SQLDataType.CLOB), Stage.UNCHANGED)
                .where(stage.withdrawn(), stage.outcome().eq(Stage.ADDED))
                .execute();
    }

    private static <X> Condition differs(Stage<?> stage, Field<X> column) {
        return DSL.field(name("t", column.getName()), column.getDataType())
                .isDistinctFrom(stage.field(column.getName(), column.getDataType()));
    }

    private static Condition isManual(Target target, Field<?> column) {
        return val(column.getName()).eq(DSL.any(target.field("manual_fields", String[].class)));
    }

    private Condition isChanged(Stage<?> stage, Target target) {
        return exists(
                selectOne()
                        .from(stage.table())
                        .where(stage.id().eq(target.field("id", Long.class)))
                        .and(stage.outcome().eq(Stage.CHANGED)));
    }

    /**
     * How rows are before this run changes them; the first image of a run is the one that counts.
     */
    void keepImages(Target target, Condition which) {
        dsl.insertInto(
                        target.images(),
                        column("district_id", Long.class),
                        column("run_id", Long.class),
                        column("table_name", String.class),
                        column("row_id", Long.class),
                        column("image", JSONB.class))
                .select(
                        select(
                                        val(district),
                                        val(run),
                                        val(target.table()),
                                        target.field("id", Long.class),
                                        DSL.function(
                                                name("to_jsonb"),
                                                JSONB.class,
                                                DSL.field(name("t"))))
                                .from(target.reference())
                                .where(own(target), which))
                .onConflictDoNothing()
                .execute();
    }

    private int update(Stage<?> stage, Target target) {
        Map<Field<?>, Object> values = new HashMap<>();
        for (Field<?> column : target.columns()) {
            values.put(column(column.getName(), Object.class), newValue(stage, target, column));
        }
        values.put(column("changed_run", Long.class), run);
        values.put(
                column("withdrawn_on", LocalDate.class),
                case_().when(stage.withdrawn(), val(today)).otherwise((LocalDate) null));
        return dsl.update(target.reference())
                .set(values)
                .from(stage.table())
                .where(own(target), target.field("id", Long.class).eq(stage.id()))
                .and(stage.outcome().eq(Stage.CHANGED))
                .execute();
    }

    /** What ends keeps its values; what a person edited keeps theirs. */
    private static <X> Field<X> newValue(Stage<?> stage, Target target, Field<X> column) {
        Field<X> given = stage.field(column.getName(), column.getDataType());
        Field<X> old = DSL.field(name("t", column.getName()), column.getDataType());
        Condition keeps =
                target.manual()
                        ? stage.withdrawn().or(isManual(target, column))
                        : stage.withdrawn();
        return case_().when(keeps, old).otherwise(given);
    }

    private int insert(Stage<?> stage, Target target) {
        List<Field<?>> into =
                new ArrayList<>(
                        List.of(
                                column("district_id", Long.class),
                                column("source", String.class),
                                column("external_id", String.class),
                                column("added_run", Long.class)));
        List<Field<?>> from =
                new ArrayList<>(List.of(val(district), val(source), stage.externalId(), val(run)));
        for (Field<?> column : target.columns()) {
            into.add(column(column.getName(), Object.class));
            from.add(stage.field(column.getName(), column.getDataType()));
        }
        return dsl.insertInto(table(name(target.schema(), target.table())), into)
                .select(
                        select(from)
                                .from(stage.table())
                                .where(stage.outcome().eq(Stage.ADDED))
                                .orderBy(stage.number("line")))
                .execute();
    }

    private void findAdded(Stage<?> stage, Target target) {
        dsl.update(stage.table())
                .set(stage.set("id", SQLDataType.BIGINT), target.field("id", Long.class))
                .from(target.reference())
                .where(
                        own(target),
                        target.field("external_id", String.class).eq(stage.externalId()))
                .and(stage.outcome().eq(Stage.ADDED))
                .execute();
    }

    private long withdrawAbsent(Stage<?> stage, Target target, Condition scope) {
        Condition absent =
                target.field("withdrawn_on", LocalDate.class)
                        .isNull()
                        .and(scope)
                        .and(
                                notExists(
                                        selectOne()
                                                .from(stage.table())
                                                .where(
                                                        stage.externalId()
                                                                .eq(
                                                                        target.field(
                                                                                "external_id",
                                                                                String.class)))));
        keepImages(target, absent);
        return dsl.update(target.reference())
                .set(column("withdrawn_on", LocalDate.class), today)
                .set(column("changed_run", Long.class), run)
                .where(own(target), absent)
                .execute();
    }

    /** Rows of this district and this source. */
    private Condition own(Target target) {
        return target.field("district_id", Long.class)
                .eq(district)
                .and(target.field("source", String.class).eq(source));
    }

    private static <X> Field<X> column(String name, Class<X> type) {
        return DSL.field(unqualified(name), type);
    }

    private static Name unqualified(String column) {
        return name(column);
    }
}
