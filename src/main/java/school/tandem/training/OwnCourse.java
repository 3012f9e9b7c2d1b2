package school.tandem.training;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A course as one of the staff sees it.
 *
 * @param required whether they must complete it
 * @param completedOn null: not yet
 */
public record OwnCourse(
        Course course, boolean required, CompletionState state, @Nullable LocalDate completedOn) {}
