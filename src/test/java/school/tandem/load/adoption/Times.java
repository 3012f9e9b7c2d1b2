package school.tandem.load.adoption;

import java.util.ArrayList;
import java.util.List;

/** How long the same thing took, each time, in milliseconds. */
final class Times {

    /** Something that is measured. */
    interface Work {
        void run() throws Exception;
    }

    private final List<Double> all = new ArrayList<>();

    /** Of as many runs, after some that don't count. */
    static Times of(int warmUp, int times, Work work) throws Exception {
        Times measured = new Times();
        for (int i = -warmUp; i < times; i++) {
            double took = once(work);
            if (i >= 0) {
                measured.add(took);
            }
        }
        return measured;
    }

    /** One run, in milliseconds. */
    static double once(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    void add(double milliseconds) {
        all.add(milliseconds);
    }

    double median() {
        return quantile(.5);
    }

    double quantile(double share) {
        double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
