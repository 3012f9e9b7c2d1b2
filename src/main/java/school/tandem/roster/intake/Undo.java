package school.tandem.roster.intake;

import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.dao.DataIntegrityViolationException;
import school.tandem.roster.intake.Merge.Target;

/** Puts back what one run did to a table: the rows as they were, and none of those it added. */
public final class Undo {

    private static final Field<Long> DISTRICT = DSL.field(name("t", "district_id"), Long.class);
    private static final Field<Long> ADDED = DSL.field(name("t", "added_run"), Long.class);
    private static final Field<Long> CHANGED = DSL.field(name("t", "changed_run"), Long.class);

    private final DSLContext dsl;
    private final long district;
    private final long run;

    public Undo(DSLContext dsl, long district, long run) {
        this.dsl = dsl;
        this.district = district;
        this.run = run;
    }

    /**
     * Refuses where a later run, or a person, has touched a row since.
     *
     * @throws UndoRefused then
     */
    public void check(Target target) {
        Condition changedSince =
                imaged(target).and(CHANGED.isDistinctFrom(run)).and(DISTRICT.eq(district));
        Condition addedAndChanged =
                DISTRICT.eq(district).and(ADDED.eq(run)).and(CHANGED.isNotNull());
        if (dsl.fetchExists(
                        selectOne()
                                .from(target.reference())
                                .join(images(target))
                                .on(sameRow())
                                .where(changedSince))
                || dsl.fetchExists(selectOne().from(target.reference()).where(addedAndChanged))) {
            throw new UndoRefused(target.table());
        }
    }

    /** Puts the changed rows back as they were. */
    public void restore(Target target) {
        Map<Field<?>, Object> values = new HashMap<>();
        target.columns().forEach(column -> values.put(plain(column), before(column)));
        values.put(
                DSL.field(name("changed_run"), Long.class),
                before(DSL.field(name("changed_run"), SQLDataType.BIGINT)));
        values.put(
                DSL.field(name("withdrawn_on"), LocalDate.class),
                before(DSL.field(name("withdrawn_on"), SQLDataType.LOCALDATE)));
        dsl.update(target.reference())
                .set(values)
                .from(images(target))
                .where(imaged(target), sameRow(), DISTRICT.eq(district))
                .execute();
    }

    /**
     * Removes the rows that the run added.
     *
     * @throws UndoRefused if something refers to one of them by now
     */
    public void remove(Target target) {
        removing(
                target.table(),
                () ->
                        dsl.deleteFrom(target.reference())
                                .where(DISTRICT.eq(district), ADDED.eq(run))
                                .execute());
    }

    /**
     * Removes rows in a way of the caller's own.
     *
     * @param table what the refusal calls them
     * @throws UndoRefused if something refers to one of them by now
     */
    public void removing(String table, Runnable removal) {
        try {
            removal.run();
        } catch (DataIntegrityViolationException referred) {
            throw new UndoRefused(table);
        }
    }

    private static Table<Record> images(Target target) {
        return target.images().as("b");
    }

    private Condition imaged(Target target) {
        return DSL.field(name("b", "district_id"), Long.class)
                .eq(district)
                .and(DSL.field(name("b", "run_id"), Long.class).eq(run))
                .and(DSL.field(name("b", "table_name"), String.class).eq(target.table()));
    }

    private static Condition sameRow() {
        return DSL.field(name("b", "row_id"), Long.class)
                .eq(DSL.field(name("t", "id"), Long.class));
    }

    private static Field<Object> plain(Field<?> column) {
        return DSL.field(name(column.getName()), Object.class);
    }

    private static <X> Field<X> before(Field<X> column) {
        return jsonbGetAttributeAsText(DSL.field(name("b", "image"), JSONB.class), column.getName())
                .cast(column.getDataType());
    }

    /** Forgets the images of the run: it can't be undone twice. */
    public void forget(String schema) {
        Table<Record> images = table(name(schema, "before_image"));
        dsl.deleteFrom(images)
                .where(DSL.field(name("district_id"), Long.class).eq(district))
                .and(DSL.field(name("run_id"), Long.class).eq(run))
                .execute();
    }
}
