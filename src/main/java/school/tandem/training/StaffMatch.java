package school.tandem.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who of the staff somebody in a meeting is.
 *
 * @param staff null: it is for a person to say, or nobody
 * @param candidates who it may be where it is doubtful, the likeliest first
 */
public record StaffMatch(
        MeetingPerson person, Kind kind, @Nullable StaffName staff, List<StaffName> candidates) {

    /** How sure it is. */
    public enum Kind {
        EMAIL,
        NAME,
        /** It may be one of the staff. */
        DOUBTFUL,
        /** Nobody of the staff: a guest, or a telephone. */
        NOBODY
    }
}
