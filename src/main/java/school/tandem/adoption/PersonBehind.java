package school.tandem.adoption;

import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;

/**
 * One of those whom a figure counts.
 *
 * @param grade null: not a student, or not said
 * @param department null: a student, or in none
 */
public record PersonBehind(
        PersonId id, String name, @Nullable String grade, @Nullable String department) {}
