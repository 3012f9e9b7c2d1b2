package school.tandem.rollout;

import java.util.List;

/**
 * A checklist on a day, as readiness counts it: what comes after the move is left out.
 *
 * @param doneWeight the weight of what is done
 * @param openWeight the weight of what is not
 * @param open what is not done, gates first, then the earliest due
 * @param rehearsed whether a rehearsal was passed in the twelve months before the day
 */
public record ChecklistProgress(
        long doneWeight, long openWeight, List<Item> open, boolean rehearsed) {

    /** No checklist has been started. */
    public static final ChecklistProgress NONE = new ChecklistProgress(0, 0, List.of(), false);

    /** The gates that are not done. */
    public List<Item> openGates() {
        return open.stream().filter(Item::gate).toList();
    }
}
