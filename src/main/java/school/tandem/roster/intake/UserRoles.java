package school.tandem.roster.intake;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static school.tandemdb.roster.Tables.ORG;
import static school.tandemdb.roster.Tables.PERSON;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** As in OneRoster 1.2, who is what stands in a file of its own. */
final class UserRoles {

    /** Asks for the row of a table that has an id of the source. */
    interface Known {
        Select<?> row(Table<?> table, Field<String> externalId);
    }

    private final DSLContext dsl;
    private final LocalDate today;
    private final Known known;

    UserRoles(DSLContext dsl, LocalDate today, Known known) {
        this.dsl = dsl;
        this.today = today;
        this.known = known;
    }

    /** Holds roles that point nowhere, and gives the others to their users. */
    void check(Stage<RoleRow> roles, @Nullable Stage<UserRow> users) {
        Field<String> user = roles.text("user_id");
        Condition nobody = notExists(known.row(PERSON, user)).and(roles.withdrawn().not());
        Condition inFile =
                users == null
                        ? DSL.falseCondition()
                        : exists(
                                selectOne()
                                        .from(users.table())
                                        .where(users.externalId().eq(user), users.taken()));
        roles.hold(Reason.UNKNOWN_REFERENCE, "userSourcedId", user, nobody.and(inFile.not()));
        Field<String> org = roles.text("org_id");
        roles.hold(
                Reason.UNKNOWN_REFERENCE,
                "orgSourcedId",
                org,
                org.isNotNull().and(notExists(known.row(ORG, org))).and(roles.withdrawn().not()));
        if (users != null) {
            resolve(users, roles);
        }
    }

    /**
     * Gives each user without a role the best of theirs: one that has not ended, the primary one,
     * else staff before student before others. Whoever turns out to be neither staff nor student
     * loses their name.
     */
    private void resolve(Stage<UserRow> users, Stage<RoleRow> roles) {
        Field<Integer> rank =
                case_(roles.text("kind"))
                        .when("staff", inline(1))
                        .when("student", inline(2))
                        .otherwise(inline(3));
        Field<LocalDate> ends = roles.field("ends_on", LOCALDATE);
        Table<?> best =
                select(
                                roles.text("user_id").as("user_id"),
                                roles.text("kind").as("kind"),
                                roles.text("staff_role").as("staff_role"),
                                roles.text("grade").as("grade"))
                        .distinctOn(roles.text("user_id"))
                        .from(roles.table())
                        .where(roles.taken(), roles.withdrawn().not())
                        .orderBy(
                                roles.text("user_id"),
                                DSL.field(ends.isNull().or(ends.gt(today))).desc(),
                                coalesce(roles.flag("is_primary"), inline(false)).desc(),
                                rank,
                                roles.number("line"))
                        .asTable("best");
        dsl.update(users.table())
                .set(users.set("kind", CLOB), DSL.field(name("best", "kind"), String.class))
                .set(
                        users.set("staff_role", CLOB),
                        DSL.field(name("best", "staff_role"), String.class))
                .set(
                        users.set("grade", CLOB),
                        coalesce(
                                users.text("grade"),
                                DSL.field(name("best", "grade"), String.class)))
                .from(best)
                .where(DSL.field(name("best", "user_id"), String.class).eq(users.externalId()))
                .and(users.text("kind").isNull())
                .execute();
        forgetOthers(dsl, users);
    }

    /** Of who is neither staff nor student nothing but the id is kept. */
    static void forgetOthers(DSLContext dsl, Stage<UserRow> users) {
        dsl.update(users.table())
                .set(users.set("given_name", CLOB), "")
                .set(users.set("family_name", CLOB), "")
                .setNull(users.set("email", CLOB))
                .setNull(users.set("username", CLOB))
                .setNull(users.set("identifier", CLOB))
                .setNull(users.set("grade", CLOB))
                .where(users.text("kind").eq("other"))
                .execute();
    }

    /** A role row has no table of its own: it shares the fate of its user's row. */
    static void tally(DSLContext dsl, Stage<RoleRow> roles, @Nullable Stage<UserRow> users) {
        Field<String> unchanged = inline(Stage.UNCHANGED);
        if (users == null) {
            finish(dsl, roles, unchanged);
            return;
        }
        Condition ofRole = users.externalId().eq(roles.text("user_id"));
        roles.hold(
                Reason.UNKNOWN_REFERENCE,
                "userSourcedId",
                roles.text("user_id"),
                exists(selectOne().from(users.table()).where(ofRole, users.taken().not()))
                        .and(
                                notExists(
                                        selectOne()
                                                .from(users.table())
                                                .where(ofRole, users.taken())))
                        .and(roles.withdrawn().not()));
        finish(
                dsl,
                roles,
                coalesce(
                        DSL.field(
                                select(DSL.min(users.outcome()))
                                        .from(users.table())
                                        .where(ofRole, users.taken())),
                        unchanged));
    }

    private static void finish(DSLContext dsl, Stage<RoleRow> roles, Field<String> outcome) {
        dsl.update(roles.table())
                .set(roles.set("outcome", CLOB), outcome)
                .where(roles.taken(), trueCondition())
                .execute();
    }
}
