package school.tandem.adoption;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import school.tandem.disclosure.Shown;
import school.tandem.disclosure.Suppression;
import school.tandem.disclosure.Tally;

/**
 * What may be shown of the groups of one kind in one measure. Every screen and every file asks
 * here, so that no two of them hide different groups of the same total.
 */
public final class GroupShares {

    private GroupShares() {}

    /**
     * The departments or grades of a school, or its schools' classes.
     *
     * @param groups all of the kind, in the order shown
     */
    public static Map<Group, Shown> of(Figures figures, Set<Group> groups, Measure measure) {
        Map<Group, Shown> shown = withRest(figures, groups, measure);
        shown.keySet().retainAll(groups);
        return shown;
    }

    /** Of one group among its like; of the whole school where it is that. */
    public static Shown of(Figures figures, Group group, Set<Group> alike, Measure measure) {
        return group.equals(Group.SCHOOL)
                ? Suppression.share(tally(figures, group, measure), minimum(measure))
                : of(figures, alike, measure).getOrDefault(group, new Shown.Unknown());
    }

    /** The same, with whoever is in no grade where grades are asked for. */
    static Map<Group, Shown> withRest(Figures figures, Set<Group> groups, Measure measure) {
        Map<Group, Tally> tallies = new LinkedHashMap<>();
        groups.forEach(group -> tallies.put(group, tally(figures, group, measure)));
        return Suppression.shares(withRest(figures, tallies, measure), minimum(measure));
    }

    /** How many people a group needs in order to be told. */
    static int minimum(Measure measure) {
        return measure.ofStudents() ? Suppression.STUDENTS : Suppression.STAFF;
    }

    /** Those that are hidden. */
    static Set<Group> hidden(Figures figures, Set<Group> groups, Measure measure) {
        return of(figures, groups, measure).entrySet().stream()
                .filter(group -> group.getValue() instanceof Shown.Hidden)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whoever is in no grade is what all grades leave of the school. */
    private static Map<Group, Tally> withRest(
            Figures figures, Map<Group, Tally> tallies, Measure measure) {
        boolean grades =
                !tallies.isEmpty()
                        && tallies.keySet().stream().allMatch(g -> g.kind().equals("grade"));
        if (!grades) {
            return tallies;
        }
        Tally all = tally(figures, Group.SCHOOL, measure);
        long yes = all.yes() - tallies.values().stream().mapToLong(Tally::yes).sum();
        long known = all.known() - tallies.values().stream().mapToLong(Tally::known).sum();
        long count = all.all() - tallies.values().stream().mapToLong(Tally::all).sum();
        long people = all.people() - tallies.values().stream().mapToLong(Tally::people).sum();
        boolean none = yes < 0 || known < yes || count < known || count == 0 || people < 0;
        if (none) {
            return tallies;
        }
        Map<Group, Tally> more = new LinkedHashMap<>(tallies);
        more.put(new Group("grade", ""), new Tally(yes, known, count, people));
        return more;
    }

    /** What was counted of a group, as the engine of disclosure wants it. */
    public static Tally tally(Figures figures, Group group, Measure measure) {
        Answers answers = figures.of(group, measure);
        return new Tally(
                answers.yes(),
                answers.yes() + answers.no(),
                answers.all(),
                figures.people(group, measure));
    }
}
