package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody's presence in a meeting means for a session from 18:00 to 19:00. */
class MeetingRuleTest {

    private static final Instant START = Instant.parse("2026-10-06T18:00:00Z");

    /** Stays as minutes and seconds after the start. */
    @ParameterizedTest
    @CsvSource({
        "0:00-60:00,75,PRESENT,60",
        "0:00-45:00,75,PRESENT,45",
        "0:00-44:29,75,PARTIAL,44",
        "0:00-44:30,75,PRESENT,45",
        "10:00-60:00,75,PRESENT,50",
        "10:01-60:00,75,LATE,50",
        "15:00-60:00,75,LATE,45",
        "16:00-60:00,75,PARTIAL,44",
        "0:00-30:00 30:00-60:00,75,PRESENT,60",
        "0:00-30:00 20:00-50:00,75,PRESENT,50",
        "0:00-50:00 5:00-10:00,75,PRESENT,50",
        "0:00-20:00 40:00-60:00,75,PARTIAL,40",
        "0:00-20:00 40:00-60:00,66,PRESENT,40",
        "0:00-20:00 40:00-60:00,67,PARTIAL,40",
        "-30:00-20:00,75,PARTIAL,20",
        "-5:00-90:00,100,PRESENT,60",
        "0:00-59:00,100,PARTIAL,59",
        "0:00-1:00,1,PRESENT,1",
        "20:00-open,60,LATE,40"
    })
    void whatCounts(String stays, int share, AttendanceState state, int minutes) {
        Presence presence =
                new Presence(
                        Stream.of(stays.split(" ", -1)).map(MeetingRuleTest::stay).toList(),
                        List.of());
        MeetingRule rule =
                MeetingRule.of(session(), share, List.of(presence), START, START.plusSeconds(60));
        assertThat(rule.of(presence)).isEqualTo(new MeetingVerdict(state, minutes));
    }

    @Test
    void aLengthWithoutTimesIsTakenAsItIs() {
        Presence presence = sum(50, null, null);
        MeetingRule rule = MeetingRule.of(session(), 75, List.of(presence), null, null);
        assertThat(rule.of(presence)).isEqualTo(new MeetingVerdict(AttendanceState.PRESENT, 50));
    }

    @Test
    void aSumCountsWithinTheTimesThatTheMeetingSaid() {
        Presence presence = sum(62, START.minusSeconds(120), START.plusSeconds(3600));
        MeetingRule rule = MeetingRule.of(session(), 75, List.of(presence), null, null);
        assertThat(rule.of(presence).minutes()).isEqualTo(60);
    }

    @Test
    void oneSumFromTwoDevicesIsNoLongerThanTheTimeBetween() {
        Presence presence =
                sum(50, START, START.plusSeconds(3600))
                        .and(sum(40, START, START.plusSeconds(3600)));
        assertThat(presence.length(START)).isEqualTo(Duration.ofMinutes(60));
        assertThat(sum(50, null, null).and(sum(40, null, null)).length(START))
                .isEqualTo(Duration.ofMinutes(50));
    }

    @Test
    void aMeetingAtAnotherHourIsJudgedByItsOwnStart() {
        Instant other = START.minus(Duration.ofHours(5));
        Presence whole = new Presence(List.of(new Stay(other, other.plusSeconds(3600))), List.of());
        Presence late =
                new Presence(
                        List.of(new Stay(other.plusSeconds(660), other.plusSeconds(3600))),
                        List.of());
        MeetingRule rule =
                MeetingRule.of(session(), 75, List.of(whole, late), other, other.plusSeconds(3600));
        assertThat(rule.of(whole)).isEqualTo(new MeetingVerdict(AttendanceState.PRESENT, 60));
        assertThat(rule.of(late)).isEqualTo(new MeetingVerdict(AttendanceState.LATE, 49));
    }

    private static Presence sum(
            int minutes,
            @org.jspecify.annotations.Nullable Instant from,
            @org.jspecify.annotations.Nullable Instant until) {
        return new Presence(
                List.of(), List.of(new Presence.Sum(Duration.ofMinutes(minutes), from, until)));
    }

    private static Stay stay(String written) {
        int dash = written.indexOf('-', 1);
        String until = written.substring(dash + 1);
        return new Stay(
                moment(written.substring(0, dash)), until.equals("open") ? null : moment(until));
    }

    private static Instant moment(String written) {
        String[] parts = written.replace("-", "").split(":", -1);
        Duration length =
                Duration.ofMinutes(Long.parseLong(parts[0])).plusSeconds(Long.parseLong(parts[1]));
        return written.startsWith("-") ? START.minus(length) : START.plus(length);
    }

    private static TrainingSession session() {
        return new TrainingSession(
                new SessionId(1),
                new CourseId(1),
                "Quizzes",
                START,
                ZoneOffset.UTC,
                60,
                "",
                "",
                "",
                null,
                1,
                0,
                0,
                0,
                0,
                null,
                false,
                0);
    }
}
