package school.tandem.training;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import school.tandem.security.SchoolKey;

/**
 * How somebody stands at a session's door, as their phone tells them.
 *
 * @param zone the school's
 * @param name theirs; null: nobody knows yet whose phone it is
 * @param waiting whether a trainer is to confirm the name
 * @param elsewhere whether they are on the staff of another school only
 * @param listed whether they have a seat, or nobody needed to book one
 * @param state what is recorded of them; null: nothing
 * @param at when they were there; null: nothing is recorded
 * @param sentLater whether the phone had no network then
 * @param mayUndo whether they can take it back themselves
 * @param scan what they scanned, to be sent back with the confirmation; null: nothing that counts
 * @param next what they have to complete next; null: nothing is recorded of them yet
 */
public record Arrival(
        SchoolKey school,
        String title,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        String place,
        @Nullable String name,
        boolean waiting,
        boolean elsewhere,
        boolean listed,
        @Nullable AttendanceState state,
        @Nullable Instant at,
        boolean sentLater,
        boolean mayUndo,
        @Nullable String scan,
        @Nullable NextStep next) {}
