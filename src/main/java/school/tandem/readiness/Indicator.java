package school.tandem.readiness;

import java.util.Locale;

/** What is counted, and the share at which it is enough (0 to 1). */
public enum Indicator {
    COMPLETIONS(.95),
    COMPLETE_TEACHERS(.90),
    COACHES(1),
    ATTENDANCE(.90),
    ASSIGNMENTS(.90),
    QUIZZES(.90),
    OPENED(.90),
    HANDED_IN(.90),
    QUIZ(.90),
    HAND_IN_RATE(.85),
    DEVICE(.98),
    CONNECTION(.95),
    ITEMS(1),
    LOAD(1),
    OPERATORS(1),
    ANSWERS(.80),
    SOFTWARE(1),
    SEATS(1),
    CONTACTS(1);

    private final double target;

    Indicator(double target) {
        this.target = target;
    }

    /** The word for it in files, texts and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Indicator ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The share that counts as nothing yet. */
    public double floor() {
        return 0;
    }

    /** The share that counts in full. */
    public double target() {
        return target;
    }

    /** A share from floor to target as 0 to 1. */
    double scaled(double share) {
        return Math.clamp((share - floor()) / (target - floor()), 0, 1);
    }
}
