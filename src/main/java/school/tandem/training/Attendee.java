package school.tandem.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;

/**
 * A line of the room list.
 *
 * @param department its name; null: none
 * @param booking null: they came without one
 * @param state null: not seen yet
 * @param via how it is known; null: not seen yet
 * @param at when they checked in or were marked; null: not seen yet
 * @param sentLater whether their phone had no network then, and said so later
 */
public record Attendee(
        PersonId id,
        String name,
        @Nullable String department,
        @Nullable BookingState booking,
        @Nullable AttendanceState state,
        @Nullable AttendanceVia via,
        @Nullable Instant at,
        boolean sentLater) {}
