package school.tandem.disclosure;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Decides what may be shown of the groups into which a total is divided. */
public final class Suppression {

    /** The smallest group of students that is shown. */
    public static final int STUDENTS = 10;

    /** The smallest group of staff that is shown. */
    public static final int STAFF = 5;

    private Suppression() {}

    /**
     * What may be shown of each group, when the total over all of them is known too, exactly.
     *
     * @param groups that don't overlap; what isn't listed belongs to none
     * @param minimum the smallest group that is shown
     */
    public static <G> Map<G, Shown> shares(Map<G, Tally> groups, int minimum) {
        Division<G> division = new Division<>(groups, minimum);
        division.hide();
        Map<G, Shown> shown = new LinkedHashMap<>();
        groups.keySet().forEach(group -> shown.put(group, division.shown(group)));
        return shown;
    }

    /**
     * What may be shown of groups that are divided a second time, such as those of each grade,
     * where the totals of both divisions are known too.
     *
     * @param cells by group and part; the totals are those of all that is given, so that whoever is
     *     in no part is in one too
     * @param hiddenGroups whose total is hidden: none of their cells is shown
     * @param hiddenParts the same of parts
     */
    public static <G, P> Map<G, Map<P, Shown>> crossed(
            Map<G, Map<P, Tally>> cells, Set<G> hiddenGroups, Set<P> hiddenParts, int minimum) {
        return new Crossed<>(cells, hiddenGroups, hiddenParts, minimum).shown();
    }

    /**
     * The groups whose number of people is not told, when that of all of them together is known.
     *
     * @param people of each group; none is in two
     */
    public static <G> Set<G> hidden(Map<G, Long> people, int minimum) {
        Map<G, Tally> groups = new LinkedHashMap<>();
        people.forEach((group, count) -> groups.put(group, new Tally(0, 0, count)));
        return new Division<>(groups, minimum).hidden(Set.of());
    }

    /** What may be shown of a group that stands alone. */
    public static Shown share(Tally tally, int minimum) {
        return tally.all() > 0 && tally.people() < minimum ? new Shown.Hidden() : share(tally);
    }

    static Shown share(Tally tally) {
        if (tally.known() == 0) {
            return new Shown.Unknown();
        }
        double share = (double) tally.yes() / tally.known();
        double edge = edge(tally.known());
        if (share < edge) {
            return new Shown.Under(edge);
        }
        return share > 1 - edge ? new Shown.Over(1 - edge) : new Shown.Share(share);
    }

    /** How near to 0 or 1 a share of so many may be told. */
    private static double edge(long known) {
        if (known <= 20) {
            return .20;
        }
        if (known <= 40) {
            return .10;
        }
        return known <= 100 ? .05 : known <= 300 ? .02 : .01;
    }

    /** The groups of one total, and which of them are hidden so far. */
    static final class Division<G> {
        private final Map<G, Tally> groups;
        private final int minimum;
        private final Set<G> hidden = new HashSet<>();

        Division(Map<G, Tally> groups, int minimum) {
            this.groups = groups;
            this.minimum = minimum;
        }

        /** With some that are hidden already, for a reason of the caller's. */
        Set<G> hidden(Set<G> before) {
            hidden.addAll(before);
            hide();
            return hidden;
        }

        /** The small ones, then the next smallest until subtraction gives nothing away. */
        void hide() {
            groups.forEach((group, tally) -> {
                if (tally.all() > 0 && tally.people() < minimum) {
                    hidden.add(group);
                }
            });
            Optional<G> next = next();
            while (next.isPresent()) {
                hidden.add(next.get());
                next = next();
            }
        }

        Shown shown(G group) {
            return hidden.contains(group) ? new Shown.Hidden() : share(tally(group));
        }

        private Optional<G> next() {
            if (isRestTooSmall()) {
                return smallest(group -> tally(group).all() > 0);
            }
            return isBoundGivenAway() ? smallest(this::isOpen) : Optional.empty();
        }

        private Optional<G> smallest(Predicate<G> which) {
            return groups.keySet().stream()
                    .filter(group -> !hidden.contains(group))
                    .filter(which)
                    .min(Comparator.comparingLong(group -> tally(group).people()));
        }

        /** Total less what is shown is all that is hidden: it must be several, and enough. */
        private boolean isRestTooSmall() {
            boolean anySmall = hidden.stream().anyMatch(group -> tally(group).people() < minimum);
            long people = hidden.stream().mapToLong(group -> tally(group).people()).sum();
            return anySmall && (hidden.size() == 1 || people < minimum);
        }

        /**
         * Total less the shares that are told is what is hidden and what is told as a bound. Where
         * that is one group, or all of it near 0 or 1, it tells more than its bound does, unless
         * rounding blurs as much.
         */
        private boolean isBoundGivenAway() {
            long yes = 0;
            long known = 0;
            int guarded = 0;
            long blur = 0;
            for (G group : groups.keySet()) {
                Tally tally = tally(group);
                if (isOpen(group)) {
                    blur += othersAlike(tally);
                } else if (tally.known() > 0) {
                    guarded++;
                    yes += tally.yes();
                    known += tally.known();
                }
            }
            if (guarded == 0
                    || guarded > 1 && share(new Tally(yes, known, known)) instanceof Shown.Share) {
                return false;
            }
            return blur < Math.max(1, edge(known) * known);
        }

        /** How many other counts would be told as the same whole per cent. */
        private static long othersAlike(Tally tally) {
            long percent = Math.round(100.0 * tally.yes() / tally.known());
            long from = Math.max(0, tally.yes() - tally.known() / 100 - 1);
            long to = Math.min(tally.known(), tally.yes() + tally.known() / 100 + 1);
            long alike = 0;
            for (long yes = from; yes <= to; yes++) {
                alike += Math.round(100.0 * yes / tally.known()) == percent ? 1 : 0;
            }
            return alike - 1;
        }

        private boolean isOpen(G group) {
            return shown(group) instanceof Shown.Share;
        }

        private Tally tally(G group) {
            return groups.getOrDefault(group, Tally.NONE);
        }
    }
}
