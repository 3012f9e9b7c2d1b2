package school.tandem.readiness;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was known on a day, told in one row. Scores from 0 to 100, coverage from 0 to 1.
 *
 * @param modelVersion of the model that assessed it
 * @param level null: too little was known to say
 * @param score null: nothing was known
 * @param recomputed made later than in the night after its day
 */
public record Snapshot(
        LocalDate day,
        int modelVersion,
        @Nullable Integer level,
        @Nullable Double score,
        double low,
        double high,
        double coverage,
        boolean recomputed) {

    /** A jump of coverage by so much means that more is known, not that more is done. */
    private static final double JUMP = .05;

    /** Whether the line of a trend starts anew here: more was known, or the model another. */
    public boolean knowsMoreThan(@Nullable Snapshot before) {
        return before != null
                && (coverage - before.coverage >= JUMP - 1e-9
                        || modelVersion != before.modelVersion);
    }
}
