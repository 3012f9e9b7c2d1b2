package school.tandem.roster.intake;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.SQLDataType.CLOB;
import static school.tandemdb.roster.Tables.PERSON;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.tandem.security.DistrictId;

/**
 * People to whom their delivery gives no role: contacts of students, and whoever is in no class at
 * the time. Who is known stays what they are; of others the id alone is kept, provided that the
 * delivery has roles at all.
 */
final class Roleless {

    private final DSLContext dsl;
    private final DistrictId district;
    private final String source;

    Roleless(DSLContext dsl, DistrictId district, String source) {
        this.dsl = dsl;
        this.district = district;
        this.source = source;
    }

    void decide(Stage<UserRow> users, @Nullable Stage<RoleRow> roles) {
        dsl.update(users.table())
                .set(users.set("kind", CLOB), PERSON.KIND)
                .set(users.set("staff_role", CLOB), PERSON.STAFF_ROLE)
                .set(users.set("grade", CLOB), coalesce(users.text("grade"), PERSON.GRADE))
                .from(PERSON)
                .where(PERSON.DISTRICT_ID.eq(district), PERSON.SOURCE.eq(source))
                .and(PERSON.EXTERNAL_ID.eq(users.externalId()))
                .and(users.text("kind").isNull())
                .and(users.taken())
                .execute();
        if (roles != null && !roles.isEmpty()) {
            Condition theirs =
                    roles.text("user_id")
                            .eq(users.externalId())
                            .or(roles.externalId().eq(users.externalId()));
            dsl.update(users.table())
                    .set(users.set("kind", CLOB), PersonKind.OTHER.code())
                    .where(users.text("kind").isNull(), users.taken())
                    .and(notExists(selectOne().from(roles.table()).where(theirs)))
                    .execute();
        }
        UserRoles.forgetOthers(dsl, users);
        users.hold(
                Reason.NO_ROLE,
                "role",
                inline(""),
                users.text("kind").isNull().and(users.withdrawn().not()));
    }

    /** Holds places in classes of people of whom there is nothing but the id. */
    void holdPlaces(Stage<EnrolmentRow> enrolments) {
        enrolments.hold(
                Reason.NO_ROLE,
                "userSourcedId",
                enrolments.text("person"),
                exists(
                                selectOne()
                                        .from(PERSON)
                                        .where(PERSON.DISTRICT_ID.eq(district))
                                        .and(
                                                PERSON.ID
                                                        .coerce(Long.class)
                                                        .eq(enrolments.number("person_id")))
                                        .and(PERSON.KIND.eq(PersonKind.OTHER.code())))
                        .and(enrolments.text("role").ne(EnrolmentRole.OTHER.code()))
                        .and(DSL.not(enrolments.withdrawn())));
    }
}
