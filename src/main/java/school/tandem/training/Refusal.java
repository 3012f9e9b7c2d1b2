package school.tandem.training;

import java.util.Locale;

/** Why somebody is not checked in. */
public enum Refusal {
    /** No session that shows its code has this one. */
    WRONG,
    EARLY,
    /** The code has turned since. */
    EXPIRED,
    OVER,
    CLOSED,
    CANCELLED,
    /** Nothing was scanned, or too long ago. */
    NOT_SCANNED,
    /** Nobody knows yet whose phone it is. */
    UNKNOWN,
    /** They are on the staff of another school. */
    ELSEWHERE,
    /** Others have booked, and they have not. */
    NOT_LISTED;

    /** The word that stands for it in keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
