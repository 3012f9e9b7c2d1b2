package school.tandem.adoption;

import java.util.Locale;

/** How a family's answer came. */
public enum Via {
    LINK,
    FILE,
    PAPER,
    PHONE,
    /** By hand, before it was asked how. */
    TYPED;

    /** The word for it in the database and in texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Via ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
