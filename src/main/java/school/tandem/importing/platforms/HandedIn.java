package school.tandem.importing.platforms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.HandIn;

/**
 * What became of a piece of work that somebody was given.
 *
 * @param workColumn what the export calls the place that names the work
 * @param workId the platform's own id of the work, told in this delivery or an earlier one
 * @param course in which it was given; null: the work's own
 * @param what {@link HandIn#UNKNOWN} where the export can't tell: it never outweighs what another
 *     file knows
 * @param on the local date of the first hand-in; null: not handed in, or the export does not say
 * @param late whether it was late, where the export says so itself; null: it does not
 */
public record HandedIn(
        At at,
        Who who,
        String workColumn,
        String workId,
        @Nullable Course course,
        HandIn what,
        @Nullable LocalDate on,
        @Nullable Boolean late) {

    /** One of which the export does not say whether it was late. */
    HandedIn(
            At at,
            Who who,
            String workColumn,
            String workId,
            @Nullable Course course,
            HandIn what,
            @Nullable LocalDate on) {
        this(at, who, workColumn, workId, course, what, on, null);
    }
}
