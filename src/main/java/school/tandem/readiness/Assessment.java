package school.tandem.readiness;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Where a school stands. Scores from 0 to 100, shares from 0 to 1, levels from 1 to 5.
 *
 * @param level null: too little is known to say
 * @param score empty: nothing is known
 * @param low the score with every indicator at its low
 * @param high the score with every indicator at its high
 * @param coverage which share of what counts is known, by weight
 * @param cappedBy the pillar that holds the level down; null: none does
 * @param holds why the level is 3 at most
 * @param pillars in the model's order
 */
public record Assessment(
        @Nullable Integer level,
        OptionalDouble score,
        double low,
        double high,
        double coverage,
        @Nullable Pillar cappedBy,
        List<Hold> holds,
        List<PillarResult> pillars) {

    /** Coverage under which no level is said. */
    public static final double SAYS_FROM = .60;

    /** Coverage from which a level is no longer provisional. */
    public static final double SURE_FROM = .85;

    /** Why a level is 3 at most. */
    public enum Hold {
        GATE_OPEN,
        NO_REHEARSAL,
        DEVICE_UNKNOWN,
        CONNECTION_UNKNOWN,
        PILLAR_UNKNOWN
    }

    /**
     * A pillar's part.
     *
     * @param level null: nothing is known
     * @param value empty: nothing is known
     */
    public record PillarResult(
            Pillar pillar,
            @Nullable Integer level,
            OptionalDouble value,
            double low,
            double high,
            double coverage,
            List<IndicatorResult> indicators) {}

    /** An indicator's part. */
    public record IndicatorResult(Indicator indicator, Count count) {}

    /** Whether there is a level that more knowledge may still change much. */
    public boolean provisional() {
        return level != null && Level.rounded(coverage) < SURE_FROM;
    }

    /** The result of one pillar; there is one of each that was measured. */
    public PillarResult of(Pillar pillar) {
        return pillars.stream().filter(p -> p.pillar() == pillar).findFirst().orElseThrow();
    }
}
