package school.tandem.roster.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person is to one org, of OneRoster 1.2's {@code roles}. A person has one or more; the
 * primary one decides between staff and student.
 *
 * @param primary whether it is the person's main role
 * @param beginsOn null: not said
 * @param endsOn the first day that it no longer holds; null: not said
 */
public record RoleRow(
        long line,
        boolean withdrawn,
        String id,
        String userId,
        String orgId,
        PersonRole role,
        boolean primary,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn)
        implements ImportedRow {}
