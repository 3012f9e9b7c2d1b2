package school.tandem.readiness;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Figures;
import school.tandem.rollout.ChecklistProgress;
import school.tandem.roster.Plan;
import school.tandem.roster.School;
import school.tandem.training.TrainingProgress;

/**
 * Where a school stands on a day, with what it was computed from.
 *
 * @param plan null: the school has none, and so no checklist
 */
public record Standing(
        School school,
        @Nullable Plan plan,
        LocalDate day,
        Map<Indicator, Count> counts,
        Gates gates,
        Assessment assessment,
        TrainingProgress training,
        Figures adoption,
        ChecklistProgress checklist) {}
