package school.tandem.adoption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.disclosure.ShareDifference;
import school.tandem.disclosure.Shown;
import school.tandem.disclosure.Suppression;
import school.tandem.disclosure.Tally;

/**
 * Students divided by one thing, such as a device at home, and what may be told of each group
 * beside the rest. Those of whom it is not known are a group too, since the total gives them away;
 * a few of them are counted with the largest group.
 */
final class GapDivision {

    private static final Map<String, String> FOCUS =
            Map.of("device", "no", "connection", "no", "newcomer", "yes", "sex", "female");

    /** The part that is everybody. */
    private static final Group ALL = Group.SCHOOL;

    private final String kind;
    private final Measure habit;
    private final Figures school;
    private final Group notSaid;
    private final Map<Group, Map<Group, Tally>> cells = new LinkedHashMap<>();
    private @Nullable Group merged;
    private Map<Group, Shown> shown = Map.of();

    /**
     * @param kind the kind of its groups; of flags with the flag, such as {@code flag:iep}
     */
    GapDivision(String kind, Measure habit, Figures school) {
        this.kind = kind;
        this.habit = habit;
        this.school = school;
        this.notSaid = isFlag() ? new Group("flag", "?") : new Group(kind, "");
    }

    /** Of the whole school. */
    GapDivision everywhere() {
        fill(Map.of(ALL, school));
        if (kind.equals("grade")) {
            shown = GroupShares.withRest(school, school.grades().keySet(), habit);
            return this;
        }
        mergeFew();
        shown = Suppression.shares(line(ALL), Suppression.STUDENTS);
        return this;
    }

    /**
     * Of one grade or department.
     *
     * @param parts all of them, whoever is in none among them
     * @param hiddenParts those whose total is hidden
     */
    GapDivision within(Group part, Map<Group, Figures> parts, Set<Group> hiddenParts) {
        fill(parts);
        if (!kind.equals("grade")) {
            mergeFew();
        }
        Set<Group> hiddenGroups = hiddenEverywhere();
        shown = crossed(cells, hiddenGroups, hiddenParts, part);
        if (part.kind().equals("department")) {
            // Departments share students: what is left of a group without one is told, too.
            Map<Group, Shown> beside = crossed(besides(part), hiddenGroups, hiddenParts, part);
            shown.replaceAll((group, one) ->
                    beside.get(group) instanceof Shown.Hidden ? new Shown.Hidden() : one);
        }
        cells.replaceAll((group, line) -> Map.of(ALL, line.getOrDefault(part, Tally.NONE)));
        return this;
    }

    private static Map<Group, Shown> crossed(
            Map<Group, Map<Group, Tally>> cells,
            Set<Group> hiddenGroups,
            Set<Group> hiddenParts,
            Group part) {
        Map<Group, Shown> shown = new LinkedHashMap<>();
        Suppression.crossed(cells, hiddenGroups, hiddenParts, Suppression.STUDENTS)
                .forEach((group, line) ->
                        shown.put(group, line.getOrDefault(part, new Shown.Unknown())));
        return shown;
    }

    /** Each group inside of a part and outside of it. */
    private Map<Group, Map<Group, Tally>> besides(Group part) {
        Map<Group, Map<Group, Tally>> two = new LinkedHashMap<>();
        cells.forEach((group, line) -> {
            Tally in = line.getOrDefault(part, Tally.NONE);
            Tally all = tally(school, group);
            if (group.equals(merged)) {
                all = plus(all, tally(school, notSaid));
            }
            two.put(group, Map.of(part, in, ALL, minus(all, in)));
        });
        return two;
    }

    private Set<Group> hiddenEverywhere() {
        GapDivision whole = new GapDivision(kind, habit, school).everywhere();
        Group withUnsaid = merged == null ? notSaid : merged;
        Set<Group> hidden = new HashSet<>();
        whole.shown.forEach((group, one) -> {
            if (one instanceof Shown.Hidden) {
                hidden.add(group.equals(notSaid) ? withUnsaid : group);
            }
        });
        return hidden;
    }

    private void fill(Map<Group, Figures> parts) {
        List<Group> groups = new ArrayList<>(groups());
        groups.add(notSaid);
        for (Group group : groups) {
            Map<Group, Tally> line = new LinkedHashMap<>();
            parts.entrySet().stream()
                    .sorted(Comparator.comparing(part -> part.getKey().key()))
                    .forEach(part -> line.put(part.getKey(), tally(part.getValue(), group)));
            cells.put(group, line);
        }
    }

    private List<Group> groups() {
        if (isFlag()) {
            return List.of(new Group("flag", flag()), new Group("flag", ""));
        }
        return school.byGroup().keySet().stream()
                .filter(group -> group.kind().equals(kind) && !group.key().isEmpty())
                .sorted(Comparator.comparing(Group::key))
                .toList();
    }

    private boolean isFlag() {
        return kind.startsWith("flag:");
    }

    private String flag() {
        return kind.substring("flag:".length());
    }

    private Tally tally(Figures figures, Group group) {
        if (isFlag() && group.key().isEmpty()) {
            return minus(
                    GroupShares.tally(figures, Group.SCHOOL, habit),
                    GroupShares.tally(figures, new Group("flag", flag()), habit));
        }
        if (kind.equals("grade") && group.equals(notSaid)) {
            Tally rest = GroupShares.tally(figures, Group.SCHOOL, habit);
            for (Group grade : groups()) {
                rest = minus(rest, GroupShares.tally(figures, grade, habit));
            }
            return rest;
        }
        return GroupShares.tally(figures, group, habit);
    }

    private static Tally minus(Tally all, Tally some) {
        return new Tally(
                all.yes() - some.yes(), all.known() - some.known(), all.all() - some.all());
    }

    private static Tally plus(Tally one, Tally other) {
        return new Tally(
                one.yes() + other.yes(), one.known() + other.known(), one.all() + other.all());
    }

    /** Few of whom nothing is said would hide a whole group: they are counted with the largest. */
    private void mergeFew() {
        Map<Group, Tally> unsaid = cells.getOrDefault(notSaid, Map.of());
        boolean few =
                unsaid.values().stream()
                        .anyMatch(t -> t.people() > 0 && t.people() < Suppression.STUDENTS);
        if (!few) {
            return;
        }
        groups().stream()
                .max(Comparator.comparingLong(group -> tally(school, group).people()))
                .ifPresent(largest -> {
                    merged = largest;
                    cells.remove(notSaid);
                    Map<Group, Tally> line = new HashMap<>();
                    cells.getOrDefault(largest, Map.of())
                            .forEach((part, tally) ->
                                    line.put(
                                            part,
                                            plus(tally, unsaid.getOrDefault(part, Tally.NONE))));
                    cells.put(largest, line);
                });
    }

    private Map<Group, Tally> line(Group part) {
        Map<Group, Tally> line = new LinkedHashMap<>();
        cells.forEach((group, tallies) -> line.put(group, tallies.getOrDefault(part, Tally.NONE)));
        return line;
    }

    /** Each group beside the rest; of two groups that mirror each other, one. */
    List<Gap> gaps() {
        Map<Group, Tally> line = line(ALL);
        List<Group> there =
                line.keySet().stream()
                        .filter(group -> !group.equals(notSaid))
                        .filter(group ->
                                line.getOrDefault(group, Tally.NONE).all() > 0
                                        || shown.get(group) instanceof Shown.Hidden)
                        .toList();
        if (there.size() < 2) {
            return List.of();
        }
        String focus = isFlag() ? flag() : FOCUS.getOrDefault(kind, "");
        boolean mirrored = there.size() == 2 && there.stream().anyMatch(g -> g.key().equals(focus));
        return there.stream()
                .filter(group -> !mirrored || group.key().equals(focus))
                .map(group -> gap(group, line))
                .toList();
    }

    /** The share of whom it is not known in which group they are; empty groups tell nothing. */
    Shown notSaid() {
        Tally unsaid = line(ALL).getOrDefault(notSaid, Tally.NONE);
        if (merged != null || shown.get(notSaid) instanceof Shown.Hidden) {
            return new Shown.Hidden();
        }
        long all = line(ALL).values().stream().mapToLong(Tally::all).sum();
        return all == 0 ? new Shown.Unknown() : new Shown.Share((double) unsaid.all() / all);
    }

    private Gap gap(Group group, Map<Group, Tally> line) {
        Tally own = line.getOrDefault(group, Tally.NONE);
        Shown share = enough(own, shown.getOrDefault(group, new Shown.Unknown()));
        boolean grades = kind.equals("grade"); // whoever is in none is simply in another
        Tally others = Tally.NONE;
        for (Map.Entry<Group, Tally> other : line.entrySet()) {
            boolean apart = other.getKey().equals(notSaid) && !grades;
            if (!other.getKey().equals(group) && !apart) {
                others = plus(others, other.getValue());
            }
        }
        boolean given =
                share instanceof Shown.Hidden
                        || shown.get(notSaid) instanceof Shown.Hidden && !grades;
        Shown rest =
                given
                        ? new Shown.Hidden()
                        : enough(others, Suppression.share(others, Suppression.STUDENTS));
        boolean told = !(share instanceof Shown.Hidden);
        boolean restTold = !(rest instanceof Shown.Hidden);
        Apart apart = Apart.of(share, own.known(), rest, others.known());
        return new Gap(
                new Group(isFlag() ? "flag" : kind, group.key()),
                share,
                told ? own.known() : 0,
                told ? own.all() - own.known() : 0,
                rest,
                restTold ? others.known() : 0,
                apart.difference(),
                apart.atLeast(),
                group.equals(merged));
    }

    /** A share of a few known ones is none that could be compared. */
    private static Shown enough(Tally tally, Shown shown) {
        return tally.known() < Suppression.STUDENTS && tally.known() > 0
                ? new Shown.Hidden()
                : shown;
    }

    /** How far two shares lie apart at least, where one or both are told as bounds only. */
    private record Apart(@Nullable ShareDifference difference, boolean atLeast) {

        private static final Apart UNTOLD = new Apart(null, false);

        static Apart of(Shown one, long n, Shown other, long otherN) {
            if (n == 0 || otherN == 0) {
                return UNTOLD;
            }
            double[] a = range(one);
            double[] b = range(other);
            if (a.length == 0 || b.length == 0) {
                return UNTOLD;
            }
            boolean exact = a[0] == a[1] && b[0] == b[1];
            if (exact || a[0] - b[1] > 0) {
                return new Apart(ShareDifference.of(a[0], n, b[1], otherN), !exact);
            }
            return a[1] - b[0] < 0
                    ? new Apart(ShareDifference.of(a[1], n, b[0], otherN), true)
                    : UNTOLD;
        }

        private static double[] range(Shown shown) {
            return switch (shown) {
                case Shown.Share share -> new double[] {share.share(), share.share()};
                case Shown.Under under -> new double[] {0, under.bound()};
                case Shown.Over over -> new double[] {over.bound(), 1};
                case Shown.Hidden hidden -> new double[0];
                case Shown.Unknown unknown -> new double[0];
            };
        }
    }
}
