package school.tandem.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;

/**
 * Who holds a phone at a session's door.
 *
 * @param listed whether they have a seat, or nobody needed to book one
 * @param state what is known of them there; null: nothing yet
 * @param at since when; null: nothing yet
 */
record Holder(
        PersonId person,
        String name,
        boolean listed,
        @Nullable AttendanceState state,
        @Nullable AttendanceVia via,
        @Nullable Instant at,
        boolean sentLater) {

    /** Whether the phone itself said so, and can take it back. */
    boolean saidSo() {
        return via == AttendanceVia.SCAN || via == AttendanceVia.CODE;
    }
}
