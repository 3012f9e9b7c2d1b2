package school.tandem.roster.intake;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;

import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import school.tandem.security.DistrictId;

/** What rows of a source refer to, by the ids that this source gives. */
final class References {

    private final DSLContext dsl;
    private final DistrictId district;
    private final String source;

    References(DSLContext dsl, DistrictId district, String source) {
        this.dsl = dsl;
        this.district = district;
        this.source = source;
    }

    /** The first of several ids in a cell that nothing known has; null: all are known. */
    Field<String> unknown(Stage<?> stage, String ids, Table<?> table) {
        Field<String> id = DSL.field(name("o", "id"), String.class);
        return DSL.field(
                select(DSL.min(id))
                        .from(DSL.unnest(stage.field(ids, CLOB.array())).as("o", "id"))
                        .where(notExists(known(table, id))));
    }

    SelectConditionStep<?> known(Table<?> table, Field<String> externalId) {
        return selectOne().from(table).where(sameId(table, externalId));
    }

    /** The row that an id of the same source names, its own id to be filled in. */
    Stage.Reference reference(Stage<?> stage, String column, Table<?> table, String externalId) {
        return new Stage.Reference(
                table, sameId(table, stage.text(externalId)), Map.of(column, id(table)));
    }

    private static Field<Long> id(Table<?> table) {
        return DSL.field(table.getQualifiedName().append("id"), Long.class);
    }

    private Condition sameId(Table<?> table, Field<String> externalId) {
        return DSL.field(table.getQualifiedName().append("district_id"), Long.class)
                .eq(district.value())
                .and(DSL.field(table.getQualifiedName().append("source"), String.class).eq(source))
                .and(
                        DSL.field(table.getQualifiedName().append("external_id"), String.class)
                                .eq(externalId));
    }

    void resolve(
            Stage<?> stage,
            String column,
            Table<?> table,
            Field<String> externalId,
            Condition also) {
        dsl.update(stage.table())
                .set(stage.set(column, BIGINT), id(table))
                .from(table)
                .where(sameId(table, externalId), also)
                .and(stage.taken())
                .execute();
    }
}
