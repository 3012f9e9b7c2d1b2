package school.tandem.importing.platforms;

import static school.tandem.importing.platforms.ClassroomNames.text;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.HandIn;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.roster.intake.Reason;
import tools.jackson.databind.JsonNode;

/**
 * What became of a submission of Google Classroom, from its history: what a student turned in once
 * was handed in, even if they took it back or a teacher returned it since; what a teacher returned
 * without it was not. Where there is no history the state says what it can, and never the day: the
 * last update may be anybody's.
 *
 * @param handedInOn the local date on which it was first turned in; null: never, or not said
 * @param openedOn the local date on which its student opened the work first, where it was not
 *     handed in that day; null: not said
 * @param late true: it was turned in once, and late; null: not said, since that is said of the last
 *     time, and only where it was late
 */
record ClassroomHistory(
        HandIn what,
        @Nullable LocalDate handedInOn,
        @Nullable LocalDate openedOn,
        @Nullable Boolean late) {

    /**
     * Reads a submission.
     *
     * @throws Unreadable where neither history nor state can be read
     */
    static ClassroomHistory of(JsonNode submission, String userId, Moments moments) {
        boolean any = false;
        boolean turnedIn = false;
        int times = 0;
        LocalDate handedInOn = null;
        LocalDate openedOn = null;
        for (JsonNode entry : submission.path("submissionHistory")) {
            JsonNode change = entry.path("stateHistory");
            if (!change.isObject()) {
                continue;
            }
            any = true;
            String actor = text(change, "actorUserId");
            switch (text(change, "state")) {
                case "TURNED_IN", "STUDENT_EDITED_AFTER_TURN_IN" -> {
                    if (actor.isEmpty() || actor.equals(userId)) {
                        turnedIn = true;
                        times += text(change, "state").equals("TURNED_IN") ? 1 : 0;
                        handedInOn = earlier(handedInOn, day(change, moments));
                    }
                }
                case "CREATED" -> {
                    if (actor.equals(userId)) {
                        openedOn = earlier(openedOn, day(change, moments));
                    }
                }
                default -> {
                    // what teachers do, and what was taken back
                }
            }
        }
        HandIn what = turnedIn ? HandIn.HANDED_IN : byState(text(submission, "state"), any);
        boolean sameDay = openedOn != null && openedOn.equals(handedInOn);
        boolean late = times < 2 && submission.path("late").asBoolean(false);
        return new ClassroomHistory(
                what, handedInOn, sameDay ? null : openedOn, late ? true : null);
    }

    private static HandIn byState(String state, boolean history) {
        return switch (state) {
            case "TURNED_IN", "RECLAIMED_BY_STUDENT" -> HandIn.HANDED_IN;
            case "RETURNED" -> history ? HandIn.NOT_HANDED_IN : HandIn.UNKNOWN;
            case "NEW", "CREATED" -> HandIn.NOT_HANDED_IN;
            case "SUBMISSION_STATE_UNSPECIFIED" -> HandIn.UNKNOWN;
            default ->
                    throw new Unreadable(
                            "state", state, state.isEmpty() ? Reason.BLANK : Reason.UNKNOWN_WORD);
        };
    }

    private static @Nullable LocalDate day(JsonNode change, Moments moments) {
        String value = text(change, "stateTimestamp");
        return value.isEmpty() ? null : moments.day("stateTimestamp", value);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
