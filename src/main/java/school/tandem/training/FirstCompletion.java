package school.tandem.training;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.PersonId;

/**
 * When a teacher completed a course for the first time.
 *
 * @param department the teacher's at the school; null: none
 */
public record FirstCompletion(
        CourseId course, PersonId person, @Nullable DepartmentId department, LocalDate on) {}
