package school.tandem.roster;

import org.jspecify.annotations.Nullable;

/**
 * How many students a grade has.
 *
 * @param grade as the roster names it; null: not said
 */
public record GradeCount(@Nullable String grade, int students) {}
