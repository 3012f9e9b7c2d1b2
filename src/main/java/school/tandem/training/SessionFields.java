package school.tandem.training;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import school.tandem.security.BadInput;

/** What a person says of a session; day and time are the school's. */
public record SessionFields(
        @Nullable CourseId course,
        @Nullable LocalDate day,
        @Nullable LocalTime time,
        int minutes,
        String place,
        String trainer) {

    /**
     * @throws BadInput where something that a session can't be without is missing
     */
    SessionFields checked() {
        require(course != null, "course", "training.bad.course");
        require(day != null, "day", "training.bad.day");
        require(time != null, "time", "training.bad.time");
        require(minutes >= 1 && minutes <= 6000, "minutes", "training.bad.minutes");
        require(place.length() <= 500, "place", "training.bad.long");
        require(trainer.length() <= 200, "trainer", "training.bad.long");
        return this;
    }

    private static void require(boolean fine, String field, String sentence) {
        if (!fine) {
            throw new BadInput(field, sentence);
        }
    }
}
