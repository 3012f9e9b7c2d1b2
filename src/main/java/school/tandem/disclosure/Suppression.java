package school.tandem.disclosure;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides what may be shown of the groups into which a total is divided. */
public final class Suppression {

    /** The smallest group of students that is shown. */
    public static final int STUDENTS = 10;

    /** The smallest group of staff that is shown. */
    public static final int STAFF = 5;

    private Suppression() {}

    /**
     * What may be shown of each group, when the total over all of them is known too.
     *
     * @param groups that don't overlap; what isn't listed belongs to none
     * @param minimum the smallest group that is shown
     */
    public static <G> Map<G, Shown> shares(Map<G, Tally> groups, int minimum) {
        Set<G> hidden = hidden(groups, minimum);
        Map<G, Shown> shown = new LinkedHashMap<>();
        groups.forEach((group, tally) ->
                shown.put(group, hidden.contains(group) ? new Shown.Hidden() : share(tally)));
        return shown;
    }

    /** What may be shown of a group that stands alone. */
    public static Shown share(Tally tally, int minimum) {
        return tally.all() > 0 && tally.all() < minimum ? new Shown.Hidden() : share(tally);
    }

    private static Shown share(Tally tally) {
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

    /** The small ones, and the next smallest until what is hidden can't be had by subtraction. */
    private static <G> Set<G> hidden(Map<G, Tally> groups, int minimum) {
        List<G> bySize =
                groups.keySet().stream()
                        .filter(group -> size(groups, group) > 0)
                        .sorted(Comparator.comparingLong(group -> size(groups, group)))
                        .toList();
        Set<G> hidden = new HashSet<>();
        long people = 0;
        for (G group : bySize) {
            boolean small = size(groups, group) < minimum;
            boolean givesAway = !hidden.isEmpty() && (hidden.size() == 1 || people < minimum);
            if (!small && !givesAway) {
                break;
            }
            hidden.add(group);
            people += size(groups, group);
        }
        return hidden;
    }

    private static <G> long size(Map<G, Tally> groups, G group) {
        return groups.getOrDefault(group, new Tally(0, 0, 0)).all();
    }
}
