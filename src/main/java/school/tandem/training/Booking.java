package school.tandem.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;

/**
 * Somebody's seat at a session, or their wait for one.
 *
 * @param since when the seat was taken, or the wait began
 * @param offeredUntil until when a freed seat is held for them; null: none is offered
 */
public record Booking(
        PersonId person, BookingState state, Instant since, @Nullable Instant offeredUntil) {}
