package school.tandem.roster.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's place in a class.
 *
 * @param schoolId null: the class's
 * @param primary whether a teacher is the class's main one; null: not said
 * @param beginsOn null: from the start of the class's terms
 * @param endsOn the first day that it no longer runs; null: to the end of the class's terms. Real
 *     files have it before {@code beginsOn} for who left before the start: such a place never ran
 */
public record EnrolmentRow(
        long line,
        boolean withdrawn,
        String id,
        String classId,
        String userId,
        @Nullable String schoolId,
        EnrolmentRole role,
        @Nullable Boolean primary,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn)
        implements ImportedRow {}
