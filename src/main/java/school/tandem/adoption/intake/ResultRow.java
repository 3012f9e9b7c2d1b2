package school.tandem.adoption.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.ImportedRow;

/**
 * What a student did with a piece of work. Scores and comments are not read.
 *
 * @param handedInOn the local date of the hand-in, or of having begun; null: neither, or nobody
 *     knows when
 * @param late whether it was handed in late, where the source says so itself; null: it does not
 */
public record ResultRow(
        long line,
        boolean withdrawn,
        String id,
        String lineItemId,
        String studentId,
        HandIn handIn,
        @Nullable LocalDate handedInOn,
        @Nullable Boolean late)
        implements ImportedRow {

    public ResultRow {
        boolean seen = handIn == HandIn.HANDED_IN || handIn == HandIn.BEGUN;
        if (!seen && handedInOn != null) {
            throw new IllegalArgumentException("Only what was handed in or begun has a day of it");
        }
        if (handIn != HandIn.HANDED_IN && late != null) {
            throw new IllegalArgumentException("Only what was handed in can be late");
        }
    }
}
