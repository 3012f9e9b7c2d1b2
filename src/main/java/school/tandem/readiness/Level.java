package school.tandem.readiness;

/** The five levels, of a pillar and of a school. */
public final class Level {

    public static final int EXPOSED = 1;
    public static final int STARTING = 2;
    public static final int PARTIAL = 3;
    public static final int READY = 4;
    public static final int PRACTISED = 5;

    /** The score at which Ready begins: the goal of every plan. */
    public static final double READY_FROM = 75;

    private static final double[] FROM = {40, 60, READY_FROM, 90};

    private Level() {}

    /** The level of a score from 0 to 100. */
    public static int of(double score) {
        double rounded = rounded(score);
        int level = EXPOSED;
        for (double from : FROM) {
            if (rounded >= from) {
                level++;
            }
        }
        return level;
    }

    /** A score rid of what binary fractions add: 100 · 0.6 must reach 60 and no more. */
    static double rounded(double score) {
        return Math.round(score * 1e9) / 1e9;
    }
}
