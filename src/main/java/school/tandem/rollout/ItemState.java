package school.tandem.rollout;

import java.util.Locale;

/** How far an item is. Only done counts. */
public enum ItemState {
    OPEN,
    UNDER_WAY,
    BLOCKED,
    DONE;

    /** The word for it in the database and in texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ItemState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
