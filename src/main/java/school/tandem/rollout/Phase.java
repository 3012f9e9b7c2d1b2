package school.tandem.rollout;

import java.util.Locale;

/** The stretch of the move that an item belongs to, in order. */
public enum Phase {
    PREPARE,
    TRAIN,
    SWITCH,
    AFTER;

    /** The word for it in the database, templates and texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Phase ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
