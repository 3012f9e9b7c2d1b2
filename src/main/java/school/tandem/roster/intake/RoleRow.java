package school.tandem.roster.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person is to one org, of OneRoster 1.2's {@code roles} and the like. A person has one or
 * more; the primary one decides between staff and student.
 *
 * @param orgId null: the school of the class
 * @param classId the class that it is about; null: none
 * @param grade a student's, as given; null: not said here
 * @param primary whether it is the person's main role
 * @param beginsOn null: not said
 * @param endsOn the first day that it no longer holds; null: not said
 */
public record RoleRow(
        long line,
        boolean withdrawn,
        String id,
        String userId,
        @Nullable String orgId,
        @Nullable String classId,
        @Nullable String grade,
        PersonRole role,
        boolean primary,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn)
        implements ImportedRow {}
