package school.tandem.training;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of the staff completed, the first one first, confirmed or not, run out or not.
 *
 * @param on the day at the school on which it was asked for
 */
public record Transcript(String school, String name, LocalDate on, List<Line> lines) {

    /**
     * One completion.
     *
     * @param course null: learned elsewhere, and none of the school's
     * @param minutes how long it takes
     * @param validMonths how long it counts; null: for good
     * @param atSession whether it was completed at a session of the school
     * @param confirmed whether the school confirms it; else it is their own word
     */
    public record Line(
            @Nullable CourseId course,
            String title,
            LocalDate day,
            int minutes,
            @Nullable Integer validMonths,
            boolean atSession,
            boolean confirmed) {

        /** The first day on which it counts no more; null: it counts for good. */
        public @Nullable LocalDate runsOut() {
            return validMonths == null ? null : day.plusMonths(validMonths);
        }
    }

    /** The minutes of what the school confirms. */
    public int confirmedMinutes() {
        return minutes(true);
    }

    /** The minutes of what is their own word and not yet confirmed. */
    public int waitingMinutes() {
        return minutes(false);
    }

    private int minutes(boolean confirmed) {
        return lines.stream()
                .filter(line -> line.confirmed() == confirmed)
                .mapToInt(Line::minutes)
                .sum();
    }
}
