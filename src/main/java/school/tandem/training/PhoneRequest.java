package school.tandem.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;

/**
 * A phone that asks to be remembered.
 *
 * @param id to answer it by; not what the phone keeps
 * @param email as it was typed
 * @param person whose address it is on the staff; null: nobody's
 * @param name theirs; null: nobody's
 */
public record PhoneRequest(
        String id,
        String email,
        @Nullable PersonId person,
        @Nullable String name,
        Instant askedAt) {}
