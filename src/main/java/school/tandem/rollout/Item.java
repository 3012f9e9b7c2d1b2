package school.tandem.rollout;

import java.time.LocalDate;

/**
 * Something to be done for the move.
 *
 * @param owner who sees to it, a person or a role; empty: nobody yet
 * @param daysBeforeMove school days before the move that it is due; negative: after the move
 * @param dueOn the day that this is, by the school's calendar
 * @param weight how much it counts, 1 to 10
 * @param likelyHours how much work it is, in person-hours
 * @param gate whether the move must wait for it
 * @param afterMove whether it belongs after the move, and counts for nothing before
 * @param stateReason why it is blocked; empty: not said
 * @param version grows with every change, so that two people don't overwrite each other
 */
public record Item(
        ItemId id,
        Phase phase,
        String title,
        String note,
        String owner,
        int daysBeforeMove,
        LocalDate dueOn,
        int weight,
        double likelyHours,
        boolean gate,
        boolean afterMove,
        ItemState state,
        String stateReason,
        int version) {

    /** Whether it should have been done before this day. */
    public boolean isLate(LocalDate today) {
        return state != ItemState.DONE && dueOn.isBefore(today);
    }

    /** The same after one more change, to take that one back. */
    public Item changedOnce() {
        return new Item(
                id,
                phase,
                title,
                note,
                owner,
                daysBeforeMove,
                dueOn,
                weight,
                likelyHours,
                gate,
                afterMove,
                state,
                stateReason,
                version + 1);
    }
}
