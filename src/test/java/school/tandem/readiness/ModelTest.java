package school.tandem.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.tandem.readiness.Assessment.Hold;

class ModelTest {

    private static final Gates OPEN_TO_ALL = new Gates(List.of(), true);
    private static final double[] FIRST_CASE = {.90, .80, .60, .70, .80, .50, .40};

    /**
     * Pillars in the model's order: training, teaching, habits, access, checklist, it, continuity.
     */
    @ParameterizedTest
    @CsvSource({
        ".90,.80,.60,.70,.80,.50,.40, 70.10, 3, ",
        ".90,.80,.60,.70,.80,.35,.40, 67.85, 2, IT",
        ".90,.80,.60,.70,.80,.50,.35, 69.68, 3, ",
        "0,0,0,0,0,0,0, 0, 1, ",
        "1,1,1,1,1,1,1, 100, 5, "
    })
    void workedCases(
            double training,
            double teaching,
            double habits,
            double access,
            double checklist,
            double it,
            double continuity,
            double score,
            int level,
            Pillar cappedBy) {
        var assessed =
                Model.assess(
                        counts(training, teaching, habits, access, checklist, it, continuity),
                        OPEN_TO_ALL);
        assertThat(assessed.score().orElseThrow()).isCloseTo(score, within(.005));
        assertThat(assessed.level()).isEqualTo(level);
        assertThat(assessed.cappedBy()).isEqualTo(cappedBy);
    }

    @Test
    void aPillarWhollyUnknownWidensTheRangeAndHoldsAtPartial() {
        var counts = counts(FIRST_CASE);
        Pillar.IT.indicators().forEach(counts::remove);
        var assessed = Model.assess(counts, OPEN_TO_ALL);
        assertThat(assessed.score().orElseThrow()).isCloseTo(72.71, within(.005));
        assertThat(assessed.low()).isCloseTo(57.37, within(.005));
        assertThat(assessed.high()).isCloseTo(75.10, within(.005));
        assertThat(assessed.holds()).containsExactly(Hold.PILLAR_UNKNOWN);
        assertThat(assessed.coverage()).isCloseTo(.90, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0,1.55", "1,1.28", "2,2.17", "3,1.43", "4,1.28", "5,1.24", "6,0.73"})
    void aTenthMoreInOnePillarAddsWhatTheModelSays(int pillar, double gain) {
        double[] values = FIRST_CASE.clone();
        values[pillar] += .10;
        double before = Model.assess(counts(FIRST_CASE), OPEN_TO_ALL).score().orElseThrow();
        double after = Model.assess(counts(values), OPEN_TO_ALL).score().orElseThrow();
        assertThat(after - before).isCloseTo(gain, within(.005));
    }

    @ParameterizedTest
    @CsvSource({
        "39.999999,1",
        "40,2",
        "59.9999,2",
        "60.00000000000001,3",
        "59.99999999999999,3",
        "74.99,3",
        "75,4",
        "89.99,4",
        "90,5",
        "100,5"
    })
    void levelsBeginAtTheirCutOffs(double score, int level) {
        assertThat(Level.of(score)).isEqualTo(level);
    }

    @Test
    void underSixtyPerCentKnownThereIsNoLevel() {
        assertThat(Model.assess(knownShareOfAll(.5999), OPEN_TO_ALL).level()).isNull();
        var enough = Model.assess(knownShareOfAll(.60), OPEN_TO_ALL);
        assertThat(enough.level()).isNotNull();
        assertThat(enough.provisional()).isTrue();
        assertThat(Model.assess(knownShareOfAll(.8499), OPEN_TO_ALL).provisional()).isTrue();
        assertThat(Model.assess(knownShareOfAll(.85), OPEN_TO_ALL).provisional()).isFalse();
    }

    @Test
    void nothingKnownHasARangeFromNoneToAll() {
        var assessed = Model.assess(Map.of(), OPEN_TO_ALL);
        assertThat(assessed.score()).isEmpty();
        assertThat(assessed.level()).isNull();
        assertThat(assessed.low()).isZero();
        assertThat(assessed.high()).isEqualTo(100);
        assertThat(assessed.coverage()).isZero();
    }

    @Test
    void openGatesAndAMissingRehearsalHoldAtPartialAndAreNamed() {
        var all = counts(1, 1, 1, 1, 1, 1, 1);
        assertThat(Model.assess(all, OPEN_TO_ALL).level()).isEqualTo(5);
        var held = Model.assess(all, new Gates(List.of("Sign-in"), false));
        assertThat(held.level()).isEqualTo(3);
        assertThat(held.holds()).containsExactly(Hold.GATE_OPEN, Hold.NO_REHEARSAL);
    }

    @ParameterizedTest
    @CsvSource({
        "DEVICE, 7999, true",
        "DEVICE, 8000, false",
        "CONNECTION, 7999, true",
        "CONNECTION, 8000, false"
    })
    void homesUnknownHoldAtPartialUnderEightyPerCent(
            Indicator indicator, long known, boolean holds) {
        var counts = counts(1, 1, 1, 1, 1, 1, 1);
        counts.put(indicator, new Count(known, 0, 10_000 - known));
        assertThat(Model.assess(counts, OPEN_TO_ALL).holds().isEmpty()).isEqualTo(!holds);
    }

    @Test
    void pillarsUnderATenthCapNothing() {
        var assessed = Model.assess(counts(1, 1, 1, 1, 1, 1, 0), OPEN_TO_ALL);
        assertThat(assessed.cappedBy()).isNull();
        assertThat(assessed.level()).isEqualTo(4);
    }

    @Test
    void oneLevelAboveTheWeakestIsAllowed() {
        var assessed = Model.assess(counts(1, 1, 1, 1, 1, .60, 1), OPEN_TO_ALL);
        assertThat(assessed.score().orElseThrow()).isGreaterThan(90);
        assertThat(assessed.level()).isEqualTo(4);
        assertThat(assessed.cappedBy()).isEqualTo(Pillar.IT);
    }

    @Test
    void sharesAreMappedToTheirTargets() {
        assertThat(Indicator.DEVICE.scaled(.49)).isCloseTo(.5, within(1e-9));
        assertThat(Indicator.DEVICE.scaled(.99)).isEqualTo(1);
    }

    @Test
    void thePartOfASchoolHasAScoreAndNoLevel() {
        var part = Model.assessPart(counts(FIRST_CASE), List.of(Pillar.TRAINING, Pillar.TEACHING));
        assertThat(part.level()).isNull();
        assertThat(part.score().orElseThrow()).isBetween(80.0, 90.0);
        assertThat(part.pillars()).hasSize(2);
    }

    @Test
    void weightsAddUpToOne() {
        assertThat(java.util.Arrays.stream(Pillar.values()).mapToDouble(Pillar::weight).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void anyCountsKeepTheScoreWithinTheRangeAndMoreYesNeverLowersIt() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            Map<Indicator, Count> counts = new EnumMap<>(Indicator.class);
            for (Indicator indicator : Indicator.values()) {
                counts.put(
                        indicator,
                        new Count(random.nextInt(20), random.nextInt(20) + 1, random.nextInt(5)));
            }
            var assessed = Model.assess(counts, OPEN_TO_ALL);
            double score = assessed.score().orElseThrow();
            assertThat(score).isBetween(assessed.low() - 1e-9, assessed.high() + 1e-9);
            Indicator one = Indicator.values()[random.nextInt(Indicator.values().length)];
            counts.computeIfPresent(one, (k, count) -> Step.achieved(1).apply(count));
            assertThat(Model.assess(counts, OPEN_TO_ALL).score().orElseThrow())
                    .isGreaterThanOrEqualTo(score - 1e-9);
        }
    }

    @Test
    void whatIsCertainIsStableAndWhatIsNotIsLess() {
        assertThat(Model.stability(counts(1, 1, 1, 1, 1, 1, 1), OPEN_TO_ALL)).isEqualTo(1);
        assertThat(Model.stability(knownShareOfAll(.65), OPEN_TO_ALL)).isLessThan(1);
        assertThat(Model.stability(counts(FIRST_CASE), OPEN_TO_ALL))
                .isEqualTo(Model.stability(counts(FIRST_CASE), OPEN_TO_ALL));
    }

    /** Counts whose pillars have these values: every indicator at that part of its target. */
    private static Map<Indicator, Count> counts(double... values) {
        Map<Indicator, Count> counts = new EnumMap<>(Indicator.class);
        for (Pillar pillar : Pillar.values()) {
            for (Indicator indicator : pillar.indicators()) {
                long of = 1_000_000;
                long yes = Math.round(values[pillar.ordinal()] * indicator.target() * of);
                counts.put(indicator, new Count(yes, of - yes, 0));
            }
        }
        return counts;
    }

    private static Map<Indicator, Count> knownShareOfAll(double share) {
        Map<Indicator, Count> counts = new EnumMap<>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            long known = Math.round(share * 10_000);
            counts.put(indicator, new Count(known / 2, known - known / 2, 10_000 - known));
        }
        return counts;
    }
}
