package school.tandem.roster.intake;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.CLOB;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.STUDENT_GROUP;
import static school.tandemdb.roster.Tables.STUDENT_GROUP_BEFORE;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.GroupKind;
import school.tandem.roster.PersonId;
import school.tandem.security.DistrictId;

/**
 * Takes the groups of students in, kind by kind, and takes them back. Of people who are no students
 * nothing is kept. A fixed number of statements, however many rows.
 */
final class StudentGroupMerge {

    private final DSLContext dsl;
    private final DistrictId district;
    private final long run;

    StudentGroupMerge(DSLContext dsl, DistrictId district, long run) {
        this.dsl = dsl;
        this.district = district;
        this.run = run;
    }

    /**
     * Makes the groups of each student what the stage says, kept as they were before.
     *
     * @param absent which people, as {@code t}, lose theirs where a bulk file lacks them; null: it
     *     is no bulk file
     * @return how many lost theirs that way
     */
    long take(Stage<GroupRow> stage, @Nullable Condition absent) {
        long gone = 0;
        for (GroupKind kind : GroupKind.values()) {
            if (stage.count(spoken(stage, kind)) > 0) {
                gone += take(stage, kind, stage.isEmpty() ? null : absent);
            }
        }
        decide(stage);
        return gone;
    }

    private long take(Stage<GroupRow> stage, GroupKind kind, @Nullable Condition absent) {
        Condition ofKind =
                STUDENT_GROUP.DISTRICT_ID.eq(district).and(STUDENT_GROUP.KIND.eq(kind.code()));
        Condition named = STUDENT_GROUP.STUDENT_ID.in(students(stage, kind));
        Condition missing =
                absent == null
                        ? DSL.falseCondition()
                        : STUDENT_GROUP.STUDENT_ID.in(absent(stage, absent));
        Condition goes =
                ofKind.and(named.and(notExists(wanted(stage, kind, inRow(stage)))).or(missing));
        long gone =
                dsl.select(DSL.countDistinct(STUDENT_GROUP.STUDENT_ID))
                        .from(STUDENT_GROUP)
                        .where(ofKind, missing)
                        .fetchSingle()
                        .value1();
        keep(
                kind,
                select(STUDENT_GROUP.STUDENT_ID)
                        .from(STUDENT_GROUP)
                        .where(goes)
                        .union(
                                select(DSL.field(DSL.name("n", "student_id"), PersonId.class))
                                        .from(coming(stage, kind).asTable("n"))));
        dsl.deleteFrom(STUDENT_GROUP).where(goes).execute();
        Table<?> come = coming(stage, kind).asTable("n");
        dsl.insertInto(
                        STUDENT_GROUP,
                        STUDENT_GROUP.DISTRICT_ID,
                        STUDENT_GROUP.STUDENT_ID,
                        STUDENT_GROUP.KIND,
                        STUDENT_GROUP.KEY)
                .select(
                        select(
                                        val(district, STUDENT_GROUP.DISTRICT_ID),
                                        DSL.field(
                                                DSL.name("n", "student_id"),
                                                STUDENT_GROUP.STUDENT_ID.getDataType()),
                                        val(kind.code()),
                                        DSL.field(DSL.name("n", "key"), String.class))
                                .from(come))
                .execute();
        return gone;
    }

    /** Whoever a row of the stage is about in this kind. */
    private Select<Record1<PersonId>> students(Stage<GroupRow> stage, GroupKind kind) {
        return select(PERSON.ID)
                .from(PERSON)
                .join(stage.table())
                .on(stage.number("person_id").eq(PERSON.ID.coerce(Long.class)))
                .where(PERSON.DISTRICT_ID.eq(district), PERSON.KIND.eq("student"))
                .and(stage.taken())
                .and(spoken(stage, kind));
    }

    private Select<Record2<PersonId, String>> coming(Stage<GroupRow> stage, GroupKind kind) {
        Field<String> key = stage.text(kind.code());
        return selectDistinct(PERSON.ID.as("student_id"), key.as("key"))
                .from(PERSON)
                .join(stage.table())
                .on(stage.number("person_id").eq(PERSON.ID.coerce(Long.class)))
                .where(PERSON.DISTRICT_ID.eq(district), PERSON.KIND.eq("student"))
                .and(stage.taken())
                .and(stage.withdrawn().not())
                .and(key.ne(""))
                .and(
                        notExists(
                                selectOne()
                                        .from(STUDENT_GROUP)
                                        .where(STUDENT_GROUP.DISTRICT_ID.eq(district))
                                        .and(STUDENT_GROUP.KIND.eq(kind.code()))
                                        .and(STUDENT_GROUP.STUDENT_ID.eq(PERSON.ID))
                                        .and(STUDENT_GROUP.KEY.eq(key))));
    }

    private static Select<?> wanted(Stage<GroupRow> stage, GroupKind kind, Condition which) {
        return selectOne()
                .from(stage.table())
                .where(which, stage.taken(), stage.withdrawn().not())
                .and(stage.text(kind.code()).eq(STUDENT_GROUP.KEY));
    }

    private static Condition inRow(Stage<GroupRow> stage) {
        return stage.number("person_id").eq(STUDENT_GROUP.STUDENT_ID.coerce(Long.class));
    }

    private static Condition spoken(Stage<GroupRow> stage, GroupKind kind) {
        return stage.text(kind.code()).isNotNull();
    }

    /** People whom no row of the file names, held ones included. */
    private Select<Record1<PersonId>> absent(Stage<GroupRow> stage, Condition scope) {
        var t = PERSON.as("t");
        return select(t.ID)
                .from(t)
                .where(t.DISTRICT_ID.eq(district), scope)
                .and(
                        notExists(
                                selectOne()
                                        .from(stage.table())
                                        .where(
                                                stage.text("student")
                                                        .eq(t.EXTERNAL_ID)
                                                        .or(
                                                                stage.externalId()
                                                                        .eq(t.EXTERNAL_ID)))));
    }

    /** What students had before; the first image of a run is the one that counts. */
    private void keep(GroupKind kind, Select<Record1<PersonId>> differing) {
        var before = STUDENT_GROUP_BEFORE.as("b");
        dsl.insertInto(
                        STUDENT_GROUP_BEFORE,
                        STUDENT_GROUP_BEFORE.DISTRICT_ID,
                        STUDENT_GROUP_BEFORE.RUN_ID,
                        STUDENT_GROUP_BEFORE.STUDENT_ID,
                        STUDENT_GROUP_BEFORE.KIND,
                        STUDENT_GROUP_BEFORE.KEY)
                .select(
                        select(
                                        val(district, STUDENT_GROUP_BEFORE.DISTRICT_ID),
                                        val(run),
                                        PERSON.ID,
                                        val(kind.code()),
                                        DSL.coalesce(STUDENT_GROUP.KEY, inline("")))
                                .from(PERSON)
                                .leftJoin(STUDENT_GROUP)
                                .on(STUDENT_GROUP.DISTRICT_ID.eq(district))
                                .and(STUDENT_GROUP.STUDENT_ID.eq(PERSON.ID))
                                .and(STUDENT_GROUP.KIND.eq(kind.code()))
                                .where(PERSON.DISTRICT_ID.eq(district), PERSON.ID.in(differing))
                                .and(
                                        notExists(
                                                selectOne()
                                                        .from(before)
                                                        .where(before.DISTRICT_ID.eq(district))
                                                        .and(before.RUN_ID.eq(run))
                                                        .and(before.STUDENT_ID.eq(PERSON.ID))
                                                        .and(before.KIND.eq(kind.code())))))
                .execute();
    }

    /** A row is new where its student had nothing of its kinds, and changed where it differs. */
    private void decide(Stage<GroupRow> stage) {
        Condition had = exists(images(stage, STUDENT_GROUP_BEFORE.KEY.ne("")));
        Condition differs = exists(images(stage, DSL.noCondition()));
        dsl.update(stage.table())
                .set(
                        stage.set("outcome", CLOB),
                        DSL.case_()
                                .when(had.or(differs.and(stage.withdrawn())), Stage.CHANGED)
                                .when(differs, Stage.ADDED)
                                .otherwise(Stage.UNCHANGED))
                .where(stage.taken())
                .execute();
    }

    private Select<?> images(Stage<GroupRow> stage, Condition which) {
        List<Condition> kinds = new ArrayList<>();
        for (GroupKind kind : GroupKind.values()) {
            kinds.add(spoken(stage, kind).and(STUDENT_GROUP_BEFORE.KIND.eq(kind.code())));
        }
        return selectOne()
                .from(STUDENT_GROUP_BEFORE)
                .where(STUDENT_GROUP_BEFORE.DISTRICT_ID.eq(district))
                .and(STUDENT_GROUP_BEFORE.RUN_ID.eq(run))
                .and(
                        STUDENT_GROUP_BEFORE
                                .STUDENT_ID
                                .coerce(Long.class)
                                .eq(stage.number("person_id")))
                .and(DSL.or(kinds))
                .and(which);
    }

    /** Puts the groups back to what they were before the run. */
    void undo() {
        var before = STUDENT_GROUP_BEFORE;
        Condition ofRun = before.DISTRICT_ID.eq(district).and(before.RUN_ID.eq(run));
        dsl.deleteFrom(STUDENT_GROUP)
                .where(STUDENT_GROUP.DISTRICT_ID.eq(district))
                .and(
                        exists(
                                selectOne()
                                        .from(before)
                                        .where(ofRun)
                                        .and(before.STUDENT_ID.eq(STUDENT_GROUP.STUDENT_ID))
                                        .and(before.KIND.eq(STUDENT_GROUP.KIND))))
                .execute();
        dsl.insertInto(
                        STUDENT_GROUP,
                        STUDENT_GROUP.DISTRICT_ID,
                        STUDENT_GROUP.STUDENT_ID,
                        STUDENT_GROUP.KIND,
                        STUDENT_GROUP.KEY)
                .select(
                        select(before.DISTRICT_ID, before.STUDENT_ID, before.KIND, before.KEY)
                                .from(before)
                                .where(ofRun, before.KEY.ne("")))
                .execute();
        dsl.deleteFrom(before).where(ofRun).execute();
    }
}
