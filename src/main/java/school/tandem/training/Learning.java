package school.tandem.training;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;

/**
 * Something that somebody of the staff learned elsewhere.
 *
 * @param name of the person
 * @param course title of the course that it stands for; null: none of the school's
 * @param provider who gave it; empty: not said
 * @param reason why it was returned; empty: it was not
 */
public record Learning(
        LearningId id,
        PersonId person,
        String name,
        @Nullable String course,
        String title,
        String provider,
        int minutes,
        LocalDate completedOn,
        LearningState state,
        String reason) {}
