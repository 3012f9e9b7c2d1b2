package school.tandem.roster.intake;

import static org.jooq.impl.DSL.arrayAggDistinct;
import static org.jooq.impl.DSL.arrayGet;
import static org.jooq.impl.DSL.firstValue;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Makes one person of the rows that somebody has for each of their schools. The first of those that
 * have not ended stands for all; the others share its fate.
 */
final class RowPerSchool {

    /** Marks, until the person was merged, a row that another stands for. */
    private static final String JOINED = "JOINED";

    private final DSLContext dsl;
    private final Stage<UserRow> users;

    RowPerSchool(DSLContext dsl, Stage<UserRow> users) {
        this.dsl = dsl;
        this.users = users;
    }

    void join() {
        Table<?> ranked = ranked();
        Field<Long> line = DSL.field(name("ranked", "line"), Long.class);
        Field<Long> first = DSL.field(name("ranked", "first"), Long.class);
        Field<String> school = DSL.field(name("ranked", "school"), String.class);
        Field<Boolean> ended = DSL.field(name("ranked", "ended"), Boolean.class);
        Table<?> schools =
                select(
                                first.as("first"),
                                arrayAggDistinct(school).filterWhere(ended.isFalse()).as("schools"))
                        .from(ranked)
                        .groupBy(first)
                        .having(DSL.count().gt(1))
                        .asTable("person");
        Field<String[]> all = DSL.field(name("person", "schools"), CLOB.array());
        dsl.update(users.table())
                .set(users.set("org_ids", CLOB.array()), all)
                .from(schools)
                .where(users.number("line").eq(DSL.field(name("person", "first"), Long.class)))
                .and(all.isNotNull())
                .execute();
        dsl.update(users.table())
                .setNull(users.set("outcome", CLOB))
                .set(users.set("held", CLOB), JOINED)
                .set(users.set("held_value", CLOB), first.cast(CLOB))
                .from(ranked)
                .where(users.number("line").eq(line), line.ne(first))
                .and(DSL.field(name("ranked", "place"), Integer.class).eq(1))
                .execute();
    }

    /** The rows that are taken, with the first of the same person and the place at the school. */
    private Table<?> ranked() {
        Field<String> school = arrayGet(users.field("org_ids", CLOB.array()), 1);
        return select(
                        users.number("line").as("line"),
                        school.as("school"),
                        users.flag("withdrawn").as("ended"),
                        firstValue(users.number("line"))
                                .over()
                                .partitionBy(users.externalId(), users.text("kind"))
                                .orderBy(users.flag("withdrawn"), users.number("line"))
                                .as("first"),
                        rowNumber()
                                .over()
                                .partitionBy(users.externalId(), users.text("kind"), school)
                                .orderBy(users.flag("withdrawn"), users.number("line"))
                                .as("place"))
                .from(users.table())
                .where(users.taken())
                .asTable("ranked");
    }

    /** Gives the others what became of the row that stands for them. */
    void share() {
        Table<?> first = users.table().as("f");
        dsl.update(users.table())
                .set(users.set("outcome", CLOB), DSL.field(name("f", "outcome"), String.class))
                .set(users.set("held", CLOB), DSL.field(name("f", "held"), String.class))
                .set(
                        users.set("held_column", CLOB),
                        DSL.field(name("f", "held_column"), String.class))
                .set(
                        users.set("held_value", CLOB),
                        DSL.field(name("f", "held_value"), String.class))
                .from(first)
                .where(users.text("held").eq(JOINED))
                .and(
                        DSL.field(name("f", "line"), Long.class)
                                .eq(users.text("held_value").cast(BIGINT)))
                .execute();
    }
}
