package school.tandem.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting's report means for a session: who was there for enough of it counts, late if they
 * came more than ten minutes after it began. What was before and after the session does not count,
 * unless the whole meeting was at another time. Knows no database.
 *
 * @param share how many percent of the session somebody must be there for
 * @param window whether only what was within the session counts
 * @param begin since when people are late
 * @param end until when those stayed of whom nothing says when they left
 */
record MeetingRule(TrainingSession session, int share, boolean window, Instant begin, Instant end) {

    private static final Duration LATE = Duration.ofMinutes(10);

    /**
     * The rule for a meeting.
     *
     * @param start when it began; null: nothing says
     * @param end when it ended; null: nothing says
     */
    static MeetingRule of(
            TrainingSession session,
            int share,
            Collection<Presence> all,
            @Nullable Instant start,
            @Nullable Instant end) {
        Instant last = end != null && end.isAfter(session.endsAt()) ? end : session.endsAt();
        boolean meets =
                all.stream()
                        .anyMatch(one ->
                                one.from() != null
                                        && !one.within(session.startsAt(), session.endsAt(), last)
                                                .isZero());
        Instant begin = meets || start == null ? session.startsAt() : start;
        Instant open = meets || end == null ? last : end;
        return new MeetingRule(session, share, meets, begin, open);
    }

    MeetingVerdict of(Presence presence) {
        Duration length =
                window
                        ? presence.within(session.startsAt(), session.endsAt(), end)
                        : presence.length(end);
        int minutes = (int) Math.round(length.toSeconds() / 60.);
        if (minutes * 100 < share * session.minutes()) {
            return new MeetingVerdict(AttendanceState.PARTIAL, minutes);
        }
        Instant from = presence.from();
        boolean late = from != null && from.isAfter(begin.plus(LATE));
        return new MeetingVerdict(late ? AttendanceState.LATE : AttendanceState.PRESENT, minutes);
    }
}
