package school.tandem.training;

import java.util.Locale;

/** Whether somebody was at a session. */
public enum AttendanceState {
    PRESENT,
    /** Came after it had begun, and was there for enough of it. */
    LATE,
    /** Was there for too little of it to count. */
    PARTIAL,
    MISSING,
    EXCUSED;

    /** Whether it counts towards the completion of the course. */
    public boolean counts() {
        return this == PRESENT || this == LATE;
    }

    /** The word that stands for it in the database and in keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AttendanceState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
