package school.tandem.importing;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How far an import has come, for who watches it, and a way to stop it. */
public final class ImportProgress {

    /** Reading takes this share of the bar; merging and summing take the rest. */
    private static final double READING = 0.4;

    private final AtomicLong total = new AtomicLong(1);
    private final AtomicLong done = new AtomicLong();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile double floor;
    private volatile @Nullable Runnable interrupt;

    /** How far, from 0 to 1. */
    public double share() {
        double read = READING * Math.min(1, (double) done.get() / total.get());
        return Math.max(floor, read);
    }

    /** Stops it at its next step; a statement that runs is interrupted. */
    public void cancel() {
        cancelled.set(true);
        Runnable now = interrupt;
        if (now != null) {
            now.run();
        }
    }

    boolean isCancelled() {
        return cancelled.get();
    }

    void check() {
        if (cancelled.get()) {
            throw new Cancelled();
        }
    }

    void expect(long bytes) {
        total.set(Math.max(1, bytes));
    }

    void read(long bytes) {
        done.addAndGet(bytes);
        check();
    }

    void reached(double share) {
        floor = Math.max(floor, share);
        check();
    }

    /** Moves on by a share of the whole. */
    void advance(double share) {
        reached(Math.min(1, floor + share));
    }

    void interruptWith(@Nullable Runnable how) {
        interrupt = how;
    }
}
