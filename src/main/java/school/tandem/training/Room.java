package school.tandem.training;

import java.util.List;

/**
 * A room at one moment.
 *
 * @param people who has booked or was seen there, by name
 * @param phones that wait for their holder's name to be confirmed
 */
public record Room(TrainingSession session, List<Attendee> people, List<PhoneRequest> phones) {

    /** How many are there, late ones and those who stayed too short among them. */
    public int here() {
        return (int)
                people.stream()
                        .map(Attendee::state)
                        .filter(state -> state != null)
                        .filter(state -> state.counts() || state == AttendanceState.PARTIAL)
                        .count();
    }

    /** How many have a seat or came. */
    public int expected() {
        return people.size();
    }
}
