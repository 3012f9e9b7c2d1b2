package school.tandem.importing.meetings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.tandem.training.MeetingPerson;

/**
 * One meeting of a report.
 *
 * @param title empty: not said
 * @param start when it began as said, else when the first one came; null: neither is known
 * @param end when it ended as said, else the last moment that is known; null: none
 * @param people in the order of the report
 */
public record Meeting(
        String title, @Nullable Instant start, @Nullable Instant end, List<MeetingPerson> people) {

    /** How many rows of the report became these people. */
    public int rows() {
        return people.stream().mapToInt(person -> person.lines().size()).sum();
    }
}
