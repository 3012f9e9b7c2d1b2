package school.tandem.training;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody was in a meeting: the union of their stays, so that two devices at a time count
 * once, and what the meeting itself summed, within the times that it says. Of lengths without times
 * the longest counts.
 *
 * @param stays each time that they came and went
 * @param sums lengths that the meeting gave for somebody's stays together
 */
public record Presence(List<Stay> stays, List<Sum> sums) {

    /**
     * A length that the meeting summed.
     *
     * @param from when they first came; null: not said
     * @param until when they last left; null: not said
     */
    public record Sum(Duration length, @Nullable Instant from, @Nullable Instant until) {}

    public static final Presence NONE = new Presence(List.of(), List.of());

    public Presence {
        stays = List.copyOf(stays);
        sums = List.copyOf(sums);
    }

    /** Of both together. */
    public Presence and(Presence other) {
        return new Presence(
                Stream.concat(stays.stream(), other.stays.stream()).toList(),
                Stream.concat(sums.stream(), other.sums.stream()).toList());
    }

    /** When they first came; null: not said. */
    public @Nullable Instant from() {
        return Stream.concat(
                        stays.stream().map(Stay::from),
                        sums.stream().map(Sum::from).filter(Objects::nonNull))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The last moment of them that is known; null: none. */
    public @Nullable Instant until() {
        return Stream.concat(
                        stays.stream().map(stay -> later(stay.from(), stay.until())),
                        sums.stream().map(Sum::until).filter(Objects::nonNull))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Instant later(Instant from, @Nullable Instant until) {
        return until == null ? from : until;
    }

    /** Whether nothing says when they left. */
    public boolean isOpen() {
        return stays.stream().anyMatch(stay -> stay.until() == null);
    }

    /**
     * How long they were there.
     *
     * @param end until when those stayed of whom nothing says when they left
     */
    public Duration length(Instant end) {
        return within(Instant.MIN, Instant.MAX, end);
    }

    /** How long of a span they were there; of a length without times all of it. */
    public Duration within(Instant start, Instant finish, Instant end) {
        Duration stayed = union(stays, start, finish, end);
        List<Stay> spans = new ArrayList<>(stays);
        Duration said = stayed;
        Duration longest = stayed;
        boolean timed = true;
        for (Sum sum : sums) {
            said = said.plus(sum.length());
            longest = longer(longest, sum.length());
            if (sum.from() == null || sum.until() == null) {
                timed = false;
            } else {
                spans.add(new Stay(sum.from(), sum.until()));
            }
        }
        if (!timed) {
            return longest;
        }
        Duration spanned = union(spans, start, finish, end);
        return spanned.compareTo(said) < 0 ? spanned : said;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration union(List<Stay> stays, Instant start, Instant finish, Instant end) {
        Duration all = Duration.ZERO;
        Instant reached = start;
        for (Stay stay : stays.stream().sorted(Comparator.comparing(Stay::from)).toList()) {
            Instant until = stay.until() == null ? end : stay.until();
            Instant from = stay.from().isBefore(reached) ? reached : stay.from();
            Instant to = until.isAfter(finish) ? finish : until;
            if (to.isAfter(from)) {
                all = all.plus(Duration.between(from, to));
                reached = to;
            }
        }
        return all;
    }
}
