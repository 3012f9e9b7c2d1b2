package school.tandem.readiness;

import java.util.OptionalDouble;

/**
 * How many said yes, no, and unknown, out of all that an indicator applies to. Unknown is not zero.
 */
public record Count(long yes, long no, long unknown) {

    /** Nothing is known, not even of how many. */
    public static final Count NOTHING = new Count(0, 0, 0);

    public Count {
        if (yes < 0 || no < 0 || unknown < 0) {
            throw new IllegalArgumentException("Counts are not negative");
        }
    }

    public long n() {
        return yes + no + unknown;
    }

    /** The share if every unknown were a no; 0 where there is nobody. */
    public double low() {
        return n() == 0 ? 0 : (double) yes / n();
    }

    /** The share if every unknown were a yes; 1 where there is nobody. */
    public double high() {
        return n() == 0 ? 1 : (double) (yes + unknown) / n();
    }

    /** The share among those known; empty where nobody is. */
    public OptionalDouble middle() {
        return yes + no == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) yes / (yes + no));
    }

    /** Which share is known; 0 where there is nobody. */
    public double knownShare() {
        return n() == 0 ? 0 : (double) (yes + no) / n();
    }
}
