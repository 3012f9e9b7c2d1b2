package school.tandem.importing.reading;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Spoils rosters of School Data Sync and Canvas for as long as it is told, and says what broke.
 * Each has a seed of its own; that of the first one that breaks is said, and its files are kept.
 */
final class FuzzRosters {

    private FuzzRosters() {}

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
        RosterCases[] cases = RosterCases.values();
        Path folder = Files.createTempDirectory("spoilt-");
        int taken = 0;
        int tried = 0;
        for (long seed = first; System.nanoTime() < end; seed++, tried++) {
            Random random = new Random(seed);
            RosterCases whole = cases[random.nextInt(cases.length)];
            try {
                taken += SpoiltRoster.of(whole, random).holds(folder) ? 1 : 0;
            } catch (RuntimeException | AssertionError broken) {
                out.printf("Seed %d broke a roster of %s: %s%n", seed, whole, broken.getMessage());
                out.printf("It is kept in %s; --seed %d repeats it.%n", folder, seed);
                return false;
            }
        }
        out.printf(
                "%,d spoilt rosters from seed %d: %,d read, %,d refused, none broke, no row lost.%n",
                tried, first, taken, tried - taken);
        return true;
    }
}
