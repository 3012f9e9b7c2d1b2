package school.tandem.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * One meeting at which a course is given.
 *
 * @param zone the school's, in which its hour is said
 * @param place a room or a link; empty: not said
 * @param completed how many completed the course there
 */
public record TrainingSession(
        SessionId id,
        CourseId course,
        String title,
        Instant startsAt,
        ZoneId zone,
        int minutes,
        String place,
        String trainer,
        int completed) {

    public LocalDate day() {
        return startsAt.atZone(zone).toLocalDate();
    }

    public LocalTime time() {
        return startsAt.atZone(zone).toLocalTime();
    }
}
