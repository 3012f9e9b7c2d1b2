package school.tandem.adoption;

import java.util.Locale;

/** What is counted of students and teachers. */
public enum Measure {
    ATTENDANCE(false),
    ASSIGNMENTS(false),
    QUIZZES(false),
    OPENED(true),
    HANDED_IN(true),
    QUIZ(true),
    HAND_IN_RATE(true),
    DEVICE(true),
    CONNECTION(true);

    private final boolean ofStudents;

    Measure(boolean ofStudents) {
        this.ofStudents = ofStudents;
    }

    /** Whether students are counted (or their work), not teachers. */
    public boolean ofStudents() {
        return ofStudents;
    }

    /** The readiness model's code for it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Measure ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
