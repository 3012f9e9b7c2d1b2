package school.tandem.training;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.tandem.security.BadInput;

/**
 * What somebody says of something they learned elsewhere.
 *
 * @param course that it stands for; null: none of the school's
 * @param provider who gave it; empty: not said
 */
public record LearningFields(
        @Nullable CourseId course,
        String title,
        String provider,
        int minutes,
        @Nullable LocalDate completedOn) {

    /**
     * @param today the last day on which it can have been completed
     * @throws BadInput where something is missing or can't be
     */
    LearningFields checked(LocalDate today) {
        require(!title.isBlank() && title.length() <= 200, "title", "training.bad.title");
        require(provider.length() <= 200, "provider", "training.bad.long");
        require(minutes >= 1 && minutes <= 6000, "minutes", "training.bad.minutes");
        require(completedOn != null, "day", "training.bad.day");
        require(completedOn != null && !completedOn.isAfter(today), "day", "training.bad.future");
        return new LearningFields(course, title.strip(), provider.strip(), minutes, completedOn);
    }

    private static void require(boolean fine, String field, String sentence) {
        if (!fine) {
            throw new BadInput(field, sentence);
        }
    }
}
