package school.tandem.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTest {

    private static final int MINIMUM = Suppression.STUDENTS;

    @Test
    void aSmallGroupIsHiddenAndSoIsTheNextSmallest() {
        var shown = Suppression.shares(groups(9, 30, 40, 50), MINIMUM);
        assertThat(shown.get("g0")).isInstanceOf(Shown.Hidden.class);
        assertThat(shown.get("g1")).isInstanceOf(Shown.Hidden.class);
        assertThat(shown.get("g2")).isInstanceOf(Shown.Share.class);
        assertThat(shown.get("g3")).isInstanceOf(Shown.Share.class);
    }

    @Test
    void aGroupOfTheMinimumIsShown() {
        var shown = Suppression.shares(groups(10, 30), MINIMUM);
        assertThat(shown.values()).allMatch(Shown.Share.class::isInstance);
    }

    @Test
    void severalSmallGroupsHideOneMoreOnlyWhereTogetherTheyAreTooFew() {
        assertThat(Suppression.shares(groups(4, 5, 30, 40), MINIMUM).get("g2"))
                .isInstanceOf(Shown.Hidden.class);
        assertThat(Suppression.shares(groups(6, 7, 30, 40), MINIMUM).get("g2"))
                .isInstanceOf(Shown.Share.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 20, .20, true",
        "1, 40, .10, true",
        "99, 100, .95, false",
        "500, 500, .99, false",
        "4, 20, , ",
        "36, 40, , "
    })
    void sharesNearTheEndsAreBoundsAndTheWiderTheSmallerTheGroup(
            long yes, long known, Double bound, Boolean under) {
        Shown shown = Suppression.share(new Tally(yes, known, known), MINIMUM);
        if (bound == null) {
            assertThat(shown).isEqualTo(new Shown.Share((double) yes / known));
        } else {
            assertThat(shown).isEqualTo(under ? new Shown.Under(bound) : new Shown.Over(bound));
        }
    }

    @Test
    void aLoneBoundIsNotGivenAwayByTheTotal() {
        Map<String, Tally> groups = new LinkedHashMap<>();
        groups.put("none of them", new Tally(0, 12, 12));
        groups.put("half", new Tally(15, 30, 30));
        groups.put("third", new Tally(20, 60, 60));
        var shown = Suppression.shares(groups, MINIMUM);
        assertThat(shown.get("none of them")).isEqualTo(new Shown.Under(.20));
        assertThat(shown.get("half")).isInstanceOf(Shown.Hidden.class);
        assertThat(shown.get("third")).isInstanceOf(Shown.Share.class);
    }

    @Test
    void whatIsHiddenIsNotAllOfOneKind() {
        Map<String, Tally> groups = new LinkedHashMap<>();
        groups.put("four of four", new Tally(4, 4, 4));
        groups.put("eleven of eleven", new Tally(11, 11, 11));
        groups.put("half", new Tally(15, 30, 30));
        groups.put("most", new Tally(40, 60, 60));
        var shown = Suppression.shares(groups, MINIMUM);
        assertThat(shown.get("half")).isInstanceOf(Shown.Hidden.class);
        assertThat(shown.get("most")).isInstanceOf(Shown.Share.class);
    }

    @Test
    void piecesOfWorkMakeNoGroupLarge() {
        var shown =
                Suppression.shares(
                        Map.of(
                                "three students", new Tally(12, 30, 30, 3),
                                "many", new Tally(300, 600, 600, 60),
                                "more", new Tally(500, 900, 900, 90)),
                        MINIMUM);
        assertThat(shown.get("three students")).isInstanceOf(Shown.Hidden.class);
        assertThat(shown.get("many")).isInstanceOf(Shown.Hidden.class);
        assertThat(shown.get("more")).isInstanceOf(Shown.Share.class);
        assertThat(Suppression.share(new Tally(12, 30, 30, 3), MINIMUM))
                .isInstanceOf(Shown.Hidden.class);
    }

    @Test
    void nobodyAndNothingKnownAreUnknown() {
        var shown =
                Suppression.shares(
                        Map.of("nobody", Tally.NONE, "unasked", new Tally(0, 0, 50)), MINIMUM);
        assertThat(shown.values()).allMatch(Shown.Unknown.class::isInstance);
    }

    /**
     * Whoever knows the total and all that is shown subtracts, with every rounding on their side.
     */
    @RepeatedTest(300)
    void subtractionGivesNothingAway(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        Map<Integer, Tally> groups = new LinkedHashMap<>();
        int count = 2 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            int all = random.nextInt(random.nextBoolean() ? 25 : 150);
            int known = random.nextInt(4) == 0 ? random.nextInt(all + 1) : all;
            double share = random.nextInt(3) == 0 ? random.nextInt(2) : random.nextDouble();
            groups.put(i, new Tally(Math.round(share * known), known, all));
        }
        Map<Integer, Shown> shown = Suppression.shares(groups, MINIMUM);
        boolean anySmall = false;
        long hiddenGroups = 0;
        long hiddenPeople = 0;
        long guardedKnown = 0;
        long guardedYes = 0;
        long guarded = 0;
        long open = 0;
        long freedom = 1;
        for (var entry : groups.entrySet()) {
            Tally tally = entry.getValue();
            Shown what = shown.get(entry.getKey());
            if (what instanceof Shown.Hidden) {
                hiddenGroups++;
                hiddenPeople += tally.people();
                anySmall |= tally.people() < MINIMUM;
            } else if (tally.all() > 0) {
                assertThat(tally.people()).isGreaterThanOrEqualTo(MINIMUM);
            }
            if (what instanceof Shown.Share share) {
                open++;
                freedom += possible(share.share(), tally.known()) - 1;
            } else if (tally.known() > 0) {
                guarded++;
                guardedKnown += tally.known();
                guardedYes += tally.yes();
            }
        }
        long inhabited = groups.values().stream().filter(tally -> tally.all() > 0).count();
        if (anySmall && hiddenGroups < inhabited) {
            assertThat(hiddenGroups).isGreaterThan(1);
            assertThat(hiddenPeople).isGreaterThanOrEqualTo(MINIMUM);
        }
        if (open > 0 && guarded > 0 && freedom == 1) {
            assertThat(guarded).as("a bound or secret stands alone").isGreaterThan(1);
            assertThat(guardedYes).as("all of a kind").isBetween(1L, guardedKnown - 1);
        }
    }

    /** How many counts would be shown as the same whole per cent. */
    private static long possible(double share, long known) {
        long percent = Math.round(100 * share);
        long many = 0;
        for (long yes = 0; yes <= known; yes++) {
            many += Math.round(100.0 * yes / known) == percent ? 1 : 0;
        }
        return many;
    }

    /** Half of each says yes. */
    private static Map<String, Tally> groups(long... sizes) {
        Map<String, Tally> groups = new LinkedHashMap<>();
        for (int i = 0; i < sizes.length; i++) {
            groups.put("g" + i, new Tally(sizes[i] / 2, sizes[i], sizes[i]));
        }
        return groups;
    }
}
