package school.tandem.adoption;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.KaplanMeier.Followed;
import school.tandem.adoption.KaplanMeier.Median;
import school.tandem.adoption.KaplanMeier.Step;
import school.tandem.disclosure.Suppression;

/**
 * How soon practice follows a training, as far as it may be told of a group of staff: the curve
 * ends where fewer are still followed than may be told.
 *
 * @param followed how many teachers it is of
 * @param median in days from the training
 * @param early the share who practised within {@link #EARLY} days; null: nobody was followed as far
 * @param atRisk by {@link #DAYS}: how many had not practised before that day and were still
 *     followed
 * @param curve the steps of the share who have not practised yet
 * @param curveTo the last day that the curve holds for
 */
public record Pace(
        int followed,
        Median median,
        @Nullable Step early,
        Map<Integer, AtRisk> atRisk,
        List<Step> curve,
        int curveTo) {

    /** The days after the training for which it is told how many were still followed. */
    public static final List<Integer> DAYS = List.of(5, 10, 20, 40);

    /** The day for which a share is told where the median is not reached. */
    public static final int EARLY = 20;

    /**
     * How many were still followed.
     *
     * @param people null: some, but fewer than may be told
     */
    public record AtRisk(@Nullable Integer people) {}

    static Pace of(List<Followed> teachers) {
        KaplanMeier estimate = KaplanMeier.of(teachers);
        Map<Integer, AtRisk> atRisk = new LinkedHashMap<>();
        DAYS.forEach(day -> atRisk.put(day, told(estimate.atRisk(day))));
        int to = lastDayOfEnough(teachers);
        return new Pace(
                teachers.size(),
                estimate.median(),
                estimate.atRisk(EARLY) == 0 ? null : estimate.at(EARLY),
                atRisk,
                estimate.steps().stream().filter(step -> step.time() <= to).toList(),
                to);
    }

    /** When half had practised; empty: not reached. */
    public OptionalInt half() {
        return median.time();
    }

    private static AtRisk told(int people) {
        return new AtRisk(people > 0 && people < Suppression.STAFF ? null : people);
    }

    /** The last day at which as many are at risk as may be told. */
    private static int lastDayOfEnough(List<Followed> teachers) {
        return teachers.stream()
                .map(Followed::time)
                .sorted(java.util.Comparator.reverseOrder())
                .skip(Suppression.STAFF - 1L)
                .findFirst()
                .orElse(0);
    }
}
