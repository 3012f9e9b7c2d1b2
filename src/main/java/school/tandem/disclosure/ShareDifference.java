package school.tandem.disclosure;

/**
 * How far two shares lie apart, and between what bounds that holds with 95 % confidence: Newcombe's
 * hybrid of two Wilson score intervals (Statistics in Medicine 17, 1998, method 10), which stays
 * right for small groups and shares near 0 or 1.
 *
 * @param gap the first share less the second, -1 to 1
 * @param low the lower bound of the gap
 * @param high the upper one
 */
public record ShareDifference(double gap, double low, double high) {

    private static final double Z = 1.959963984540054;

    /**
     * Of two groups that share nobody.
     *
     * @param share of the first, 0 to 1
     * @param n how many it has, at least 1
     */
    public static ShareDifference of(double share, long n, double otherShare, long otherN) {
        if (n < 1 || otherN < 1) {
            throw new IllegalArgumentException("A share of nobody");
        }
        double gap = share - otherShare;
        double[] one = wilson(share, n);
        double[] other = wilson(otherShare, otherN);
        return new ShareDifference(
                gap,
                gap - Math.hypot(share - one[0], other[1] - otherShare),
                gap + Math.hypot(one[1] - share, otherShare - other[0]));
    }

    /** Whether chance alone would not make such a gap, as far as 95 % confidence can tell. */
    public boolean isTold() {
        return low > 0 || high < 0;
    }

    private static double[] wilson(double share, long n) {
        double z2 = Z * Z;
        double middle = 2 * n * share + z2;
        double half = Z * Math.sqrt(z2 + 4 * n * share * (1 - share));
        double below = 2 * (n + z2);
        return new double[] {(middle - half) / below, (middle + half) / below};
    }
}
