package school.tandem.training;

import java.util.Locale;

/** How far something learned elsewhere has come. */
public enum LearningState {
    /** Waits for somebody to look at it. */
    SUBMITTED,
    APPROVED,
    /** Not taken as it is; the reason is said. */
    RETURNED;

    /** The word that stands for it in the database and in keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LearningState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
