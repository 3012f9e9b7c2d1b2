package school.tandem.training;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;

/**
 * A trainer's tick on a phone's list of a room.
 *
 * @param id made by the phone; the same tick keeps it however often it is sent
 * @param at when, by our clock: the phone says how long ago it was
 * @param here whether they are there; otherwise an earlier tick is taken back
 * @param person null: the trainer typed a name
 * @param name what the trainer typed; empty: nothing
 */
public record Tick(UUID id, Instant at, boolean here, @Nullable PersonId person, String name) {}
