package school.tandem.roster.intake;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.SQLDataType.BIGINT;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.ORG;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.tandem.security.DistrictId;

/**
 * The schools that a delivery speaks for: only there does a bulk file end what it does not have.
 */
final class DeliveredSchools {

    private final DistrictId district;
    private final String source;
    private final @Nullable Stage<OrgRow> orgs;

    /**
     * @param orgs the schools that it brings; null: it names none, and speaks for all
     */
    DeliveredSchools(DistrictId district, String source, @Nullable Stage<OrgRow> orgs) {
        this.district = district;
        this.source = source;
        this.orgs = orgs;
    }

    /** Students of this source whom the delivery speaks for. */
    Condition ofOwnStudents() {
        return DSL.field(name("t", "source"), String.class)
                .eq(source)
                .and(DSL.field(name("t", "kind"), String.class).eq("student"))
                .and(ofOwnSchools());
    }

    /** What belongs to no school ends by absence only where the delivery has all schools. */
    Condition allOfSource() {
        return notExists(
                selectOne()
                        .from(ORG)
                        .where(ORG.DISTRICT_ID.eq(district), ORG.SOURCE.eq(source))
                        .and(ORG.KIND.eq("school"))
                        .and(ORG.WITHDRAWN_ON.isNull())
                        .and(delivered().not()));
    }

    /** Whether a school is one of the delivery; without a file of orgs, all are. */
    private Condition delivered() {
        return orgs == null
                ? trueCondition()
                : exists(
                        selectOne()
                                .from(orgs.table())
                                .where(orgs.externalId().eq(ORG.EXTERNAL_ID)));
    }

    Condition inOwnSchools(String column) {
        return DSL.field(name("t", column), Long.class)
                .in(
                        select(ORG.ID.coerce(BIGINT))
                                .from(ORG)
                                .where(ORG.DISTRICT_ID.eq(district), delivered()));
    }

    /** People of the delivery's schools and of no other; and those of no school, if it has all. */
    Condition ofOwnSchools() {
        Condition elsewhere =
                exists(
                        selectOne()
                                .from(PERSON_SCHOOL)
                                .join(ORG)
                                .on(ORG.DISTRICT_ID.eq(district))
                                .and(ORG.ID.eq(PERSON_SCHOOL.SCHOOL_ID))
                                .where(PERSON_SCHOOL.DISTRICT_ID.eq(district))
                                .and(
                                        PERSON_SCHOOL
                                                .PERSON_ID
                                                .coerce(BIGINT)
                                                .eq(DSL.field(name("t", "id"), Long.class)))
                                .and(delivered().not()));
        Condition anywhere =
                exists(
                        selectOne()
                                .from(PERSON_SCHOOL)
                                .where(PERSON_SCHOOL.DISTRICT_ID.eq(district))
                                .and(
                                        PERSON_SCHOOL
                                                .PERSON_ID
                                                .coerce(BIGINT)
                                                .eq(DSL.field(name("t", "id"), Long.class))));
        return elsewhere.not().and(anywhere.or(allOfSource()));
    }

    /**
     * Whether a class is of a school that the delivery speaks for: only there does a bulk file end
     * what it does not have.
     */
    Condition isOfDelivery(Field<Long> classId) {
        return classId.in(
                select(CLASS_GROUP.ID.coerce(BIGINT))
                        .from(CLASS_GROUP)
                        .join(ORG)
                        .on(ORG.DISTRICT_ID.eq(district))
                        .and(ORG.ID.eq(CLASS_GROUP.SCHOOL_ID))
                        .where(CLASS_GROUP.DISTRICT_ID.eq(district), delivered()));
    }
}
