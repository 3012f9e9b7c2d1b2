package school.tandem.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A while that somebody was in a meeting.
 *
 * @param until null: nothing says when they left
 */
public record Stay(Instant from, @Nullable Instant until) {}
