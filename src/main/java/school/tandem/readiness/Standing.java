package school.tandem.readiness;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Group;
import school.tandem.adoption.GroupShares;
import school.tandem.adoption.Measure;
import school.tandem.disclosure.Shown;
import school.tandem.readiness.Assessment.PillarResult;
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
        ChecklistProgress checklist) {

    /** Whether an indicator of adoption is about too few people for its counts to be told. */
    public boolean isOfFew(Indicator indicator) {
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.code().equals(indicator.code()))
                .map(measure -> GroupShares.of(adoption, Group.SCHOOL, Set.of(), measure))
                .anyMatch(Shown.Hidden.class::isInstance);
    }

    /** The same of anything that a pillar is counted from. */
    public boolean isOfFew(PillarResult pillar) {
        return pillar.indicators().stream().anyMatch(one -> isOfFew(one.indicator()));
    }
}
