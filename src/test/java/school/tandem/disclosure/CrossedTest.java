package school.tandem.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * Groups divided a second time, with both totals told: nothing that is hidden can be worked out.
 */
class CrossedTest {

    private static final int MINIMUM = Suppression.STUDENTS;

    @Test
    void aSmallCellHidesThreeMoreSoThatNoLineGivesItAway() {
        var shown = crossed(new int[][] {{5, 30, 40}, {30, 30, 40}, {50, 60, 70}});
        assertThat(hidden(shown)).hasSize(4).contains("0/0");
    }

    @Test
    void aTableWithoutSmallCellsHidesNothing() {
        assertThat(hidden(crossed(new int[][] {{20, 30}, {40, 50}}))).isEmpty();
    }

    @Test
    void aHiddenLineIsHiddenWhole() {
        var shown =
                Suppression.crossed(
                        cells(new int[][] {{20, 30}, {40, 50}}), Set.of(0), Set.of(), MINIMUM);
        assertThat(hidden(shown)).contains("0/0", "0/1");
    }

    @Test
    void aChainOfLinesDoesNotGiveACellAwayEither() {
        // Two squares of hidden cells and a small one between them: all lines have two of them.
        int[][] table = {
            {5, 5, 90, 90, 90},
            {5, 5, 7, 90, 90},
            {90, 90, 90, 5, 5},
            {90, 90, 90, 5, 5},
            {90, 90, 90, 90, 90}
        };
        assertThat(givenAway(table)).isEmpty();
    }

    @RepeatedTest(400)
    void nothingHiddenCanBeWorkedOut(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int[][] table = new int[2 + random.nextInt(6)][2 + random.nextInt(6)];
        for (int[] line : table) {
            for (int i = 0; i < line.length; i++) {
                int size = random.nextInt(10);
                line[i] = size < 2 ? 0 : size < 4 ? 1 + random.nextInt(9) : 10 + random.nextInt(90);
            }
        }
        assertThat(givenAway(table)).isEmpty();
    }

    @Test
    void withoutTheSecondLookACellWouldBeGivenAway() {
        // The proof that this test can fail: each group on its own hides two, and tells by its
        // part.
        int[][] table = {{5, 30, 40}, {30, 30, 40}, {50, 60, 70}};
        Set<Object> known = new HashSet<>();
        for (int g = 0; g < 3; g++) {
            Map<Integer, Shown> line = Suppression.shares(cells(table).get(g), MINIMUM);
            for (int p = 0; p < 3; p++) {
                if (!(line.get(p) instanceof Shown.Hidden)) {
                    known.add(g + "/" + p);
                }
            }
        }
        known.addAll(List.of("g0", "g1", "g2", "p0", "p1", "p2", "all"));
        assertThat(sums(3, 3).determines("0/0", known)).isTrue();
    }

    /** The small cells, and the hidden totals, that an attacker works out all the same. */
    private static Set<Object> givenAway(int[][] table) {
        int groups = table.length;
        int parts = table[0].length;
        Map<Object, Tally> groupTotals = new LinkedHashMap<>();
        Map<Object, Tally> partTotals = new LinkedHashMap<>();
        for (int g = 0; g < groups; g++) {
            for (int p = 0; p < parts; p++) {
                groupTotals.merge("g" + g, tally(table[g][p]), CrossedTest::plus);
                partTotals.merge("p" + p, tally(table[g][p]), CrossedTest::plus);
            }
        }
        Set<Object> hiddenTotals = new HashSet<>();
        Set<Integer> hiddenGroups = new HashSet<>();
        Set<Integer> hiddenParts = new HashSet<>();
        Suppression.shares(groupTotals, MINIMUM)
                .forEach((group, shown) -> {
                    if (shown instanceof Shown.Hidden) {
                        hiddenTotals.add(group);
                        hiddenGroups.add(Integer.parseInt(group.toString().substring(1)));
                    }
                });
        Suppression.shares(partTotals, MINIMUM)
                .forEach((part, shown) -> {
                    if (shown instanceof Shown.Hidden) {
                        hiddenTotals.add(part);
                        hiddenParts.add(Integer.parseInt(part.toString().substring(1)));
                    }
                });
        var shown = Suppression.crossed(cells(table), hiddenGroups, hiddenParts, MINIMUM);
        Set<Object> known = new HashSet<>(groupTotals.keySet());
        known.addAll(partTotals.keySet());
        known.add("all");
        known.removeAll(hiddenTotals);
        Set<Object> secret = new HashSet<>();
        for (int g = 0; g < groups; g++) {
            for (int p = 0; p < parts; p++) {
                String cell = g + "/" + p;
                boolean isHidden = shown.get(g).get(p) instanceof Shown.Hidden;
                if (!isHidden) {
                    known.add(cell);
                }
                if (table[g][p] > 0 && table[g][p] < MINIMUM) {
                    assertThat(isHidden).as(cell).isTrue();
                    secret.add(cell);
                }
            }
        }
        hiddenTotals.stream()
                .filter(t -> isSmall(groupTotals, partTotals, t))
                .filter(t -> several(groupTotals) && several(partTotals))
                .forEach(secret::add);
        // A line without any other cell is its total; who is alone can't be hidden by others.
        secret.removeIf(cell -> isAlone(table, cell));
        Deduction deduction = sums(groups, parts);
        return secret.stream()
                .filter(one -> deduction.determines(one, known))
                .collect(Collectors.toSet());
    }

    /** A total of one line alone is that of all. */
    private static boolean several(Map<Object, Tally> totals) {
        return totals.values().stream().filter(total -> total.people() > 0).count() > 1;
    }

    private static boolean isSmall(Map<Object, Tally> groups, Map<Object, Tally> parts, Object t) {
        return groups.getOrDefault(t, parts.getOrDefault(t, Tally.NONE)).people() < MINIMUM;
    }

    private static boolean isAlone(int[][] table, Object cell) {
        String[] at = cell.toString().split("/");
        if (at.length < 2) {
            return false;
        }
        int group = Integer.parseInt(at[0]);
        int part = Integer.parseInt(at[1]);
        int beside = 0;
        int below = 0;
        for (int p = 0; p < table[0].length; p++) {
            beside += p == part ? 0 : table[group][p];
        }
        for (int g = 0; g < table.length; g++) {
            below += g == group ? 0 : table[g][part];
        }
        return beside == 0 || below == 0;
    }

    private static Deduction sums(int groups, int parts) {
        Deduction deduction = new Deduction();
        Set<Object> allGroups = new HashSet<>();
        Set<Object> allParts = new HashSet<>();
        for (int g = 0; g < groups; g++) {
            Set<Object> line = new HashSet<>();
            for (int p = 0; p < parts; p++) {
                line.add(g + "/" + p);
            }
            deduction.sum(line, "g" + g);
            allGroups.add("g" + g);
        }
        for (int p = 0; p < parts; p++) {
            Set<Object> line = new HashSet<>();
            for (int g = 0; g < groups; g++) {
                line.add(g + "/" + p);
            }
            deduction.sum(line, "p" + p);
            allParts.add("p" + p);
        }
        deduction.sum(allGroups, "all");
        deduction.sum(allParts, "all");
        return deduction;
    }

    private static Map<Integer, Map<Integer, Shown>> crossed(int[][] table) {
        return Suppression.crossed(cells(table), Set.of(), Set.of(), MINIMUM);
    }

    private static Map<Integer, Map<Integer, Tally>> cells(int[][] table) {
        Map<Integer, Map<Integer, Tally>> cells = new LinkedHashMap<>();
        for (int g = 0; g < table.length; g++) {
            Map<Integer, Tally> line = new LinkedHashMap<>();
            for (int p = 0; p < table[g].length; p++) {
                line.put(p, tally(table[g][p]));
            }
            cells.put(g, line);
        }
        return cells;
    }

    /** Half of them: no share is a bound. */
    private static Tally tally(int people) {
        return new Tally(people / 2, people, people);
    }

    private static Tally plus(Tally one, Tally other) {
        return new Tally(
                one.yes() + other.yes(), one.known() + other.known(), one.all() + other.all());
    }

    private static Set<String> hidden(Map<Integer, Map<Integer, Shown>> shown) {
        Set<String> hidden = new HashSet<>();
        shown.forEach((group, line) ->
                line.forEach((part, one) -> {
                    if (one instanceof Shown.Hidden) {
                        hidden.add(group + "/" + part);
                    }
                }));
        return hidden;
    }
}
