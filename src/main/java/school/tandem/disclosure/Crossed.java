package school.tandem.disclosure;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which cells of a table with known totals on both sides are hidden: the small ones, those of a
 * hidden line, and as many more as it takes that no line alone, and no chain of lines, gives one of
 * them away.
 */
final class Crossed<G, P> {

    private record Cell<G, P>(G group, P part) {}

    private final Map<G, Map<P, Tally>> cells;
    private final Map<Cell<G, P>, Tally> tallies = new LinkedHashMap<>();
    private final int minimum;
    private final Set<Cell<G, P>> guarded = new LinkedHashSet<>();
    private final Set<Cell<G, P>> hidden = new LinkedHashSet<>();

    Crossed(Map<G, Map<P, Tally>> cells, Set<G> hiddenGroups, Set<P> hiddenParts, int minimum) {
        this.cells = cells;
        this.minimum = minimum;
        cells.forEach((group, parts) ->
                parts.forEach((part, tally) -> {
                    Cell<G, P> cell = new Cell<>(group, part);
                    tallies.put(cell, tally);
                    boolean small = tally.people() < minimum;
                    boolean ofHidden = hiddenGroups.contains(group) || hiddenParts.contains(part);
                    if (tally.all() > 0 && (small || ofHidden)) {
                        guarded.add(cell);
                    }
                }));
        hidden.addAll(guarded);
    }

    Map<G, Map<P, Shown>> shown() {
        while (hideMore()) {
            continue;
        }
        Map<G, Map<P, Shown>> shown = new LinkedHashMap<>();
        cells.forEach((group, parts) -> {
            Map<P, Shown> line = new LinkedHashMap<>();
            parts.forEach((part, tally) ->
                    line.put(
                            part,
                            hidden.contains(new Cell<>(group, part))
                                    ? new Shown.Hidden()
                                    : Suppression.share(tally)));
            shown.put(group, line);
        });
        return shown;
    }

    /** Whether something more had to be hidden. */
    private boolean hideMore() {
        int before = hidden.size();
        for (Cell<G, P> cell : List.copyOf(tallies.keySet())) {
            hideLine(other -> other.group().equals(cell.group()));
            hideLine(other -> other.part().equals(cell.part()));
        }
        for (Cell<G, P> cell : guarded) {
            connecting(cell).ifPresent(hidden::add);
        }
        return hidden.size() > before;
    }

    /** Total less what is shown of a line is all that is hidden in it. */
    private void hideLine(Predicate<Cell<G, P>> ofLine) {
        Map<Cell<G, P>, Tally> line = new LinkedHashMap<>();
        tallies.forEach((cell, tally) -> {
            if (ofLine.test(cell)) {
                line.put(cell, tally);
            }
        });
        Set<Cell<G, P>> before = new HashSet<>(line.keySet());
        before.retainAll(hidden);
        hidden.addAll(new Suppression.Division<>(line, minimum).hidden(before));
        Set<Cell<G, P>> now = new HashSet<>(line.keySet());
        now.retainAll(hidden);
        boolean guards = now.stream().anyMatch(guarded::contains);
        if (guards && isTooFew(now)) {
            smallestOpen(ofLine).ifPresent(hidden::add);
        }
    }

    private boolean isTooFew(Set<Cell<G, P>> some) {
        long people = some.stream().mapToLong(cell -> tally(cell).people()).sum();
        return some.size() == 1 || people < minimum;
    }

    /** Empty ones only where there are no others: that nobody is in a cell tells something too. */
    private Optional<Cell<G, P>> smallestOpen(Predicate<Cell<G, P>> which) {
        return tallies.keySet().stream()
                .filter(which)
                .filter(cell -> !hidden.contains(cell))
                .min(
                        Comparator.<Cell<G, P>, Boolean>comparing(cell -> tally(cell).all() == 0)
                                .thenComparingLong(cell -> tally(cell).people()));
    }

    /**
     * What else to hide where the totals determine a hidden cell. Lines are the ends of hidden
     * cells: a cell whose two lines no other hidden cells connect is all that is missing on one
     * side of it, until one more cell connects the sides.
     */
    private Optional<Cell<G, P>> connecting(Cell<G, P> cell) {
        Set<G> groups = new HashSet<>();
        Set<P> parts = new HashSet<>();
        Deque<G> open = new ArrayDeque<>();
        open.add(cell.group());
        groups.add(cell.group());
        while (!open.isEmpty()) {
            G group = open.remove();
            for (Cell<G, P> other : hidden) {
                if (other.group().equals(group) && !other.equals(cell) && parts.add(other.part())) {
                    reach(other.part(), cell, groups, open);
                }
            }
        }
        return parts.contains(cell.part())
                ? Optional.empty()
                : smallestOpen(
                        other -> groups.contains(other.group()) != parts.contains(other.part()));
    }

    private void reach(P part, Cell<G, P> except, Set<G> groups, Deque<G> open) {
        for (Cell<G, P> other : hidden) {
            if (other.part().equals(part) && !other.equals(except) && groups.add(other.group())) {
                open.add(other.group());
            }
        }
    }

    private Tally tally(Cell<G, P> cell) {
        return tallies.getOrDefault(cell, Tally.NONE);
    }
}
