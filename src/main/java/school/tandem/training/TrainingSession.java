package school.tandem.training;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One meeting at which a course, or a part of one, is given.
 *
 * @param zone the school's, in which its hour is said
 * @param place a room; empty: not said
 * @param link of the meeting, if it is one by video; empty: none
 * @param capacity how many seats there are; null: as many as come
 * @param part which part of its course it is
 * @param booked how many seats are taken, offered ones among them
 * @param waiting how many wait for one
 * @param attended how many were there
 * @param completed how many completed the course there
 * @param closedAt when presence became completions; null: not yet
 * @param cancelled whether it does not take place
 * @param revision how often it was moved or cancelled
 */
public record TrainingSession(
        SessionId id,
        CourseId course,
        String title,
        Instant startsAt,
        ZoneId zone,
        int minutes,
        String place,
        String link,
        String trainer,
        @Nullable Integer capacity,
        int part,
        int booked,
        int waiting,
        int attended,
        int completed,
        @Nullable Instant closedAt,
        boolean cancelled,
        int revision) {

    public LocalDate day() {
        return startsAt.atZone(zone).toLocalDate();
    }

    public LocalTime time() {
        return startsAt.atZone(zone).toLocalTime();
    }

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    /** What a person can change of it. */
    public SessionFields fields() {
        return new SessionFields(
                course, day(), time(), minutes, place, link, trainer, capacity, part);
    }

    /** Whether whoever meant to come must know better now. */
    boolean isElsewhere(TrainingSession before) {
        return !startsAt.equals(before.startsAt)
                || minutes != before.minutes
                || !place.equals(before.place)
                || !link.equals(before.link);
    }

    /** The room, else the link. */
    public String where() {
        return place.isEmpty() ? link : place;
    }

    /** Whether nobody else can book. */
    public boolean full() {
        return capacity != null && booked >= capacity;
    }
}
