package school.tandem.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;

/**
 * The seats of a session: taken, waited for, offered. A freed seat is offered at once to whoever
 * waits longest, and held for them for a day, or until the session begins; an offer that was not
 * taken is gone, and with it the wait. Knows no database and no clock.
 */
final class Seats {

    /** How long a freed seat is held for whoever is next. */
    static final Duration HELD = Duration.ofDays(1);

    private static final Comparator<Booking> LONGEST_WAIT_FIRST =
            Comparator.comparing(Booking::since).thenComparing(booking -> booking.person().value());

    private final @Nullable Integer capacity;
    private final Instant startsAt;
    private final Map<PersonId, Booking> bookings = new LinkedHashMap<>();

    /**
     * @param capacity null: as many as come
     */
    Seats(@Nullable Integer capacity, Instant startsAt, Collection<Booking> bookings) {
        this.capacity = capacity;
        this.startsAt = startsAt;
        bookings.forEach(booking -> this.bookings.put(booking.person(), booking));
    }

    /** Takes a free or an offered seat, else waits for one; who has a seat or waits, stays so. */
    Booking take(PersonId person, Instant now) {
        settle(now);
        Booking before = bookings.get(person);
        if (before != null && before.state() != BookingState.OFFERED) {
            return before;
        }
        boolean seat = before != null || free() > 0;
        BookingState state = seat ? BookingState.BOOKED : BookingState.WAITING;
        Booking taken = new Booking(person, state, now, null);
        bookings.put(person, taken);
        return taken;
    }

    /** Gives a seat, an offer or a place in the queue back. */
    void leave(PersonId person, Instant now) {
        bookings.remove(person);
        settle(now);
    }

    /**
     * Puts back what was given back, as it was: whoever was offered the seat since waits again. Was
     * it taken by then, the one who comes back waits, as long as they have had the seat.
     */
    void restore(Booking given) {
        bookings.put(given.person(), given);
        while (free() < 0) {
            Booking last =
                    bookings.values().stream()
                            .filter(booking -> booking.state() == BookingState.OFFERED)
                            .max(LONGEST_WAIT_FIRST)
                            .orElse(given);
            bookings.put(
                    last.person(),
                    new Booking(last.person(), BookingState.WAITING, last.since(), null));
        }
    }

    /** Lets offers lapse whose time is over, and offers what is free. */
    void settle(Instant now) {
        bookings.values().removeIf(booking -> hasLapsed(booking, now));
        Optional<Booking> next = next();
        while (free() > 0 && next.isPresent()) {
            PersonId person = next.get().person();
            bookings.put(person, offered(next.get(), now));
            next = next();
        }
    }

    List<Booking> all() {
        return List.copyOf(bookings.values());
    }

    /** Without a limit, or once the session has begun, there is nothing left to be asked. */
    private Booking offered(Booking waiting, Instant now) {
        return capacity == null || !now.isBefore(startsAt)
                ? new Booking(waiting.person(), BookingState.BOOKED, now, null)
                : new Booking(
                        waiting.person(),
                        BookingState.OFFERED,
                        waiting.since(),
                        earlier(now.plus(HELD), startsAt));
    }

    private static boolean hasLapsed(Booking booking, Instant now) {
        Instant until = booking.offeredUntil();
        return until != null && !now.isBefore(until);
    }

    private Optional<Booking> next() {
        return bookings.values().stream()
                .filter(booking -> booking.state() == BookingState.WAITING)
                .min(LONGEST_WAIT_FIRST);
    }

    private long free() {
        if (capacity == null) {
            return Long.MAX_VALUE;
        }
        long taken =
                bookings.values().stream()
                        .filter(booking -> booking.state() != BookingState.WAITING)
                        .count();
        return capacity - taken;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
