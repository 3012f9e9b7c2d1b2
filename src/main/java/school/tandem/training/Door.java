package school.tandem.training;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import school.tandem.security.SchoolKey;

/**
 * A session as whoever checks in meets it.
 *
 * @param code what its wall shows
 * @param zone the school's
 * @param closedAt null: not yet
 */
record Door(
        SchoolKey school,
        SessionId session,
        TurningCode code,
        CourseId course,
        String title,
        Instant startsAt,
        int minutes,
        ZoneId zone,
        String place,
        @Nullable Instant closedAt,
        boolean cancelled) {

    static final Duration OPENS_BEFORE = Duration.ofMinutes(30);
    private static final Duration LATE_AFTER = Duration.ofMinutes(10);

    /** How long after the session a phone without a network may say what it scanned there. */
    private static final Duration SENT_WITHIN = Duration.ofHours(12);

    Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    /**
     * @throws CheckInRefused if it takes no check-in that arrives then
     */
    void requireOpen(Instant now) {
        if (cancelled) {
            throw new CheckInRefused(Refusal.CANCELLED);
        }
        if (closedAt != null) {
            throw new CheckInRefused(Refusal.CLOSED);
        }
        Instant opensAt = startsAt.minus(OPENS_BEFORE);
        if (now.isBefore(opensAt)) {
            throw new CheckInRefused(Refusal.EARLY, opensAt.atZone(zone));
        }
        if (!now.isBefore(endsAt().plus(SENT_WITHIN))) {
            throw new CheckInRefused(Refusal.OVER);
        }
    }

    /**
     * @throws CheckInRefused if nobody can scan its code then
     */
    void requireHours(Instant scanned) {
        requireOpen(scanned);
        if (!scanned.isBefore(endsAt())) {
            throw new CheckInRefused(Refusal.OVER);
        }
    }

    /**
     * @throws CheckInRefused if this was not on its wall then
     */
    void requireCode(String typed, Instant scanned) {
        switch (code.fit(typed, scanned)) {
            case VALID -> {}
            case EXPIRED -> throw new CheckInRefused(Refusal.EXPIRED);
            case WRONG -> throw new CheckInRefused(Refusal.WRONG);
        }
    }

    /** What somebody is who comes then. */
    AttendanceState stateAt(Instant scanned) {
        return scanned.isAfter(startsAt.plus(LATE_AFTER))
                ? AttendanceState.LATE
                : AttendanceState.PRESENT;
    }
}
