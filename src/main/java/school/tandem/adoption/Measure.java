package school.tandem.adoption;

import java.util.Locale;

/** What is counted of students and teachers. */
public enum Measure {
    ATTENDANCE(false, .90),
    ASSIGNMENTS(false, .90),
    QUIZZES(false, .90),
    OPENED(true, .90),
    HANDED_IN(true, .90),
    QUIZ(true, .90),
    /** Of no pillar: where classes don't meet online yet, nobody attends. */
    ATTENDED(true, .90),
    HAND_IN_RATE(true, .85),
    DEVICE(true, .98),
    CONNECTION(true, .95);

    private final boolean ofStudents;
    private final double target;

    Measure(boolean ofStudents, double target) {
        this.ofStudents = ofStudents;
        this.target = target;
    }

    /** The share, from 0 to 1, that is enough; the readiness model's. */
    public double target() {
        return target;
    }

    /** Whether students are counted (or their work), not teachers. */
    public boolean ofStudents() {
        return ofStudents;
    }

    /** Whether it is something that students do, of each of whom it is known or not. */
    public boolean isHabit() {
        return this == OPENED || this == HANDED_IN || this == QUIZ;
    }

    /** Whether people are counted, not their work. */
    public boolean ofPeople() {
        return this != HAND_IN_RATE;
    }

    /** The readiness model's code for it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Measure ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
