package school.tandem.roster.intake;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Rows that only link an owner to others, named in one cell of a file: the terms of a class, the
 * schools of a person.
 */
final class Links {

    /** Which links. The stage holds the wanted ones, sorted, in a column of this name. */
    enum Kind {
        CLASS_TERM("class_term", "class_id", "session_id", "class_group"),
        PERSON_SCHOOL("person_school", "person_id", "school_id", "person");

        private final String tableName;
        private final String owner;
        private final String other;
        private final String ownerTable;

        Kind(String tableName, String owner, String other, String ownerTable) {
            this.tableName = tableName;
            this.owner = owner;
            this.other = other;
            this.ownerTable = ownerTable;
        }

        /** The table of the links, which is also what images of them are marked with. */
        String tableName() {
            return tableName;
        }

        /** The stage's column with the wanted ids. */
        String column() {
            return other + "s";
        }
    }

    private static final Table<Record> BEFORE = table(name("roster", "link_before")).as("b");

    private final DSLContext dsl;
    private final long district;
    private final long run;
    private final Kind kind;
    private final Table<Record> links;

    Links(DSLContext dsl, long district, long run, Kind kind) {
        this.dsl = dsl;
        this.district = district;
        this.run = run;
        this.kind = kind;
        this.links = table(name("roster", kind.tableName)).as("l");
    }

    /** Whether the links of a known row differ from what the file wants. */
    Condition differ(Stage<?> stage) {
        Field<Long[]> now =
                DSL.field(
                        select(
                                        coalesce(
                                                DSL.arrayAgg(link(kind.other))
                                                        .orderBy(link(kind.other)),
                                                DSL.castNull(SQLDataType.BIGINT.array())))
                                .from(links)
                                .where(ofDistrict())
                                .and(link(kind.owner).eq(DSL.field(name("t", "id"), Long.class))));
        Field<Long[]> wanted = wanted(stage);
        return coalesce(now, none()).isDistinctFrom(coalesce(wanted, none()));
    }

    /** Makes the links of added and changed rows what the file wants, and keeps how they were. */
    void take(Stage<?> stage) {
        Condition changed = stage.outcome().eq(Stage.CHANGED).and(stage.withdrawn().not());
        keep(stage, changed);
        dsl.deleteFrom(links)
                .where(ofDistrict())
                .and(link(kind.owner).in(select(stage.id()).from(stage.table()).where(changed)))
                .and(
                        notExists(
                                selectOne()
                                        .from(stage.table())
                                        .where(stage.id().eq(link(kind.owner)))
                                        .and(link(kind.other).eq(DSL.any(wanted(stage))))))
                .execute();
        Table<?> others = DSL.unnest(wanted(stage)).as("w", "other");
        dsl.insertInto(
                        table(name("roster", kind.tableName)),
                        column("district_id"),
                        column(kind.owner),
                        column(kind.other))
                .select(
                        select(val(district), stage.id(), DSL.field(name("w", "other"), Long.class))
                                .from(stage.table(), DSL.lateral(others))
                                .where(stage.outcome().in(Stage.ADDED, Stage.CHANGED))
                                .and(stage.withdrawn().not()))
                .onConflictDoNothing()
                .execute();
    }

    private void keep(Stage<?> stage, Condition changed) {
        Field<?> department =
                kind == Kind.PERSON_SCHOOL
                        ? link("department_id")
                        : DSL.castNull(SQLDataType.BIGINT);
        dsl.insertInto(
                        table(name("roster", "link_before")),
                        column("district_id"),
                        column("run_id"),
                        column("owner_id"),
                        column("other_id"),
                        column("department_id"),
                        DSL.field(name("kind"), String.class))
                .select(
                        select(
                                        val(district),
                                        val(run),
                                        stage.id(),
                                        coalesce(link(kind.other), inline(0L)),
                                        department.coerce(Long.class),
                                        val(kind.tableName))
                                .from(stage.table())
                                .leftJoin(links)
                                .on(ofDistrict().and(link(kind.owner).eq(stage.id())))
                                .where(changed))
                .onConflictDoNothing()
                .execute();
    }

    /** Puts back what a run changed, and removes the links of what it added. */
    void undo() {
        Field<Long> owner = DSL.field(name("b", "owner_id"), Long.class);
        Table<Record> added = table(name("roster", kind.ownerTable)).as("o");
        SelectConditionStep<Record1<Long>> ofAdded =
                select(DSL.field(name("o", "id"), Long.class))
                        .from(added)
                        .where(DSL.field(name("o", "district_id"), Long.class).eq(district))
                        .and(DSL.field(name("o", "added_run"), Long.class).eq(run));
        dsl.deleteFrom(links)
                .where(ofDistrict())
                .and(
                        link(kind.owner)
                                .in(select(owner).from(BEFORE).where(kept()))
                                .or(link(kind.owner).in(ofAdded)))
                .execute();
        restore(owner);
        dsl.deleteFrom(BEFORE).where(kept()).execute();
    }

    private void restore(Field<Long> owner) {
        Field<Long> other = DSL.field(name("b", "other_id"), Long.class);
        if (kind == Kind.PERSON_SCHOOL) {
            dsl.insertInto(
                            table(name("roster", kind.tableName)),
                            column("district_id"),
                            column(kind.owner),
                            column(kind.other),
                            column("department_id"))
                    .select(
                            select(
                                            val(district),
                                            owner,
                                            other,
                                            DSL.field(name("b", "department_id"), Long.class))
                                    .from(BEFORE)
                                    .where(kept(), other.ne(0L)))
                    .execute();
        } else {
            dsl.insertInto(
                            table(name("roster", kind.tableName)),
                            column("district_id"),
                            column(kind.owner),
                            column(kind.other))
                    .select(
                            select(val(district), owner, other)
                                    .from(BEFORE)
                                    .where(kept(), other.ne(0L)))
                    .execute();
        }
    }

    private Condition kept() {
        return DSL.field(name("b", "district_id"), Long.class)
                .eq(district)
                .and(DSL.field(name("b", "run_id"), Long.class).eq(run))
                .and(DSL.field(name("b", "kind"), String.class).eq(kind.tableName));
    }

    private Condition ofDistrict() {
        return link("district_id").eq(district);
    }

    private Field<Long[]> wanted(Stage<?> stage) {
        return stage.field(kind.column(), SQLDataType.BIGINT.array());
    }

    private static Field<Long[]> none() {
        return DSL.cast(DSL.array(new Long[0]), SQLDataType.BIGINT.array());
    }

    private static Field<Long> link(String column) {
        return DSL.field(name("l", column), Long.class);
    }

    private static Field<Long> column(String column) {
        return DSL.field(name(column), Long.class);
    }
}
