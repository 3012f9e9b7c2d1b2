package school.tandem.roster.intake;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static school.tandemdb.roster.Tables.ORG;
import static school.tandemdb.roster.Tables.PERSON;

import java.util.Collection;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.tandem.security.DistrictId;

/**
 * Finds out whether the people of a delivery come from another system already: they would be
 * counted twice.
 */
public final class OtherRosters {

    /**
     * What was found.
     *
     * @param source the other system's
     * @param school a school that both have; null: they have people in common
     */
    public record Found(String source, @Nullable String school) {}

    private final DSLContext dsl;
    private final DistrictId district;
    private final String source;

    OtherRosters(DSLContext dsl, DistrictId district, String source) {
        this.dsl = dsl;
        this.district = district;
        this.source = source;
    }

    Optional<Found> find(
            Collection<String> sources,
            @Nullable Stage<OrgRow> orgs,
            @Nullable Stage<UserRow> users) {
        Condition others =
                ORG.DISTRICT_ID
                        .eq(district)
                        .and(ORG.SOURCE.in(sources))
                        .and(ORG.SOURCE.ne(source))
                        .and(ORG.KIND.eq(OrgKind.SCHOOL.code()))
                        .and(ORG.WITHDRAWN_ON.isNull());
        Optional<String> other =
                dsl.select(DSL.min(ORG.SOURCE))
                        .from(ORG)
                        .where(others)
                        .fetchOptional(row -> row.value1());
        if (other.isEmpty()) {
            return Optional.empty();
        }
        Optional<Found> school = orgs == null ? Optional.empty() : school(others, orgs);
        return school.isPresent() || users == null ? school : person(sources, users);
    }

    private Optional<Found> school(Condition others, Stage<OrgRow> orgs) {
        return dsl.select(ORG.SOURCE, ORG.NAME)
                .from(ORG)
                .where(others)
                .and(
                        lower(ORG.NAME)
                                .in(
                                        select(lower(orgs.text("name")))
                                                .from(orgs.table())
                                                .where(orgs.text("kind").eq("school"))
                                                .and(orgs.withdrawn().not())
                                                .and(orgs.taken())))
                .orderBy(ORG.ID)
                .limit(1)
                .fetchOptional(row -> new Found(row.value1(), row.value2()));
    }

    private Optional<Found> person(Collection<String> sources, Stage<UserRow> users) {
        Field<String> username = lower(users.text("username"));
        return dsl.select(PERSON.SOURCE)
                .from(PERSON)
                .where(PERSON.DISTRICT_ID.eq(district), PERSON.SOURCE.in(sources))
                .and(PERSON.SOURCE.ne(source))
                .and(PERSON.WITHDRAWN_ON.isNull())
                .and(
                        exists(
                                        selectOne()
                                                .from(users.table())
                                                .where(users.taken())
                                                .and(users.text("email").eq(lower(PERSON.EMAIL))))
                                .or(
                                        exists(
                                                selectOne()
                                                        .from(users.table())
                                                        .where(users.taken())
                                                        .and(username.eq(lower(PERSON.USERNAME))))))
                .limit(1)
                .fetchOptional(row -> new Found(row.value1(), null));
    }
}
