package school.tandem.roster.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A school year, semester, term or grading period.
 *
 * @param startsOn its first day
 * @param endsOn the first day that no longer belongs to it; not before {@code startsOn}
 * @param parentId the session it is part of; null: none named
 * @param schoolYear the year it is called by, as given; null: not said
 */
public record SessionRow(
        long line,
        boolean withdrawn,
        String id,
        String title,
        SessionKind kind,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable String parentId,
        @Nullable String schoolYear)
        implements ImportedRow {}
