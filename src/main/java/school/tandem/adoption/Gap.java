package school.tandem.adoption;

import org.jspecify.annotations.Nullable;
import school.tandem.disclosure.ShareDifference;
import school.tandem.disclosure.Shown;

/**
 * A group of students beside the rest of those of whom it is known whether they are in it.
 *
 * @param share of the group who have the habit
 * @param known of how many of the group it is known; 0 where the share is hidden
 * @param unknown of how many it is not; 0 where the share is hidden
 * @param rest of everybody else
 * @param restKnown of how many of them it is known; 0 where their share is hidden
 * @param apart how far the two lie apart; null: it can't be told, or may not
 * @param atLeast whether they may lie even farther apart, since one share is only told as a bound
 * @param orNotSaid whether the group's few of whom nothing is said are counted in
 */
public record Gap(
        Group group,
        Shown share,
        long known,
        long unknown,
        Shown rest,
        long restKnown,
        @Nullable ShareDifference apart,
        boolean atLeast,
        boolean orNotSaid) {

    /** Whether it is more than chance would make. */
    public boolean isTold() {
        return apart != null && apart.isTold();
    }

    /** How wide it is, 0 to 1, whichever is ahead; -1: not told. */
    public double width() {
        return apart == null ? -1 : Math.abs(apart.gap());
    }
}
