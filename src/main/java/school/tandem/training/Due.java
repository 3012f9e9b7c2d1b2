package school.tandem.training;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.Plan;

/**
 * By when a course must be completed.
 *
 * @param days after that date of the plan; before it where negative
 */
public record Due(From from, int days) {

    /** A date of the plan. */
    public enum From {
        FIRST_TRAINING,
        DECISION,
        MOVE;

        /** The word that stands for it in the database and in keys of texts. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static From ofCode(String code) {
            return Arrays.stream(values())
                    .filter(from -> from.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No date " + code));
        }
    }

    /** The day itself; null: the plan does not say that date yet. */
    public @Nullable LocalDate in(Plan plan) {
        LocalDate date =
                switch (from) {
                    case FIRST_TRAINING -> plan.firstTrainingOn();
                    case DECISION -> plan.decisionOn();
                    case MOVE -> plan.moveOn();
                };
        return date == null ? null : date.plusDays(days);
    }
}
