package school.tandem.roster.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's place in a class.
 *
 * @param schoolId null: the class's
 * @param primary whether a teacher is the class's main one; null: not said
 * @param beginsOn null: from the start of the class's terms
 * @param endsOn the first day that it no longer runs, not before {@code beginsOn}; null: to the end
 *     of the class's terms
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
