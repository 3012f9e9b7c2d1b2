package school.tandem.training;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;
import school.tandem.roster.intake.StaffRole;

/**
 * Somebody of the staff, seen from one course.
 *
 * @param department its name; null: none
 * @param required whether they must complete it
 * @param completedOn null: not yet
 */
public record CourseMember(
        PersonId id,
        String name,
        StaffRole role,
        @Nullable String department,
        boolean required,
        CompletionState state,
        @Nullable LocalDate completedOn) {}
