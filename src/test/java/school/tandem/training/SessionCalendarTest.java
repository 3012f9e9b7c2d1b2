package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationException;
import org.junit.jupiter.api.Test;
import school.tandem.security.DistrictId;

class SessionCalendarTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2026-10-05T14:00:00Z");

    @Test
    void anHourStaysTheSameOnTheWallOnBothSidesOfAChangeOfClocks() throws Exception {
        String text =
                text(
                        session(1, LocalDate.of(2026, 10, 30), false, 0),
                        session(2, LocalDate.of(2026, 11, 2), false, 0));
        assertThat(text)
                .contains("DTSTART:20261030T193000Z", "DTEND:20261030T203000Z")
                .contains("DTSTART:20261102T203000Z", "DTEND:20261102T213000Z");
        assertThat(events(text)).hasSize(2);
    }

    @Test
    void whatWasMovedOrCancelledIsTheSameEventWithAHigherSequence() throws Exception {
        String before = text(session(7, LocalDate.of(2026, 11, 2), false, 0));
        String after = text(session(7, LocalDate.of(2026, 11, 3), true, 2));
        assertThat(uid(before)).isEqualTo(uid(after)).isEqualTo("session-3-7@tandem");
        assertThat(before).contains("SEQUENCE:0").contains("STATUS:CONFIRMED");
        assertThat(after).contains("SEQUENCE:2").contains("STATUS:CANCELLED");
    }

    @Test
    void whatAPersonTypedBreaksNoLine() throws Exception {
        TrainingSession odd =
                new TrainingSession(
                        new SessionId(1),
                        new CourseId(1),
                        "Quizzes; part 2, again\nBEGIN:VEVENT",
                        NOW,
                        NEW_YORK,
                        60,
                        "Room \\ \"204\", " + "wide ".repeat(30),
                        "https://meet.example/a?b=c",
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
        String text = text(odd);
        assertThat(events(text)).hasSize(1);
        assertThat(events(text).getFirst().getSummary().getValue()).isEqualTo(odd.title());
        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes().length <= 75);
    }

    private static TrainingSession session(
            long id, LocalDate day, boolean cancelled, int revision) {
        return new TrainingSession(
                new SessionId(id),
                new CourseId(1),
                "Online quizzes",
                day.atTime(LocalTime.of(15, 30)).atZone(NEW_YORK).toInstant(),
                NEW_YORK,
                60,
                "Room 204",
                "",
                "Ines",
                null,
                1,
                0,
                0,
                0,
                0,
                null,
                cancelled,
                revision);
    }

    private static String text(TrainingSession... sessions) throws ValidationException {
        return SessionCalendar.of("Lincoln", new DistrictId(3), List.of(sessions), NOW);
    }

    private static List<VEvent> events(String text) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().hasErrors()).isFalse();
        return calendar.getComponents("VEVENT");
    }

    private static String uid(String text) throws Exception {
        return events(text).getFirst().getUid().orElseThrow().getValue();
    }
}
