package school.tandem.importing.meetings;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Spoils reports of every kind for as long as it is told, and says what broke. Each spoilt report
 * has a seed of its own; that of the first one that breaks is said, and its bytes are kept.
 */
final class FuzzMeetings {

    private FuzzMeetings() {}

    /**
     * Runs it.
     *
     * @param arguments {@code --seconds N} (20) and {@code --seed N} (of the clock)
     */
    public static void main(String[] arguments) throws Exception {
        long seconds = 20;
        long seed = System.nanoTime();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            long value = Long.parseLong(arguments[i + 1]);
            switch (arguments[i]) {
                case "--seconds" -> seconds = value;
                case "--seed" -> seed = value;
                default -> throw new IllegalArgumentException(arguments[i]);
            }
        }
        System.exit(run(seconds, seed, System.out) ? 0 : 1);
    }

    private static boolean run(long seconds, long first, PrintStream out) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000;
        ReportCases[] cases = ReportCases.values();
        int taken = 0;
        int tried = 0;
        for (long seed = first; System.nanoTime() < end; seed++, tried++) {
            Random random = new Random(seed);
            ReportCases whole = cases[random.nextInt(cases.length)];
            SpoiltReport spoilt = SpoiltReport.of(whole, random);
            try {
                taken += spoilt.holds() ? 1 : 0;
            } catch (RuntimeException | AssertionError broken) {
                Path kept = Files.createTempFile("spoilt-", ".csv");
                Files.write(kept, spoilt.bytes());
                out.printf("Seed %d broke a report of %s: %s%n", seed, whole, broken.getMessage());
                out.printf("It is kept as %s; --seed %d repeats it.%n", kept, seed);
                return false;
            }
        }
        out.printf(
                "%,d spoilt reports from seed %d: %,d read, %,d refused, none broke, no row lost.%n",
                tried, first, taken, tried - taken);
        return true;
    }
}
