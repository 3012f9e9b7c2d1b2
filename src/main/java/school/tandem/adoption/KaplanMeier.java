package school.tandem.adoption;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The share to whom something has not happened yet, as time goes by, where some were not followed
 * to the end: the product-limit estimate of Kaplan and Meier (1958, <i>Journal of the American
 * Statistical Association</i> 53, 457–481). Its interval is Greenwood's variance on the scale of
 * log(−log S); that of the median is where the interval holds one half (Brookmeyer and Crowley
 * 1982, <i>Biometrics</i> 38, 29–41). As in Klein and Moeschberger, <i>Survival Analysis</i> (2nd
 * edition, 2003), chapter 4.
 *
 * <p>Times are whole, such as days. Who is censored at a time was followed through it: where
 * something happens at the same time, they are still at risk of it.
 */
public final class KaplanMeier {

    /** Twice as far as this from the middle lies 5 % of a normal distribution. */
    private static final double Z = 1.959963984540054;

    /** Products of fractions miss one half by rounding. */
    private static final double TOLERANCE = 1e-9;

    /**
     * How long somebody was followed.
     *
     * @param time at which it happened, or up to which it is known that it did not; 0 or more
     * @param happened false: censored
     */
    public record Followed(int time, boolean happened) {
        public Followed {
            if (time < 0) {
                throw new IllegalArgumentException("Followed for " + time);
            }
        }
    }

    /**
     * A time at which it happened to somebody, and what holds from it on.
     *
     * @param atRisk how many were followed up to it without its having happened before
     * @param happened to how many it happened then
     * @param share to which it has not happened, 0 to 1
     * @param low and {@code high}: where the share lies with a confidence of 95 %; all from 0 to 1
     *     once the share is 0, of which Greenwood's variance says nothing
     */
    public record Step(int time, int atRisk, int happened, double share, double low, double high) {

        /** Whether it has happened to nobody yet: of such a share there is no interval. */
        public boolean isStart() {
            return happened == 0;
        }
    }

    /**
     * When half are reached, and between which times that lies with a confidence of 95 %.
     *
     * @param time the first at which the share is one half or less; empty: not reached
     * @param low empty: not reached
     * @param high empty: not reached
     */
    public record Median(OptionalInt time, OptionalInt low, OptionalInt high) {}

    private final List<Followed> followed;
    private final List<Step> steps;

    private KaplanMeier(List<Followed> followed, List<Step> steps) {
        this.followed = followed;
        this.steps = steps;
    }

    public static KaplanMeier of(Collection<Followed> followed) {
        Map<Integer, Integer> happened = new TreeMap<>();
        followed.stream()
                .filter(Followed::happened)
                .forEach(one -> happened.merge(one.time(), 1, Integer::sum));
        List<Step> steps = new ArrayList<>();
        double share = 1;
        double greenwood = 0;
        for (Map.Entry<Integer, Integer> at : happened.entrySet()) {
            int n = atRisk(followed, at.getKey());
            int d = at.getValue();
            share *= (double) (n - d) / n;
            greenwood += (double) d / ((double) n * (n - d));
            steps.add(step(at.getKey(), n, d, share, greenwood));
        }
        return new KaplanMeier(List.copyOf(followed), List.copyOf(steps));
    }

    private static Step step(int time, int atRisk, int happened, double share, double greenwood) {
        if (share <= 0) {
            return new Step(time, atRisk, happened, 0, 0, 1);
        }
        double spread = Z * Math.sqrt(greenwood) / Math.log(share);
        return new Step(
                time,
                atRisk,
                happened,
                share,
                Math.pow(share, Math.exp(-spread)),
                Math.pow(share, Math.exp(spread)));
    }

    private static int atRisk(Collection<Followed> followed, int time) {
        return (int) followed.stream().filter(one -> one.time() >= time).count();
    }

    /** The times at which it happened, the earliest first. */
    public List<Step> steps() {
        return steps;
    }

    /** How many were followed up to a time without its having happened before. */
    public int atRisk(int time) {
        return atRisk(followed, time);
    }

    /**
     * What holds at a time: its step or the last one before. Of no meaning beyond the last time
     * that anybody was followed to.
     */
    public Step at(int time) {
        Step found = new Step(0, followed.size(), 0, 1, 1, 1);
        for (Step step : steps) {
            if (step.time() <= time) {
                found = step;
            }
        }
        return found;
    }

    public Median median() {
        return new Median(halved(Step::share), halved(Step::low), halved(Step::high));
    }

    private OptionalInt halved(ToDoubleFunction<Step> share) {
        return steps.stream()
                .filter(step -> share.applyAsDouble(step) <= .5 + TOLERANCE)
                .mapToInt(Step::time)
                .findFirst();
    }
}
