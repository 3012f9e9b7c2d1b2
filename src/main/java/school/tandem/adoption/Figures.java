package school.tandem.adoption;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of a school on a day.
 *
 * @param coversTo the last day that any source covers; null: no source covers a class
 */
public record Figures(
        LocalDate day, @Nullable LocalDate coversTo, Map<Group, Map<Measure, Answers>> byGroup) {

    /** The counts of a group; none where nothing applies to it. */
    public Answers of(Group group, Measure measure) {
        return byGroup.getOrDefault(group, Map.of()).getOrDefault(measure, Answers.NONE);
    }

    /**
     * How many people a measure is about in a group: work is counted by the piece, but it is of the
     * group's students or teachers.
     */
    public long people(Group group, Measure measure) {
        Measure people =
                switch (measure) {
                    case HAND_IN_RATE, ON_TIME -> Measure.HANDED_IN;
                    case SET_ONLINE -> Measure.ASSIGNMENTS;
                    default -> measure;
                };
        return of(group, people).all();
    }

    /** The same of some kinds of groups only. */
    Figures only(Set<String> kinds) {
        Map<Group, Map<Measure, Answers>> some = new HashMap<>();
        byGroup.forEach((group, measures) -> {
            if (kinds.contains(group.kind())) {
                some.put(group, measures);
            }
        });
        return new Figures(day, coversTo, some);
    }

    public Answers ofSchool(Measure measure) {
        return of(Group.SCHOOL, measure);
    }

    /** The grades that somebody is counted in, by name. */
    public Map<Group, String> grades() {
        Map<Group, String> grades = new LinkedHashMap<>();
        byGroup.keySet().stream()
                .filter(group -> group.kind().equals("grade") && !group.key().isEmpty())
                .sorted(Comparator.comparing(Group::key))
                .forEach(group -> grades.put(group, group.key()));
        return grades;
    }
}
