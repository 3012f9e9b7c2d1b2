package school.tandem.roster.intake;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.SQLDataType.CLOB;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** OneRoster 1.2: who is what stands in a file of its own. */
final class UserRoles {

    private UserRoles() {}

    /**
     * Gives each user without a role the best of theirs: the primary one, else staff before student
     * before others. Whoever turns out to be neither staff nor student loses their name.
     */
    static void resolve(DSLContext dsl, Stage<UserRow> users, Stage<RoleRow> roles) {
        Field<Integer> rank =
                case_(roles.text("kind"))
                        .when("staff", inline(1))
                        .when("student", inline(2))
                        .otherwise(inline(3));
        Table<?> best =
                select(
                                roles.text("user_id").as("user_id"),
                                roles.text("kind").as("kind"),
                                roles.text("staff_role").as("staff_role"))
                        .distinctOn(roles.text("user_id"))
                        .from(roles.table())
                        .where(roles.taken(), roles.withdrawn().not())
                        .orderBy(
                                roles.text("user_id"),
                                coalesce(roles.flag("is_primary"), inline(false)).desc(),
                                rank,
                                roles.number("line"))
                        .asTable("best");
        dsl.update(users.table())
                .set(users.set("kind", CLOB), DSL.field(name("best", "kind"), String.class))
                .set(
                        users.set("staff_role", CLOB),
                        DSL.field(name("best", "staff_role"), String.class))
                .from(best)
                .where(DSL.field(name("best", "user_id"), String.class).eq(users.externalId()))
                .and(users.text("kind").isNull())
                .execute();
        Condition nameless = users.text("kind").eq("other");
        dsl.update(users.table())
                .set(users.set("given_name", CLOB), "")
                .set(users.set("family_name", CLOB), "")
                .setNull(users.set("email", CLOB))
                .setNull(users.set("username", CLOB))
                .where(nameless)
                .execute();
    }

    /** A role row has no table of its own: it shares the fate of its user's row. */
    static void tally(DSLContext dsl, Stage<RoleRow> roles, Stage<UserRow> users) {
        dsl.update(roles.table())
                .set(
                        roles.set("outcome", CLOB),
                        coalesce(
                                DSL.field(
                                        select(users.outcome())
                                                .from(users.table())
                                                .where(users.externalId().eq(roles.text("user_id")))
                                                .and(users.taken())
                                                .limit(1)),
                                inline(Stage.UNCHANGED)))
                .where(roles.taken())
                .execute();
    }
}
