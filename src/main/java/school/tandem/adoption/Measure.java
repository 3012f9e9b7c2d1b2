package school.tandem.adoption;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

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
    /** Each of the students' habits; attending only where somebody tells of it. */
    ALL_HABITS(true, .90),
    HAND_IN_RATE(true, .85),
    /** Of what was handed in of the work due, by its due day. */
    ON_TIME(true, .85),
    /** Of the work that was set; of the weeks only. */
    SET_ONLINE(false, .90),
    /** Students whom any source knows; of the weeks only. */
    ACCOUNT(true, 1),
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

    /** Whether people are counted who can be told by name, not their work. */
    public boolean ofPeople() {
        return !EnumSet.of(HAND_IN_RATE, ON_TIME, SET_ONLINE, ACCOUNT).contains(this);
    }

    /** Whether the readiness model counts by it. */
    public boolean isIndicator() {
        return !EnumSet.of(ATTENDED, ALL_HABITS, ON_TIME, SET_ONLINE, ACCOUNT).contains(this);
    }

    /** What students do, in the order in which it is usually begun. */
    public static List<Measure> habits() {
        return ordered(DayCount.HABITS);
    }

    /** What teachers do. */
    public static List<Measure> practice() {
        return ordered(DayCount.PRACTICE);
    }

    /**
     * What is told of students side by side: their habits, and the work due that they handed in.
     */
    public static List<Measure> learning() {
        return Stream.concat(habits().stream(), Stream.of(HAND_IN_RATE)).toList();
    }

    private static List<Measure> ordered(Map<Measure, Integer> bits) {
        return bits.keySet().stream().sorted().toList();
    }

    /** The readiness model's code for it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Measure ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
