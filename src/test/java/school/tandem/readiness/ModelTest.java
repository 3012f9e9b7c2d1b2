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
        "39.9999999989,1",
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

    @ParameterizedTest
    @CsvSource({
        ".399999, 1",
        ".40, 2",
        ".599999, 2",
        ".60, 3",
        ".749999, 3",
        ".75, 4",
        ".899999, 4",
        ".90, 5"
    })
    void aSchoolWhoseEveryIndicatorIsAtAShareHasItsLevel(double share, int level) {
        var assessed =
                Model.assess(counts(share, share, share, share, share, share, share), OPEN_TO_ALL);
        assertThat(assessed.score().orElseThrow()).isCloseTo(100 * share, within(.001));
        assertThat(assessed.level()).isEqualTo(level);
        assertThat(assessed.of(Pillar.TRAINING).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 2",
        ".39, 1, 2",
        ".40, 2, 3",
        ".59, 2, 3",
        ".60, 3, 4",
        ".74, 3, 4",
        ".75, 4, 5"
    })
    void theWeakestPillarOfWeightCapsOneLevelAboveIt(double weakest, int its, int capped) {
        double[] values = {1, 1, 1, 1, 1, 1, 1};
        for (Pillar pillar : Pillar.values()) {
            double[] with = values.clone();
            with[pillar.ordinal()] = weakest;
            var assessed = Model.assess(counts(with), OPEN_TO_ALL);
            assertThat(assessed.of(pillar).level()).isEqualTo(its);
            int uncapped = Level.of(assessed.score().orElseThrow());
            boolean caps = pillar.weight() >= .10 && uncapped > capped;
            assertThat(assessed.level()).isEqualTo(caps ? capped : uncapped);
            assertThat(assessed.cappedBy()).isEqualTo(caps ? pillar : null);
        }
    }

    @Test
    void aPillarThatIsUnknownCapsNothing() {
        var counts = counts(1, 1, 1, 1, 1, 1, 1);
        Pillar.IT.indicators().forEach(i -> counts.put(i, new Count(0, 0, 7)));
        var assessed = Model.assess(counts, OPEN_TO_ALL);
        assertThat(assessed.cappedBy()).isNull();
        assertThat(assessed.score().orElseThrow()).isEqualTo(100);
        assertThat(assessed.level()).isEqualTo(Level.PARTIAL);
    }

    @Test
    void nobodyCountedIsUnknownAndNotZero() {
        Count nobody = new Count(0, 0, 0);
        assertThat(nobody.low()).isZero();
        assertThat(nobody.high()).isEqualTo(1);
        assertThat(nobody.middle()).isEmpty();
        assertThat(nobody.knownShare()).isZero();
        var counts = counts(1, 1, 1, 1, 1, 1, 1);
        counts.put(Indicator.ATTENDANCE, nobody);
        var teaching = Model.assess(counts, OPEN_TO_ALL).of(Pillar.TEACHING);
        assertThat(teaching.value().orElseThrow()).isEqualTo(100);
        assertThat(teaching.low()).isCloseTo(200 / 3.0, within(1e-9));
        assertThat(teaching.high()).isEqualTo(100);
        assertThat(teaching.coverage()).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void middlesLeaveOutTheUnknownAndRangesDoNot() {
        Count count = new Count(30, 10, 60);
        assertThat(count.middle().orElseThrow()).isEqualTo(.75);
        assertThat(count.low()).isEqualTo(.30);
        assertThat(count.high()).isEqualTo(.90);
        assertThat(count.knownShare()).isEqualTo(.40);
    }

    @Test
    void coverageIsTheWeightedKnownShareOfEqualIndicators() {
        Map<Indicator, Count> counts = new EnumMap<>(Indicator.class);
        counts.put(Indicator.ITEMS, new Count(1, 1, 0));
        counts.put(Indicator.DEVICE, new Count(5, 0, 5));
        assertThat(Model.assess(counts, OPEN_TO_ALL).coverage())
                .isCloseTo(.15 + .15 * .5 / 2, within(1e-9));
    }

    @Test
    void aPartIsCoveredByItsOwnPillarsAlone() {
        Map<Indicator, Count> counts = new EnumMap<>(Indicator.class);
        Pillar.TEACHING.indicators().forEach(i -> counts.put(i, new Count(9, 1, 0)));
        var part = Model.assessPart(counts, List.of(Pillar.TRAINING, Pillar.TEACHING));
        assertThat(part.coverage()).isCloseTo(.15 / .35, within(1e-9));
        assertThat(part.score().orElseThrow()).isEqualTo(100);
        assertThat(part.low()).isLessThan(40);
        assertThat(part.high()).isEqualTo(100);
        assertThat(part.cappedBy()).isNull();
        assertThat(part.holds()).isEmpty();
    }

    @Test
    void targetsAndWeightsAreTheModels() {
        assertThat(
                        java.util.Arrays.stream(Indicator.values())
                                .map(i -> i.code() + " " + Math.round(100 * i.target()))
                                .toList())
                .containsExactly(
                        "completions 95",
                        "complete_teachers 90",
                        "coaches 100",
                        "attendance 90",
                        "assignments 90",
                        "quizzes 90",
                        "opened 90",
                        "handed_in 90",
                        "quiz 90",
                        "hand_in_rate 85",
                        "device 98",
                        "connection 95",
                        "items 100",
                        "load 100",
                        "operators 100",
                        "answers 80",
                        "software 100",
                        "seats 100",
                        "contacts 100");
        assertThat(
                        java.util.Arrays.stream(Pillar.values())
                                .map(p -> p.code() + " " + Math.round(100 * p.weight()))
                                .toList())
                .containsExactly(
                        "training 20",
                        "teaching 15",
                        "habits 20",
                        "access 15",
                        "checklist 15",
                        "it 10",
                        "continuity 5");
    }

    @Test
    void stabilityFallsTowardsACutOff() {
        double far = Model.stability(counts(.68, .68, .68, .68, .68, .68, .68), OPEN_TO_ALL);
        var near = counts(1, .9, .62, .7, .8, .62, .5);
        assertThat(far).isEqualTo(1);
        assertThat(Model.stability(near, OPEN_TO_ALL)).isBetween(.3, .99);
        assertThat(Model.stability(Map.of(), OPEN_TO_ALL)).isZero();
    }

    @Test
    void whatIsUnknownIsNeverSoldAsGain() {
        Count count = Step.achieved(10).apply(new Count(1, 4, 9));
        assertThat(count).isEqualTo(new Count(5, 0, 9));
        var half = knownShareOfAll(.65);
        assertThat(NextSteps.telling(half, OPEN_TO_ALL, List.of(findOut())))
                .singleElement()
                .satisfies(ranked -> assertThat(ranked.lifts()).isFalse())
                .satisfies(ranked -> assertThat(ranked.points()).isPositive());
    }

    @Test
    void stepsAreRankedByPointsPerHourAndThoseThatLiftComeFirst() {
        var counts = counts(1, 1, 1, 1, 1, 1, 1);
        counts.put(Indicator.ITEMS, new Count(80, 20, 0));
        Step slow = step("slow", 10, Indicator.ITEMS, 20);
        Step quick = step("quick", 1, Indicator.ITEMS, 10);
        Step gate = new Step("gate", Map.of(), "rollout", 40, Map.of(), Step.done("Sign-in"));
        var ranked =
                NextSteps.helping(
                        counts, new Gates(List.of("Sign-in"), true), List.of(slow, quick, gate));
        assertThat(ranked)
                .extracting(one -> one.step().textKey())
                .containsExactly("gate", "quick", "slow");
        assertThat(ranked.getFirst().points()).isZero();
    }

    @Test
    void aGainUnderACapIsAGainOfPointsAndLiftsNothing() {
        var counts = counts(.90, .80, .60, .70, .80, .35, .40);
        Step elsewhere = step("elsewhere", 1, Indicator.COMPLETIONS, 1_000_000);
        var ranked = NextSteps.helping(counts, OPEN_TO_ALL, List.of(elsewhere));
        assertThat(ranked).singleElement().satisfies(one -> assertThat(one.lifts()).isFalse());
    }

    private static Step step(String key, double hours, Indicator indicator, long many) {
        return new Step(key, Map.of(), "somewhere", hours, Map.of(indicator, Step.achieved(many)));
    }

    private static Step findOut() {
        return new Step(
                "ask", Map.of(), "adoption", 1, Map.of(Indicator.DEVICE, Step.foundOut(5000)));
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
