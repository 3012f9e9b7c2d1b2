package school.tandem.readiness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks what could be done next, in two lists kept apart: what would help most, by points gained
 * per person-hour, and what would tell most, by points of range removed per hour. Finding out is
 * never sold as gain.
 */
public final class NextSteps {

    /**
     * A step with what it brings.
     *
     * @param points of the score, or of its range
     * @param lifts whether the level rises with it
     */
    public record Ranked(Step step, double points, boolean lifts) {
        double pointsPerHour() {
            return points / step.hours();
        }
    }

    private static final double WORTH_SAYING = .05;

    private NextSteps() {}

    /** The steps that raise the score or the level, the best first. */
    public static List<Ranked> helping(
            Map<Indicator, Count> counts, Gates gates, List<Step> steps) {
        Assessment now = Model.assess(counts, gates);
        List<Ranked> ranked = new ArrayList<>();
        for (Step step : steps) {
            Assessment then = Model.assess(changed(counts, step), step.gates().apply(gates));
            double gain = then.score().orElse(0) - now.score().orElse(0);
            boolean lifts = levelOf(then) > levelOf(now);
            if (gain >= WORTH_SAYING || lifts) {
                ranked.add(new Ranked(step, Math.max(gain, 0), lifts));
            }
        }
        ranked.sort(
                Comparator.comparing(Ranked::lifts)
                        .thenComparing(Ranked::pointsPerHour)
                        .reversed()
                        .thenComparing(r -> r.step().textKey()));
        return ranked;
    }

    /** The steps that narrow the range, the best first. */
    public static List<Ranked> telling(
            Map<Indicator, Count> counts, Gates gates, List<Step> steps) {
        Assessment now = Model.assess(counts, gates);
        List<Ranked> ranked = new ArrayList<>();
        for (Step step : steps) {
            Assessment then = Model.assess(changed(counts, step), gates);
            double narrower = (now.high() - now.low()) - (then.high() - then.low());
            if (narrower >= WORTH_SAYING) {
                ranked.add(new Ranked(step, narrower, false));
            }
        }
        ranked.sort(
                Comparator.comparingDouble(Ranked::pointsPerHour)
                        .reversed()
                        .thenComparing(r -> r.step().textKey()));
        return ranked;
    }

    private static Map<Indicator, Count> changed(Map<Indicator, Count> counts, Step step) {
        Map<Indicator, Count> changed = new EnumMap<>(Indicator.class);
        changed.putAll(counts);
        step.changes()
                .forEach((indicator, change) ->
                        changed.put(
                                indicator,
                                change.apply(counts.getOrDefault(indicator, Count.NOTHING))));
        return changed;
    }

    private static int levelOf(Assessment assessment) {
        Integer level = assessment.level();
        return level == null ? 0 : level;
    }
}
