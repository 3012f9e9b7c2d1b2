package school.tandem.adoption.intake;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.SMALLINT;
import static school.tandemdb.adoption.Tables.ACTIVITY;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import school.tandem.roster.intake.Stage;
import school.tandem.security.DistrictId;

/** Takes what exports say that somebody did on a day: once for each day, whoever says it again. */
final class Activities {

    private final DSLContext dsl;
    private final DistrictId district;
    private final long run;
    private final String source;

    Activities(DSLContext dsl, DistrictId district, long run, String source) {
        this.dsl = dsl;
        this.district = district;
        this.run = run;
        this.source = source;
    }

    void take(Stage<ActivityRow> stage) {
        decide(stage);
        dsl.insertInto(
                        ACTIVITY,
                        ACTIVITY.DISTRICT_ID,
                        ACTIVITY.PERSON_ID,
                        ACTIVITY.DAY,
                        ACTIVITY.SOURCE,
                        ACTIVITY.DID,
                        ACTIVITY.ADDED_RUN)
                .select(
                        select(
                                        val(district, ACTIVITY.DISTRICT_ID),
                                        stage.number("person").coerce(ACTIVITY.PERSON_ID),
                                        stage.field("day", LOCALDATE),
                                        val(source),
                                        stage.field("did", SMALLINT),
                                        val(run))
                                .from(stage.table())
                                .where(stage.outcome().eq("added")))
                .execute();
    }

    /** Added: the first row that says so, where nothing did before. */
    private void decide(Stage<ActivityRow> stage) {
        Table<?> ranked =
                select(
                                stage.number("line").as("line"),
                                stage.number("person").as("person"),
                                stage.field("day", LOCALDATE).as("day"),
                                stage.field("did", SMALLINT).as("did"),
                                rowNumber()
                                        .over()
                                        .partitionBy(
                                                stage.number("person"),
                                                stage.field("day", LOCALDATE),
                                                stage.field("did", SMALLINT))
                                        .orderBy(stage.number("line"))
                                        .as("rank"))
                        .from(stage.table())
                        .where(stage.taken())
                        .asTable("ranked");
        Condition known =
                exists(
                        selectOne()
                                .from(ACTIVITY)
                                .where(ACTIVITY.DISTRICT_ID.eq(district))
                                .and(ACTIVITY.PERSON_ID.coerce(BIGINT).eq(stage.number("person")))
                                .and(ACTIVITY.DAY.eq(stage.field("day", LOCALDATE)))
                                .and(ACTIVITY.SOURCE.eq(source))
                                .and(ACTIVITY.DID.eq(stage.field("did", SMALLINT))));
        dsl.update(stage.table())
                .set(
                        stage.set("outcome", CLOB),
                        case_().when(
                                        DSL.field(name("ranked", "rank"), Integer.class)
                                                .gt(1)
                                                .or(known),
                                        inline("unchanged"))
                                .otherwise(inline("added")))
                .from(ranked)
                .where(stage.number("line").eq(DSL.field(name("ranked", "line"), Long.class)))
                .and(stage.number("person").eq(DSL.field(name("ranked", "person"), Long.class)))
                .and(
                        stage.field("day", LOCALDATE)
                                .eq(DSL.field(name("ranked", "day"), LocalDate.class)))
                .and(stage.field("did", SMALLINT).eq(DSL.field(name("ranked", "did"), Short.class)))
                .execute();
    }

    void undo() {
        dsl.deleteFrom(ACTIVITY)
                .where(ACTIVITY.DISTRICT_ID.eq(district), ACTIVITY.ADDED_RUN.eq(run))
                .execute();
    }
}
