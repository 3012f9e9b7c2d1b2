package school.tandem.training;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import school.tandem.security.BadInput;

/**
 * What a person says of a session; day and time are the school's.
 *
 * @param link of the meeting, if it is one by video; empty: none
 * @param capacity how many seats there are; null: as many as come
 * @param part which part of its course it is
 */
public record SessionFields(
        @Nullable CourseId course,
        @Nullable LocalDate day,
        @Nullable LocalTime time,
        int minutes,
        String place,
        String link,
        String trainer,
        @Nullable Integer capacity,
        int part) {

    /** The only part of its course, in a room that holds all who come. */
    public static SessionFields of(
            @Nullable CourseId course,
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            int minutes,
            String place,
            String trainer) {
        return new SessionFields(course, day, time, minutes, place, "", trainer, null, 1);
    }

    /**
     * @throws BadInput where something that a session can't be without is missing
     */
    SessionFields checked() {
        require(course != null, "course", "training.bad.course");
        require(day != null, "day", "training.bad.day");
        require(time != null, "time", "training.bad.time");
        require(minutes >= 1 && minutes <= 6000, "minutes", "training.bad.minutes");
        require(place.length() <= 500, "place", "training.bad.long");
        require(isLink(link.strip()), "link", "training.bad.link");
        require(trainer.length() <= 200, "trainer", "training.bad.long");
        require(
                capacity == null || (capacity >= 1 && capacity <= 5000),
                "capacity",
                "training.bad.capacity");
        return new SessionFields(
                course,
                day,
                time,
                minutes,
                place.strip(),
                link.strip(),
                trainer.strip(),
                capacity,
                part);
    }

    private static boolean isLink(String link) {
        try {
            return link.isEmpty()
                    || (link.length() <= 500
                            && link.matches("https?://.+")
                            && URI.create(link).getHost() != null);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static void require(boolean fine, String field, String sentence) {
        if (!fine) {
            throw new BadInput(field, sentence);
        }
    }
}
