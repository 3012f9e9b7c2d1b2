package school.tandem.readiness;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.adoption.AdoptionFigures;
import school.tandem.adoption.Answers;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Measure;
import school.tandem.rollout.ChecklistProgress;
import school.tandem.rollout.Item;
import school.tandem.rollout.RolloutFigures;
import school.tandem.roster.Plan;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;
import school.tandem.training.Progress;
import school.tandem.training.TrainingFigures;
import school.tandem.training.TrainingProgress;

/** Brings the counts of all trackers together and has the model assess them. */
@Component
public class Readiness {

    private final DistrictTransactions inDistrict;
    private final Schools schools;
    private final TrainingFigures training;
    private final AdoptionFigures adoption;
    private final RolloutFigures rollout;
    private final Access access;

    Readiness(
            DistrictTransactions inDistrict,
            Schools schools,
            TrainingFigures training,
            AdoptionFigures adoption,
            RolloutFigures rollout,
            Access access) {
        this.inDistrict = inDistrict;
        this.schools = schools;
        this.training = training;
        this.adoption = adoption;
        this.rollout = rollout;
        this.access = access;
    }

    /** What is known now about a day; a fixed number of statements for today. */
    public Standing of(SchoolKey key, @Nullable Plan plan, LocalDate day) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.read(
                key.district(),
                () -> {
                    TrainingProgress trained = training.of(key, day);
                    Figures adopted = adoption.of(key, day);
                    ChecklistProgress checked =
                            plan == null ? ChecklistProgress.NONE : rollout.of(key, plan.id(), day);
                    Map<Indicator, Count> counts = counts(trained, adopted, checked);
                    Gates gates = gates(checked);
                    return new Standing(
                            schools.find(key),
                            plan,
                            day,
                            counts,
                            gates,
                            Model.assess(counts, gates),
                            trained,
                            adopted,
                            checked);
                });
    }

    private static Gates gates(ChecklistProgress checked) {
        return new Gates(
                checked.openGates().stream().map(Item::title).toList(), checked.rehearsed());
    }

    private static Map<Indicator, Count> counts(
            TrainingProgress trained, Figures adopted, ChecklistProgress checked) {
        Map<Indicator, Count> counts = new EnumMap<>(Indicator.class);
        counts.put(Indicator.COMPLETIONS, count(trained.completions()));
        counts.put(Indicator.COMPLETE_TEACHERS, count(trained.completeTeachers()));
        counts.put(Indicator.COACHES, count(trained.coaches()));
        for (Measure measure : Measure.values()) {
            if (measure.isIndicator()) {
                counts.put(Indicator.ofCode(measure.code()), count(adopted.ofSchool(measure)));
            }
        }
        counts.put(Indicator.ITEMS, new Count(checked.doneWeight(), checked.openWeight(), 0));
        return counts;
    }

    static Count count(Progress progress) {
        return new Count(progress.done(), progress.missing(), progress.unconfirmed());
    }

    static Count count(Answers answers) {
        return new Count(answers.yes(), answers.no(), answers.unknown());
    }
}
