package school.tandem.adoption.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.ImportedRow;

/**
 * What a student did with a piece of work. Scores and comments are not read.
 *
 * @param handedInOn the local date of the hand-in; null: not handed in, or nobody knows when
 */
public record ResultRow(
        long line,
        boolean withdrawn,
        String id,
        String lineItemId,
        String studentId,
        HandIn handIn,
        @Nullable LocalDate handedInOn)
        implements ImportedRow {

    public ResultRow {
        if (handIn != HandIn.HANDED_IN && handedInOn != null) {
            throw new IllegalArgumentException("Only what was handed in has a day of it");
        }
    }
}
