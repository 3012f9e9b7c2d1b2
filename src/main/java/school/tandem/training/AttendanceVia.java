package school.tandem.training;

import java.util.Locale;

/** How it is known that somebody was at a session. */
public enum AttendanceVia {
    /** They scanned the code on the wall. */
    SCAN,
    /** They typed the code on the wall. */
    CODE,
    /** The trainer ticked them. */
    LIST,
    /** Somebody entered a printed sheet. */
    SHEET,
    /** A meeting's report said so. */
    REPORT,
    /** They had booked, and nobody had seen them when the session was closed. */
    CLOSE;

    /** The word that stands for it in the database and in keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AttendanceVia ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
