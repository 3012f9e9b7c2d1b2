package school.tandem.training;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an e-mail about training tells. */
enum NoticeKind {
    /** You have a seat. */
    SEAT,
    /** A seat has become free and is held for you. */
    OFFER,
    /** You have given your seat back, or somebody has for you. */
    GONE,
    /** Your session takes place at another time or place. */
    MOVED,
    /** Your session does not take place. */
    CANCELLED,
    /** Your session, which was cancelled, takes place after all. */
    AGAIN,
    /** What you miss, and when it is given next. */
    REMINDER;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NoticeKind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    /**
     * What is left to tell about a session if this happens before the other was sent: what was
     * taken back in time is not told at all.
     *
     * @return null: nothing
     */
    @Nullable NoticeKind after(NoticeKind unsent) {
        return switch (unsent) {
            case SEAT, OFFER -> over() ? null : this == MOVED ? unsent : this;
            case GONE -> this == SEAT ? null : this;
            case CANCELLED -> this == AGAIN ? null : this;
            case MOVED, AGAIN, REMINDER -> this;
        };
    }

    /** Whether the seat is theirs no more. */
    boolean over() {
        return this == GONE || this == CANCELLED;
    }
}
