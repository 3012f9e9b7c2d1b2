package school.tandem.readiness;

import static school.tandemdb.readiness.Tables.SNAPSHOT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.Plan;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;
import tools.jackson.databind.json.JsonMapper;

/** The snapshots of plans: one a day, never changed. */
@Component
public class Snapshots {

    /** Days that were missed are filled as far back as this. */
    private static final int FILLS_DAYS = 400;

    /** A day's snapshot that is made so much later than its end was not made in its night. */
    private static final Duration NIGHT = Duration.ofHours(3);

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Readiness readiness;
    private final Schools schools;
    private final Access access;
    private final Clock clock;
    private final JsonMapper json;

    Snapshots(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Readiness readiness,
            Schools schools,
            Access access,
            Clock clock,
            JsonMapper json) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.readiness = readiness;
        this.schools = schools;
        this.access = access;
        this.clock = clock;
        this.json = json;
    }

    /**
     * The last snapshots of a plan, the earliest first, each as the model of its time saw the day;
     * one statement.
     */
    public List<Snapshot> of(Plan plan, int days) {
        access.require(plan.school(), Permission.SEE_FIGURES);
        return inDistrict
                .read(
                        plan.school().district(),
                        () ->
                                dsl.select(
                                                SNAPSHOT.DAY,
                                                SNAPSHOT.MODEL_VERSION,
                                                SNAPSHOT.LEVEL,
                                                SNAPSHOT.SCORE.convertFrom(Snapshots::number),
                                                SNAPSHOT.LOW.convertFrom(BigDecimal::doubleValue),
                                                SNAPSHOT.HIGH.convertFrom(BigDecimal::doubleValue),
                                                SNAPSHOT.COVERAGE.convertFrom(
                                                        BigDecimal::doubleValue),
                                                SNAPSHOT.RECOMPUTED)
                                        .distinctOn(SNAPSHOT.DAY)
                                        .from(SNAPSHOT)
                                        .where(SNAPSHOT.DISTRICT_ID.eq(plan.school().district()))
                                        .and(SNAPSHOT.PLAN_ID.eq(plan.id()))
                                        .orderBy(SNAPSHOT.DAY.desc(), SNAPSHOT.MODEL_VERSION.desc())
                                        .limit(days)
                                        .fetch(Records.mapping(Snapshot::new)))
                .reversed();
    }

    /**
     * Takes what is missing of a plan's snapshots up to yesterday: the night's work. What is made
     * later than in the night after its day is marked as recomputed.
     */
    public void catchUp(Plan plan) {
        School school = schools.find(plan.school());
        LocalDate yesterday = schools.today(school).minusDays(1);
        LocalDate last = last(plan);
        LocalDate from =
                last == null ? yesterday : later(last.plusDays(1), yesterday.minusDays(FILLS_DAYS));
        fill(plan, from);
    }

    /** Takes the snapshots of every day from this one to yesterday that has none. */
    public void fill(Plan plan, LocalDate from) {
        ZoneId zone = schools.find(plan.school()).zone();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        for (LocalDate day = from; day.isBefore(today); day = day.plusDays(1)) {
            Instant nightEnds = day.plusDays(1).atStartOfDay(zone).toInstant().plus(NIGHT);
            take(plan, day, clock.instant().isAfter(nightEnds));
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private void take(Plan plan, LocalDate day, boolean recomputed) {
        SchoolKey key = plan.school();
        inDistrict.write(
                key.district(),
                () -> {
                    Standing standing = readiness.of(key, plan, day);
                    Assessment assessed = standing.assessment();
                    dsl.insertInto(SNAPSHOT)
                            .set(SNAPSHOT.DISTRICT_ID, key.district())
                            .set(SNAPSHOT.PLAN_ID, plan.id())
                            .set(SNAPSHOT.SCHOOL_ID, key.school())
                            .set(SNAPSHOT.DAY, day)
                            .set(SNAPSHOT.MODEL_VERSION, Model.VERSION)
                            .set(SNAPSHOT.MADE_AT, clock.instant().atOffset(ZoneOffset.UTC))
                            .set(SNAPSHOT.RECOMPUTED, recomputed)
                            .set(SNAPSHOT.LEVEL, assessed.level())
                            .set(SNAPSHOT.SCORE, score(assessed.score()))
                            .set(SNAPSHOT.LOW, rounded(assessed.low(), 2))
                            .set(SNAPSHOT.HIGH, rounded(assessed.high(), 2))
                            .set(SNAPSHOT.COVERAGE, rounded(assessed.coverage(), 4))
                            .set(SNAPSHOT.COUNTS, counts(standing.counts()))
                            .onConflictDoNothing()
                            .execute();
                });
    }

    private @Nullable LocalDate last(Plan plan) {
        return inDistrict.read(
                plan.school().district(),
                () ->
                        dsl.select(DSL.max(SNAPSHOT.DAY))
                                .from(SNAPSHOT)
                                .where(SNAPSHOT.DISTRICT_ID.eq(plan.school().district()))
                                .and(SNAPSHOT.PLAN_ID.eq(plan.id()))
                                .fetchSingle()
                                .value1());
    }

    private JSONB counts(Map<Indicator, Count> counts) {
        Map<String, long[]> byCode = new TreeMap<>();
        counts.forEach((indicator, count) ->
                byCode.put(
                        indicator.code(), new long[] {count.yes(), count.no(), count.unknown()}));
        return JSONB.valueOf(json.writeValueAsString(byCode));
    }

    private static @Nullable Double number(@Nullable BigDecimal score) {
        return score == null ? null : score.doubleValue();
    }

    private static @Nullable BigDecimal score(OptionalDouble score) {
        return score.isEmpty() ? null : rounded(score.getAsDouble(), 2);
    }

    private static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }
}
