package school.tandem.rollout;

import java.time.LocalDate;
import java.util.List;
import school.tandem.roster.Plan;

/**
 * The checklist of a plan.
 *
 * @param items by phase and place
 * @param rehearsals the latest first
 */
public record Checklist(Plan plan, List<Item> items, List<Rehearsal> rehearsals) {

    /** A day on which everybody taught and learned from home, to find out what breaks. */
    public record Rehearsal(LocalDate heldOn, boolean passed, String note) {}

    /** Those of one phase. */
    public List<Item> of(Phase phase) {
        return items.stream().filter(item -> item.phase() == phase).toList();
    }
}
