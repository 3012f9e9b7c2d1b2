package school.tandem.training;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Somebody can't be checked in, for a reason that they are told. */
public class CheckInRefused extends RuntimeException {

    private final Refusal reason;
    private final @Nullable ZonedDateTime opensAt;

    CheckInRefused(Refusal reason) {
        this(reason, null);
    }

    CheckInRefused(Refusal reason, @Nullable ZonedDateTime opensAt) {
        super(reason.code());
        this.reason = reason;
        this.opensAt = opensAt;
    }

    public Refusal reason() {
        return reason;
    }

    /** From when on one can check in, by the school's clock; null: that is not the reason. */
    public @Nullable ZonedDateTime opensAt() {
        return opensAt;
    }
}
