package school.tandem.importing.platforms;

import java.io.PrintStream;

/**
 * Spoils exports of every platform for as long as it is told, and says what broke. Each has a seed
 * of its own; that of the first one that breaks is said, with the export.
 */
final class FuzzPlatforms {

    private FuzzPlatforms() {}

    /**
     * Runs it.
     *
     * @param arguments {@code --seconds N} (20) and {@code --seed N} (of the clock)
     */
    public static void main(String[] arguments) {
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

    private static boolean run(long seconds, long first, PrintStream out) {
        long end = System.nanoTime() + seconds * 1_000_000_000;
        PlatformSamples[] samples = PlatformSamples.values();
        int taken = 0;
        int tried = 0;
        for (long seed = first; System.nanoTime() < end; seed++, tried++) {
            PlatformSamples sample = samples[(int) Math.floorMod(seed, (long) samples.length)];
            try {
                taken += sample.mutations().holds(seed) ? 1 : 0;
            } catch (AssertionError broken) {
                out.printf("%s: %s%n%s%n", sample, broken.getMessage(), broken.getCause());
                out.printf("--seed %d repeats it.%n", seed);
                return false;
            }
        }
        out.printf(
                "%,d spoilt exports from seed %d: %,d read, %,d refused, none broke, each record"
                        + " told once.%n",
                tried, first, taken, tried - taken);
        return true;
    }
}
