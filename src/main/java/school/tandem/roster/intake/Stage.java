package school.tandem.roster.intake;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A temporary table of one file's rows, with a verdict on each: held, added, changed or unchanged.
 * Whatever is not held is taken for added until it is found to be known, so that a first import
 * writes no row twice. It ends with the transaction.
 */
public final class Stage<T extends ImportedRow> {

    private static final int MUCH = 2000;
    private static final List<String> COMMON =
            List.of(
                    "line",
                    "external_id",
                    "withdrawn",
                    "outcome",
                    "held",
                    "held_column",
                    "held_value");

    /** A column besides those that every stage has. */
    public record Column<T>(
            String name, DataType<?> type, @Nullable Function<T, @Nullable Object> value) {}

    static final String ADDED = "added";
    static final String CHANGED = "changed";
    static final String UNCHANGED = "unchanged";

    private final DSLContext dsl;

    /** Lines of the file at place n of a stage are numbered from n times this. */
    private static final long LINES = 1L << 40;

    private final String name;
    private final List<RosterFile<T>> files;
    private final List<Column<T>> columns;
    private final Table<Record> table;

    /** Makes the table and fills it. Columns without a value are for resolved references. */
    public Stage(
            DSLContext dsl, String name, String file, List<Column<T>> columns, RowSource<T> rows) {
        this(dsl, name, List.of(RosterFile.of(file, rows)), columns);
    }

    /** The same of several files, one after the other. */
    Stage(DSLContext dsl, String name, List<RosterFile<T>> files, List<Column<T>> columns) {
        this.dsl = dsl;
        this.name = name;
        this.files = List.copyOf(files);
        this.columns = List.copyOf(columns);
        this.table = DSL.table(name(name));
        create();
        copy(columns.stream().filter(c -> c.value() != null).toList());
    }

    /** Lets others look rows up by their ids, one at a time. */
    void index() {
        dsl.createIndex(name + "_external").on(table, externalId()).execute();
    }

    private void copy(List<Column<T>> given) {
        List<String> names = new ArrayList<>(COMMON);
        given.forEach(column -> names.add(column.name()));
        CopyRows.into(
                dsl,
                name,
                names,
                write -> {
                    for (int i = 0; i < files.size(); i++) {
                        files.get(i).rows().read(writing(i * LINES, names.size(), given, write));
                    }
                });
    }

    private static <T extends ImportedRow> RowTaker<T> writing(
            long before, int width, List<Column<T>> given, Consumer<@Nullable Object[]> write) {
        return new RowTaker<>() {
            @Override
            public void take(T row) {
                write.accept(values(row, before + row.line(), given));
            }

            @Override
            public void hold(String id, Held held) {
                write.accept(heldValues(id, held, before + held.line(), width));
            }
        };
    }

    private void create() {
        var create =
                dsl.createTemporaryTable(table)
                        .column("line", SQLDataType.BIGINT)
                        .column("external_id", SQLDataType.CLOB)
                        .column("withdrawn", SQLDataType.BOOLEAN)
                        .column("id", SQLDataType.BIGINT)
                        .column("outcome", SQLDataType.CLOB)
                        .column("held", SQLDataType.CLOB)
                        .column("held_column", SQLDataType.CLOB)
                        .column("held_value", SQLDataType.CLOB);
        for (Column<T> column : columns) {
            create = create.column(column.name(), column.type());
        }
        create.onCommitDrop().execute();
    }

    private static <T extends ImportedRow> @Nullable Object[] values(
            T row, long line, List<Column<T>> given) {
        @Nullable Object[] values = new @Nullable Object[COMMON.size() + given.size()];
        values[0] = line;
        values[1] = row.id();
        values[2] = row.withdrawn();
        values[3] = ADDED;
        for (int i = 0; i < given.size(); i++) {
            Function<T, @Nullable Object> value = given.get(i).value();
            values[i + COMMON.size()] = value == null ? null : value.apply(row);
        }
        return values;
    }

    private static @Nullable Object[] heldValues(String id, Held held, long line, int width) {
        @Nullable Object[] values = new @Nullable Object[width];
        values[0] = line;
        values[1] = id.isEmpty() ? null : id;
        values[2] = false;
        values[4] = held.reason().name();
        values[5] = held.column();
        values[6] = held.value();
        return values;
    }

    public String file() {
        return files.getFirst().name();
    }

    /** Whether more than one file is counted. */
    boolean isOfSeveral() {
        return files.stream().filter(RosterFile::counted).count() > 1;
    }

    public Table<Record> table() {
        return table;
    }

    /** A column of it, qualified. */
    public <X> Field<X> field(String column, DataType<X> type) {
        return DSL.field(qualified(column), type);
    }

    public Field<String> text(String column) {
        return field(column, SQLDataType.CLOB);
    }

    public Field<Long> number(String column) {
        return field(column, SQLDataType.BIGINT);
    }

    public Field<Boolean> flag(String column) {
        return field(column, SQLDataType.BOOLEAN);
    }

    public Field<String> externalId() {
        return text("external_id");
    }

    public Condition withdrawn() {
        return DSL.condition(flag("withdrawn"));
    }

    public Field<Long> id() {
        return number("id");
    }

    public Field<String> outcome() {
        return text("outcome");
    }

    /** Not held so far. */
    public Condition taken() {
        return text("held").isNull();
    }

    private Name qualified(String column) {
        return name(name, column);
    }

    /** The same column, unqualified, as the left side of a SET wants it. */
    public <X> Field<X> set(String column, DataType<X> type) {
        return DSL.field(name(column), type);
    }

    /** Holds every row taken so far to which the condition applies. */
    public void hold(Reason reason, String column, Field<String> value, Condition condition) {
        dsl.update(table)
                .setNull(set("outcome", SQLDataType.CLOB))
                .set(set("held", SQLDataType.CLOB), reason.name())
                .set(set("held_column", SQLDataType.CLOB), column)
                .set(set("held_value", SQLDataType.CLOB), value)
                .where(taken(), condition)
                .execute();
    }

    /**
     * Holds every row taken so far that refers to nothing known; but one that ends something may.
     *
     * @param column as the file has it
     * @param reference the stage's column of what the file says
     * @param resolved the stage's column of what was found by it
     */
    public void holdUnknown(String column, String reference, String resolved) {
        hold(
                Reason.UNKNOWN_REFERENCE,
                column,
                text(reference),
                number(resolved).isNull().and(withdrawn().not()));
    }

    /**
     * What rows refer to.
     *
     * @param found of the table that they refer to, at most one row for each of the stage's
     * @param columns the resolved columns that this fills, by name
     */
    public record Reference(Table<?> table, Condition found, Map<String, Field<?>> columns) {}

    /**
     * Fills all resolved columns, of rows that are not held: the table is written anew in one go,
     * which is faster than changing each row once for each reference.
     */
    public void resolve(List<Reference> references) {
        Table<Record> before = DSL.table(name(name + "_unresolved"));
        dsl.alterTable(table).renameTo(before).execute();
        Map<String, Field<?>> resolved = new LinkedHashMap<>();
        references.forEach(reference -> resolved.putAll(reference.columns()));
        List<Field<?>> values = new ArrayList<>();
        for (String column : common()) {
            values.add(DSL.field(name(name, column)));
        }
        for (Column<T> column : columns) {
            Field<?> value =
                    resolved.getOrDefault(column.name(), field(column.name(), column.type()));
            values.add(value.as(column.name()));
        }
        Table<?> from = before.as(name(name));
        for (Reference reference : references) {
            from = from.leftJoin(reference.table()).on(taken(), reference.found());
        }
        dsl.createTemporaryTable(table).as(select(values).from(from)).onCommitDrop().execute();
        dsl.dropTable(before).execute();
        analyze();
    }

    private static List<String> common() {
        List<String> names = new ArrayList<>(COMMON);
        names.add("id");
        return names;
    }

    /** Holds all but the first of rows with the same id. */
    public void holdDuplicates() {
        if (!repeats(externalId())) {
            return;
        }
        Table<?> ranked =
                select(
                                number("line").as("line"),
                                rowNumber()
                                        .over()
                                        .partitionBy(externalId())
                                        .orderBy(number("line"))
                                        .as("rank"))
                        .from(table)
                        .where(taken())
                        .asTable("ranked");
        hold(
                Reason.DUPLICATE_ID,
                "sourcedId",
                externalId(),
                number("line")
                        .in(
                                select(DSL.field(name("ranked", "line"), Long.class))
                                        .from(ranked)
                                        .where(
                                                DSL.field(name("ranked", "rank"), Integer.class)
                                                        .gt(1))));
    }

    /** What became of the rows of its only file, and tells those held. */
    public Tally tally(long absent, HeldSink sink) {
        return tally(0, absent, sink);
    }

    /** The same of each file that is counted; what is absent is told under the first. */
    Map<String, Tally> tallies(long absent, HeldSink sink) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).counted()) {
                tallies.put(files.get(i).name(), tally(i, tallies.isEmpty() ? absent : 0, sink));
            }
        }
        return tallies;
    }

    /** Whether some rows have the same values here; by what they hash to, and so at times more. */
    public boolean repeats(Field<?>... fields) {
        Field<?>[] hashes = new Field<?>[fields.length];
        for (int i = 0; i < fields.length; i++) {
            hashes[i] =
                    fields[i].getType() == String.class
                            ? DSL.function(
                                    name("hashtextextended"), Long.class, fields[i], DSL.inline(0L))
                            : fields[i];
        }
        return dsl.fetchExists(
                DSL.selectOne()
                        .from(table)
                        .where(taken())
                        .groupBy(hashes)
                        .having(DSL.count().gt(1)));
    }

    private Tally tally(int at, long absent, HeldSink sink) {
        RosterFile<T> file = files.get(at);
        long before = at * LINES;
        Condition ofFile =
                files.size() == 1
                        ? DSL.trueCondition()
                        : number("line").gt(before).and(number("line").lt(before + LINES));
        dsl.select(number("line"), text("held_column"), text("held_value"), text("held"))
                .from(table)
                .where(ofFile, text("held").isNotNull())
                .orderBy(number("line"))
                .fetchSize(1000)
                .fetchLazy()
                .forEach(row ->
                        sink.accept(
                                new Held(
                                        file.name(),
                                        row.value1() - before,
                                        file.shown(orEmpty(row.value2())),
                                        orEmpty(row.value3()),
                                        Reason.valueOf(row.value4()))));
        return dsl.select(
                        rows(DSL.noCondition()),
                        rows(outcome().eq(ADDED)),
                        rows(outcome().eq(CHANGED)),
                        rows(outcome().eq(UNCHANGED)),
                        rows(outcome().eq(CHANGED).and(withdrawn())).plus(absent),
                        rows(text("held").isNotNull()))
                .from(table)
                .where(ofFile)
                .fetchSingle(Records.mapping(Tally::new));
    }

    private static Field<Long> rows(Condition which) {
        return DSL.count().filterWhere(which).cast(SQLDataType.BIGINT);
    }

    /**
     * What became of the rows of each of several files in one stage; nothing is withdrawn.
     *
     * @param lines how many lines are kept free for each file: a row's file is its line divided by
     *     it
     */
    public Map<Long, Tally> tallies(long lines) {
        Field<Long> of = number("line").div(DSL.inline(lines));
        return dsl.select(
                        of,
                        rows(DSL.noCondition()),
                        rows(outcome().eq(ADDED)),
                        rows(outcome().eq(CHANGED)),
                        rows(outcome().eq(UNCHANGED)),
                        rows(text("held").isNotNull()))
                .from(table)
                .groupBy(of)
                .fetchMap(
                        of,
                        row ->
                                new Tally(
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        0,
                                        row.value6()));
    }

    public long count(Condition condition) {
        return dsl.select(DSL.count()).from(table).where(condition).fetchSingle().value1();
    }

    /** Whether its file has a header and nothing else: it then says nothing of what has ended. */
    public boolean isEmpty() {
        return !dsl.fetchExists(table);
    }

    /** Lets the planner know how large it is. */
    public void analyze() {
        analyze(dsl, name);
    }

    /** The same for another temporary table of the import. */
    public static void analyze(DSLContext dsl, String name) {
        dsl.connection(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("analyze " + name);
            }
        });
    }

    /**
     * Lets the planner know what a schema holds by now, where so many rows were written that what
     * it knew before is of no use: it would go through all of them once for each.
     */
    public static void analyzeSchema(DSLContext dsl, String schema, long written) {
        if (written >= MUCH) {
            dsl.select(DSL.function(DSL.name("app_analyze"), String.class, DSL.val(schema)))
                    .fetch();
        }
    }

    /** How many rows it added and changed. */
    public long brought() {
        return count(outcome().in(ADDED, CHANGED));
    }

    DSLContext dsl() {
        return dsl;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
