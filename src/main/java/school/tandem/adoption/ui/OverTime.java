package school.tandem.adoption.ui;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Answers;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Group;
import school.tandem.adoption.GroupShares;
import school.tandem.adoption.History;
import school.tandem.adoption.Measure;
import school.tandem.disclosure.Shown;
import school.tandem.roster.Plan;

/**
 * Whom the weeks are told of.
 *
 * @param file what the names of its files begin with
 * @param plan whose dates are marked; null: there is none
 * @param alike the groups that are told beside it, itself among them
 * @param whole the group that says of which measures something is known
 */
record OverTime(
        String file,
        History history,
        @Nullable Plan plan,
        Group group,
        Set<Group> alike,
        Group whole) {

    /** A school, or a department or grade of it. */
    static OverTime of(Looked looked) {
        Group group = looked.asked().group();
        return new OverTime(
                "adoption-" + looked.asked().tab().code(),
                looked.history(),
                looked.plan(),
                group,
                looked.groups(group.kind()).keySet(),
                Group.SCHOOL);
    }

    /** Whoever is told by itself. */
    static OverTime of(String file, History history, @Nullable Plan plan, Group group) {
        return new OverTime(file, history, plan, group, Set.of(group), group);
    }

    Shown share(Figures figures, Measure measure) {
        return GroupShares.of(figures, group, alike, measure);
    }

    Answers answers(Figures figures, Measure measure) {
        return figures.of(group, measure);
    }
}
