package school.tandem.training;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;

/**
 * What somebody made of a meeting's report: who of the staff was there.
 *
 * @param digest the SHA-256 of the file, in hexadecimal
 * @param start when the meeting began; null: nothing says
 * @param end when it ended; null: nothing says
 * @param staff may name somebody twice, who was there by two names
 * @param share how many percent of the session somebody must be there for
 * @param overHand whether what was marked by hand is replaced, too
 * @param guests how many of the report are nobody of the staff
 * @param held how many rows could not be read
 */
public record MeetingSeen(
        String digest,
        @Nullable Instant start,
        @Nullable Instant end,
        List<Seen> staff,
        int share,
        boolean overHand,
        int guests,
        int held) {

    /** One of the staff, and how long they were there. */
    public record Seen(PersonId person, Presence presence) {}

    public MeetingSeen {
        staff = List.copyOf(staff);
    }
}
