package school.tandem.training;

import java.util.List;

/**
 * Somebody who was in a meeting, as its report has them.
 *
 * @param name as it is written there
 * @param email in lower case; empty: not said
 * @param lines the lines of the report that say so
 */
public record MeetingPerson(String name, String email, Presence presence, List<Long> lines) {

    public MeetingPerson {
        lines = List.copyOf(lines);
    }
}
