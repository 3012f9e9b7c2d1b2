package school.tandem.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.tandem.security.SchoolKey;

/**
 * A school's plan to move online.
 *
 * @param firstTrainingOn when training begins; null: not set
 * @param decisionOn when the move is announced; null: not set
 * @param moveOn the first day of teaching online
 */
public record Plan(
        SchoolKey school,
        PlanId id,
        String name,
        @Nullable LocalDate firstTrainingOn,
        @Nullable LocalDate decisionOn,
        LocalDate moveOn) {}
