package school.tandem.training;

import static school.tandemdb.training.Tables.ATTENDANCE;
import static school.tandemdb.training.Tables.COMPLETION;
import static school.tandemdb.training.Tables.SESSION;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** How much training took place on each side of the day of the decision. */
@Component
public class BeforeAndAfter {

    /**
     * One side.
     *
     * @param sessions that took place
     * @param people different ones who were there
     * @param minutes of all of them together
     */
    public record Side(int sessions, int people, long minutes) {
        static final Side NOTHING = new Side(0, 0, 0);
    }

    /** Both sides; the day of the decision is after it. */
    public record Sides(Side before, Side after) {}

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Schools schools;
    private final Access access;
    private final Clock clock;

    BeforeAndAfter(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Schools schools,
            Access access,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.schools = schools;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Both sides of a day, of the sessions that have begun and were not cancelled. Somebody was at
     * a session who was seen there or completed the course by it. One statement.
     */
    public Sides of(SchoolKey key, LocalDate decision) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.read(key.district(), () -> count(key, decision));
    }

    private Sides count(SchoolKey key, LocalDate decision) {
        OffsetDateTime turn = decision.atStartOfDay(schools.find(key).zone()).toOffsetDateTime();
        var there =
                DSL.select(ATTENDANCE.SESSION_ID, ATTENDANCE.PERSON_ID)
                        .from(ATTENDANCE)
                        .where(ATTENDANCE.DISTRICT_ID.eq(key.district()))
                        .and(ATTENDANCE.STATE.in("present", "late", "partial"))
                        .union(
                                DSL.select(COMPLETION.SESSION_ID, COMPLETION.PERSON_ID)
                                        .from(COMPLETION)
                                        .where(COMPLETION.DISTRICT_ID.eq(key.district()))
                                        .and(COMPLETION.SESSION_ID.isNotNull()))
                        .asTable("there");
        Field<PersonId> person = Objects.requireNonNull(there.field(ATTENDANCE.PERSON_ID));
        Field<Boolean> before = DSL.field(SESSION.STARTS_AT.lt(DSL.inline(turn)));
        Map<Boolean, Side> sides = new HashMap<>();
        dsl.select(
                        before,
                        DSL.countDistinct(SESSION.ID),
                        DSL.countDistinct(person),
                        DSL.coalesce(
                                DSL.sum(SESSION.MINUTES).filterWhere(person.isNotNull()),
                                DSL.inline(java.math.BigDecimal.ZERO)))
                .from(SESSION)
                .leftJoin(there)
                .on(Objects.requireNonNull(there.field(ATTENDANCE.SESSION_ID)).eq(SESSION.ID))
                .where(SESSION.DISTRICT_ID.eq(key.district()))
                .and(SESSION.SCHOOL_ID.eq(key.school()))
                .and(SESSION.CANCELLED_AT.isNull())
                .and(SESSION.STARTS_AT.lt(clock.instant().atOffset(ZoneOffset.UTC)))
                .groupBy(before)
                .forEach(row ->
                        sides.put(
                                row.value1(),
                                new Side(row.value2(), row.value3(), row.value4().longValue())));
        return new Sides(
                sides.getOrDefault(true, Side.NOTHING), sides.getOrDefault(false, Side.NOTHING));
    }
}
