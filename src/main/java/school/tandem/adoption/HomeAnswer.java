package school.tandem.adoption;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a family said about a student's home.
 *
 * @param device whether there is one to work on; null: not answered
 * @param connection whether there is one that carries video; null: not answered
 */
record HomeAnswer(@Nullable Boolean device, @Nullable Boolean connection, Via via, Instant at) {}
