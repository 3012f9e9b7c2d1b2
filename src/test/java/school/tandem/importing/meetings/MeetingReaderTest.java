package school.tandem.importing.meetings;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import school.tandem.importing.reading.Refused;

/** Reports as the three kinds of meetings write them. */
class MeetingReaderTest {

    private static final String ZOOM =
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n";

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void whoWasThereAndHowLong(ReportCases report) {
        MeetingReport read = ReportFile.read(report.text().getBytes(UTF_8));
        assertThat(read.held()).isEmpty();
        assertThat(read.format()).isEqualTo(report.format());
        assertThat(read.meetings()).hasSize(1);
        assertThat(ReportFile.people(read.meetings().getFirst())).isEqualTo(report.people());
        assertThat(read.rows()).isEqualTo(read.meetings().getFirst().rows());
        assertThat(read.rows() + read.about())
                .isEqualTo(report.text().lines().filter(line -> !line.isBlank()).count());
    }

    @ParameterizedTest
    @EnumSource
    void whateverItIsEncodedIn(ReportCases report) {
        String text = report.text().replace("\n", "\r\n");
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
            for (String mark : List.of("", "\uFEFF")) {
                MeetingReport read = ReportFile.read((mark + text).getBytes(charset));
                assertThat(read.held()).isEmpty();
                assertThat(ReportFile.people(read.meetings().getFirst()))
                        .as("%s, mark %s", charset, !mark.isEmpty())
                        .isEqualTo(report.people());
            }
        }
        if (Charset.forName("windows-1252").newEncoder().canEncode(text)) {
            MeetingReport read = ReportFile.read(text.getBytes(Charset.forName("windows-1252")));
            assertThat(ReportFile.people(read.meetings().getFirst())).isEqualTo(report.people());
        }
    }

    @Test
    void theSamples() {
        assertThat(sample("zoom_participants.csv"))
                .containsExactly(
                        "Ada Lovelace|ada@example.com|54",
                        "Grace|grace@example.com|60",
                        "Phone caller||10");
        assertThat(sample("meet_workspace.csv"))
                .containsExactly(
                        "Ada Lovelace|ada@example.com|58", "Grace Hopper|grace@example.com|62");
        assertThat(sample("teams_classic_utf16le_nobom.csv")).containsExactly("Jo Park||0+");
    }

    private static List<String> sample(String name) {
        MeetingReport report = ReportFile.read(ReportFile.sample(name));
        assertThat(report.held()).isEmpty();
        return ReportFile.people(report.meetings().getFirst());
    }

    @Test
    void severalMeetingsInAFile() {
        for (ReportCases one :
                List.of(
                        ReportCases.ZOOM_WITH_TOPIC,
                        ReportCases.TEAMS_SECTIONS,
                        ReportCases.TEAMS_SUMMARY,
                        ReportCases.TEAMS_CLASSIC,
                        ReportCases.MEET)) {
            MeetingReport read = ReportFile.read((one.text() + "\n" + one.text()).getBytes(UTF_8));
            assertThat(read.held()).as(one.name()).isEmpty();
            assertThat(read.meetings())
                    .as(one.name())
                    .hasSize(2)
                    .allSatisfy(meeting ->
                            assertThat(ReportFile.people(meeting)).isEqualTo(one.people()));
        }
    }

    @Test
    void aMeetingsTitleAndTimes() {
        Meeting meeting =
                ReportFile.read(ReportCases.TEAMS_SECTIONS.text().getBytes(UTF_8))
                        .meetings()
                        .getFirst();
        assertThat(meeting.title()).isEqualTo("Training");
        assertThat(meeting.start()).isEqualTo(Instant.parse("2026-10-06T22:00:00Z"));
        assertThat(meeting.end()).isEqualTo(Instant.parse("2026-10-06T23:00:00Z"));
    }

    @Test
    void meetingsInTheRowsOfOneTable() {
        MeetingReport read =
                read(
                        """
                        Topic,ID,Name (original name),Email,Join time,Leave time,Duration (minutes)
                        One,1,Ada,,2026-10-06 18:00,2026-10-06 18:30,30
                        Two,2,Ada,,2026-10-07 18:00,2026-10-07 18:10,10
                        """);
        assertThat(read.meetings()).extracting(Meeting::title).containsExactly("One", "Two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    58 min|58:00
                    1 hr 2 min|62:00
                    1 hr|60:00
                    1:00:00|60:00
                    0:58|58:00
                    58:12|58:12
                    1h 2m 3s|62:03
                    45m 3s|45:03
                    29|29:00
                    29,5|29:30
                    29.5|29:30
                    1 hora 2 minutos|62:00
                    1 hora y 2 minutos|62:00
                    1 Stunde, 2 Minuten|62:00
                    1 Std. 2 Min.|62:00
                    1 heure et 2 minutes|62:00
                    PT1H2M|62:00
                    < 1 min|1:00
                    0|0:00
                    -5|none
                    soon|none
                    1:61|none
                    99 hr|none
                    5 apples|none
                    """)
    void lengths(String written, String expected) {
        String read =
                new Durations("Duration")
                        .read(written)
                        .map(it -> "%d:%02d".formatted(it.toMinutes(), it.toSecondsPart()))
                        .orElse("none");
        assertThat(read).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Duration (seconds),90,90", "Dauer (Stunden),1.5,5400", "Duration,2,120"})
    void theHeaderSaysTheUnit(String header, String written, long seconds) {
        assertThat(new Durations(header).read(written).orElseThrow().toSeconds())
                .isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    10/06/2026 06:01:12 PM|2026-10-06T22:01:12Z
                    06/10/2026 18:01:12|2026-10-06T22:01:12Z
                    06.10.2026, 18:01|2026-10-06T22:01:00Z
                    6.10.26 18:01|2026-10-06T22:01:00Z
                    2026-10-06 18:01:12|2026-10-06T22:01:12Z
                    2026-10-06T18:01:12.345|2026-10-06T22:01:12Z
                    2026-10-06T22:01:12Z|2026-10-06T22:01:12Z
                    2026-10-06T18:01:12+02:00|2026-10-06T16:01:12Z
                    2026-10-06 18:01 (UTC-5)|2026-10-06T23:01:00Z
                    Oct 6, 2026 06:01 PM|2026-10-06T22:01:00Z
                    Tuesday, October 6, 2026 6:01 PM|2026-10-06T22:01:00Z
                    6 de octubre de 2026, 18:01|2026-10-06T22:01:00Z
                    6. Oktober 2026 um 18:01 Uhr|2026-10-06T22:01:00Z
                    6 octobre 2026 à 18h01|2026-10-06T22:01:00Z
                    06-out-2026 18:01|2026-10-06T22:01:00Z
                    18:02|2026-10-06T22:02:00Z
                    6:02 PM|2026-10-06T22:02:00Z
                    6:02 p. m.|2026-10-06T22:02:00Z
                    12:05 AM|2026-10-06T04:05:00Z
                    12:05 PM|2026-10-06T16:05:00Z
                    6 PM|2026-10-06T22:00:00Z
                    31/02/2026 10:00|none
                    25:00|none
                    2026-10-06|none
                    yesterday|none
                    18|none
                    """)
    void moments(String written, String expected) {
        DateOrder order = new DateOrder(ReportFile.SESSION);
        order.look(List.of(written));
        String read =
                new Moments(ReportFile.ZONE, ReportFile.SESSION, order)
                        .read(written)
                        .map(moment -> moment.at().toString())
                        .orElse("none");
        assertThat(read).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10/13/2026 18:00,true",
        "13/10/2026 18:00,false",
        "10/06/2026 18:00,true",
        "06/10/2026 18:00,false",
        "03/04/2026 6:00 PM,true",
        "03/04/2026 18:00,false"
    })
    void inWhichOrderDayAndMonthStand(String written, boolean monthFirst) {
        DateOrder order = new DateOrder(ReportFile.SESSION);
        order.look(List.of(written));
        assertThat(order.isMonthFirst()).isEqualTo(monthFirst);
    }

    @Test
    void whatCantBeReadIsHeldWithItsLineColumnAndReason() {
        MeetingReport read =
                read(
                        ZOOM
                                + """
                                Ada,a@example.com,10/06/2026 06:00 PM,10/06/2026 06:30 PM,30,No
                                Bo,,soon,10/06/2026 06:30 PM,30,No
                                Cy,,10/06/2026 06:30 PM,10/06/2026 06:00 PM,30,No
                                ,,10/06/2026 06:00 PM,10/06/2026 06:30 PM,30,No
                                Di,,,,a while,No
                                Ed
                                Fay,,10/06/2026 06:00 PM,10/06/2026 06:30 PM,30,No,,more
                                "Gus,,10/06/2026 06:00 PM,10/06/2026 06:30 PM,30,No
                                Hal,,10/06/2026 06:00 PM,10/09/2026 06:30 PM,30,No
                                """);
        assertThat(ReportFile.held(read))
                .containsExactly(
                        "3 Join Time NOT_A_TIME",
                        "4 Leave Time DATES_REVERSED",
                        "5 Name (Original Name) NO_IDENTITY",
                        "6 Duration (Minutes) NOT_A_DURATION",
                        "7 Join Time BLANK",
                        "8  TOO_MANY_CELLS",
                        "9  BROKEN_QUOTES",
                        "10 Leave Time NOT_A_TIME");
        assertThat(read.rows()).isEqualTo(9);
        assertThat(read.meetings().getFirst().rows()).isEqualTo(1);
    }

    @Test
    void leavingWithoutHavingJoinedIsHeldAndSoIsAnUnknownAction() {
        MeetingReport read =
                read(
                        """
                        Full Name\tUser Action\tTimestamp
                        Ada\tLeft\t2026-10-06 18:00:00
                        Bo\tDanced\t2026-10-06 18:00:00
                        Cy\tJoined\t2026-10-06 18:00:00
                        """);
        assertThat(ReportFile.held(read))
                .containsExactly("2 User Action LEFT_UNJOINED", "3 User Action UNKNOWN_WORD");
        assertThat(read.rows()).isEqualTo(3);
    }

    @Test
    void rowsWhoseHeadersAreLostAreHeld() {
        String text = ReportCases.TEAMS_SECTIONS.text();
        String lost = text.replace("Name\tFirst Join\tLast Leave", "Nme\tFrst\tLst");
        MeetingReport read = read(lost);
        assertThat(ReportFile.held(read))
                .containsExactly("10  NO_HEADER", "11  NO_HEADER", "12  NO_HEADER");
        assertThat(ReportFile.people(read.meetings().getFirst()))
                .containsExactly("Ada|ada@example.com|40");
    }

    @Test
    void namesWrittenTheSameAreOnePersonWithTheirEmail() {
        MeetingReport read =
                read(
                        ZOOM
                                + """
                                ada lovelace,,10/06/2026 06:30 PM,10/06/2026 07:00 PM,30,Yes
                                Ada Lovelace,a@example.com,10/06/2026 06:00 PM,10/06/2026 06:40 PM,40,No
                                """);
        assertThat(ReportFile.people(read.meetings().getFirst()))
                .containsExactly("Ada Lovelace|a@example.com|60");
        assertThat(read.meetings().getFirst().people().getFirst().lines()).containsExactly(2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "Given name,Family name,Email,Role\nAda,Lovelace,a@example.com,teacher\n",
                "sourcedId,status,dateLastModified,givenName\n1,active,,Ada\n",
                "Course,Duration,Required\nQuizzes,60,yes\n",
                "Name,Join date\nAda,2026-10-06\n",
                "%PDF-1.7\n%âãÏÓ\n",
                "<html><body>Sign in</body></html>"
            })
    void whatIsNoReportIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("importing.refused.noMeeting");
    }

    @Test
    void moreRowsThanAnyMeetingHasAreRefused() {
        String text = ZOOM + "Ada,,10/06/2026 06:00 PM,10/06/2026 06:30 PM,30,No\n".repeat(100_001);
        assertThatThrownBy(() -> read(text)).hasMessageContaining("meetingTooLong");
    }

    @Test
    void aWorkbookWithMomentsTimesAndLengths() throws IOException {
        Path file = folder.resolve("report.xlsx");
        try (var out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Attendance");
            List<String> headers =
                    List.of(
                            "First name",
                            "Last name",
                            "Email",
                            "Duration",
                            "Time joined",
                            "Time exited");
            for (int i = 0; i < headers.size(); i++) {
                sheet.value(0, i, headers.get(i));
            }
            sheet.value(1, 0, "Ada");
            sheet.value(1, 1, "Lovelace");
            sheet.value(1, 3, 58 / 1440.);
            sheet.style(1, 3).format("[h]:mm:ss").set();
            sheet.value(1, 4, LocalDateTime.of(2026, 10, 6, 18, 2));
            sheet.style(1, 4).format("yyyy-MM-dd HH:mm:ss").set();
            sheet.value(1, 5, 19 / 24.);
            sheet.style(1, 5).format("hh:mm").set();
        }
        MeetingReport read =
                MeetingReader.read(file, "report.xlsx", ReportFile.ZONE, ReportFile.SESSION);
        assertThat(read.held()).isEmpty();
        assertThat(ReportFile.people(read.meetings().getFirst()))
                .containsExactly("Ada Lovelace||58");
    }

    private static MeetingReport read(String text) {
        return ReportFile.read(text.getBytes(UTF_8));
    }
}
