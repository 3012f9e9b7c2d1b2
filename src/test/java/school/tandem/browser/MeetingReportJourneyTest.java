package school.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static school.tandem.browser.FirstRun.button;
import static school.tandemdb.training.Tables.ATTENDANCE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import school.tandem.Server;
import school.tandem.browser.Chromium.Look;
import school.tandem.roster.People;
import school.tandem.roster.StaffFields;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Access;
import school.tandem.training.CourseId;
import school.tandem.training.SessionFields;
import school.tandem.training.SessionId;
import school.tandem.training.Sessions;

/**
 * Who was in a meeting becomes who was at a session, and a later report replaces an earlier one.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MeetingReportJourneyTest {

    private static final Path REPORTS = Path.of("src/test/resources/meetings");

    /** Two meetings in one file, as Zoom writes all of a day. */
    private static final String TWO =
            """
            Topic,ID,Name (original name),Email,Join time,Leave time,Duration (minutes)
            Staff meeting,1,Ada Lovelace,ada@example.com,2026-10-06 08:00,2026-10-06 08:30,30
            Training,2,Ada Lovelace,ada@example.com,2026-10-06 18:00,2026-10-06 18:10,10
            Training,2,Grace Hopper,,2026-10-06 18:00,2026-10-06 19:00,60
            """;

    private static Server server;
    private static Chromium chromium;
    private static RunningRoom room;
    private static SessionId evening;
    private static Page desk;

    @BeforeAll
    static void aTrainingOfAnEveningWithTwoPeopleOfTheReports() {
        server = Server.start();
        chromium = new Chromium();
        desk = FirstRun.ofOperator(chromium, server, Look.DESK);
        FirstRun.exploreSample(desk);
        room = RunningRoom.of(server, 1);
        evening =
                server.bean(Access.class)
                        .asInstallation(() -> {
                            add("Ada", "Lovelace", "ada@example.com");
                            add("Grace", "Hopper", "hopper@school.example");
                            Sessions sessions = server.bean(Sessions.class);
                            CourseId course = sessions.find(room.school(), room.session()).course();
                            return sessions.plan(
                                    room.school(),
                                    SessionFields.of(
                                            course,
                                            LocalDate.of(2026, 10, 6),
                                            LocalTime.of(18, 0),
                                            60,
                                            "Online",
                                            ""));
                        });
    }

    @AfterAll
    static void stop() {
        assertThat(chromium.complaints()).isEmpty();
        chromium.close();
        server.close();
    }

    @Test
    @Order(1)
    void aReportIsReviewedBeforeAnybodyIsMarked() {
        open();
        upload(desk, REPORTS.resolve("zoom_participants.csv"));
        assertThat(desk.locator("h1"))
                .containsText("3 people, 1 matched, 1 to look at, one guest.");
        assertThat(stored()).isEmpty();
        desk.getByLabel("Who is “Grace”?").selectOption("Grace Hopper");
        assertThat(desk.locator("h1")).containsText("2 matched, 0 to look at");
        for (Look look : List.of(Look.DARK, Look.PHONE, Look.SMALLEST)) {
            Page page = chromium.page(look, desk);
            page.navigate(address());
            upload(page, REPORTS.resolve("zoom_participants.csv"));
            page.locator("table").first().waitFor();
            Pictures.take(page, "imports-meeting-review-" + look.name().toLowerCase(Locale.ROOT));
            RunningRoom.assertUsable(page);
            page.context().close();
        }
        Pictures.take(desk, "imports-meeting-review");
        RunningRoom.assertUsable(desk);
    }

    @Test
    @Order(2)
    void confirmingMarksThemAndCanBeTakenBack() {
        button(desk, "Mark 2 people").click();
        assertThat(desk.locator(".notice")).containsText("2 people are marked.");
        assertThat(stored()).containsExactly("Hopper present report", "Lovelace present report");
        button(desk, "Undo").click();
        assertThat(desk.locator(".notice")).containsText("2 people are as before.");
        assertThat(stored()).isEmpty();
        upload(desk, REPORTS.resolve("zoom_participants.csv"));
        desk.getByLabel("Who is “Grace”?").selectOption("Grace Hopper");
        button(desk, "Mark 2 people").click();
        assertThat(desk.locator(".notice")).containsText("2 people are marked.");
    }

    @Test
    @Order(3)
    void ofSeveralMeetingsInAFileTheOneOfTheSessionIsChosenAndReplacesTheEarlierReport() {
        desk.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "two.csv", "text/csv", TWO.getBytes(StandardCharsets.UTF_8)));
        Locator chooser = desk.getByLabel("Which meeting of the file");
        assertThat(chooser.locator("option:checked")).containsText("Training");
        Pictures.take(desk, "imports-meeting-several");
        chooser.selectOption(chooser.locator("option").first().textContent());
        assertThat(desk.locator(".problem")).containsText("Check that it is the right report");
        Pictures.take(desk, "imports-meeting-other-time");
        RunningRoom.assertUsable(desk);
        chooser.selectOption(chooser.locator("option").last().textContent());
        assertThat(desk.locator(".problem")).hasCount(0);
        button(desk, "Mark 2 people").click();
        assertThat(desk.locator("h1")).containsText("Who was at");
        assertThat(stored()).containsExactly("Hopper present report", "Lovelace partial report");
    }

    private static void open() {
        desk.navigate(address());
    }

    private static String address() {
        return "%s/imports/meeting?school=%s&session=%s"
                .formatted(server.url(), room.school().school(), evening);
    }

    private static void upload(Page page, Path file) {
        page.locator("input[type=file]").setInputFiles(file);
    }

    private static void add(String given, String family, String email) {
        server.bean(People.class)
                .add(room.school(), new StaffFields(given, family, email, StaffRole.TEACHER, null));
    }

    /** Who is marked, with the state and how it is known; by name. */
    private static List<String> stored() {
        return server.database()
                .asOwner()
                .select(
                        school.tandemdb.roster.Tables.PERSON.FAMILY_NAME,
                        ATTENDANCE.STATE,
                        ATTENDANCE.VIA)
                .from(ATTENDANCE)
                .join(school.tandemdb.roster.Tables.PERSON)
                .on(school.tandemdb.roster.Tables.PERSON.ID.eq(ATTENDANCE.PERSON_ID))
                .where(ATTENDANCE.SESSION_ID.eq(evening))
                .orderBy(school.tandemdb.roster.Tables.PERSON.FAMILY_NAME)
                .fetch(row -> row.value1() + " " + row.value2() + " " + row.value3());
    }
}
