package school.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static school.tandem.browser.FirstRun.button;
import static school.tandem.browser.RunningRoom.assertUsable;
import static school.tandemdb.training.Tables.ATTENDANCE;
import static school.tandemdb.training.Tables.COMPLETION;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import school.tandem.Server;
import school.tandem.browser.Chromium.Look;
import school.tandem.browser.RunningRoom.Teacher;
import school.tandem.roster.PersonId;
import school.tandem.security.Access;
import school.tandem.security.SchoolKey;
import school.tandem.training.Attendance;
import school.tandem.training.AttendanceState;
import school.tandem.training.AttendanceVia;
import school.tandem.training.SessionId;
import school.tandem.training.WallCodes;

/** A session that fills: phones at the door, and the trainer's list of the room. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CheckInJourneyTest {

    private static Server server;
    private static Chromium chromium;
    private static Page trainer;
    private static Page phone;
    private static SchoolKey school;
    private static SessionId session;
    private static List<Teacher> staff;
    private static Teacher walkIn;

    @BeforeAll
    static void aSessionOfTheSampleSchoolBegins() {
        server = Server.start();
        chromium = new Chromium();
        trainer = FirstRun.ofOperator(chromium, server, Look.DESK);
        FirstRun.exploreSample(trainer);
        RunningRoom room = RunningRoom.of(server, 45);
        school = room.school();
        session = room.session();
        staff = room.staff();
        walkIn = room.walkIn();
        phone = chromium.page(Look.PHONE);
    }

    @AfterAll
    static void stop() {
        assertThat(chromium.complaints()).isEmpty();
        chromium.close();
        server.close();
    }

    @Test
    @Order(1)
    void aPhoneScansAndATrainerWhoSeesItsHolderConfirmsTheName() {
        trainer.navigate(server.url() + room("room"));
        assertThat(trainer.locator("h1")).containsText("Nobody of 45 is here yet.");
        phone.navigate(wall());
        Pictures.take(phone, "check-in-who");
        phone.getByLabel("School e-mail").fill(staff.getFirst().email());
        button(phone, "That is me").click();
        assertThat(phone.locator("h1")).hasText("Show yourself to the trainer");
        Instant asked = Instant.now();
        var confirm = button(trainer, "This is " + staff.getFirst().name());
        confirm.waitFor();
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(3));
        Pictures.take(trainer, "training-room-asked");
        confirm.click();
        assertThat(trainer.locator("h1")).containsText("One of 45 is here.");
        assertThat(phone.locator("h1")).hasText("You are checked in");
        Pictures.take(phone, "check-in-done");
        assertUsable(phone);
    }

    @Test
    @Order(2)
    void theSamePhoneUndoesAndChecksInAgainWithOneTap() {
        button(phone, "Undo").click();
        assertThat(phone.locator("h1")).not().hasText("You are checked in");
        assertThat(trainer.locator("h1")).containsText("Nobody of 45 is here yet.");
        phone.navigate(wall());
        assertThat(phone.locator("h1")).hasText("Are you here?");
        Pictures.take(phone, "check-in-confirm");
        assertUsable(phone);
        CDPSession network = slow3G(phone);
        button(phone, "Check in").click();
        assertThat(phone.locator("h1")).hasText("You are checked in");
        network.detach();
        Instant told = Instant.now();
        assertThat(trainer.locator("h1")).containsText("One of 45 is here.");
        assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    @Order(3)
    void aPhoneThatLosesItsNetworkSendsItsCheckInOnceItIsBack() {
        button(phone, "Undo").click();
        phone.navigate(wall());
        phone.context().setOffline(true);
        button(phone, "Check in").click();
        assertThat(phone.getByText("There is no network.")).isVisible();
        Pictures.take(phone, "check-in-kept");
        chromium.complaints();
        phone.context().setOffline(false);
        assertThat(phone.locator("h1")).hasText("You are checked in");
        assertThat(phone.locator("main")).containsText("this phone sent it later");
        assertThat(stored()).isEqualTo(1);
        chromium.complaints();
    }

    @Test
    @Order(4)
    void theWallShowsACodeThatCanBeReadFromAfar() {
        Page wall = chromium.page(Look.DARK, trainer);
        wall.navigate(server.url() + room("code"));
        assertThat(wall.locator("svg.qr")).isVisible();
        Pictures.take(wall, "training-code-dark");
        wall.setViewportSize(1920, 1080);
        Pictures.take(wall, "training-code-projector");
        assertUsable(wall);
        wall.navigate(server.url() + room("sheet"));
        Pictures.take(wall, "training-sheet");
        wall.context().close();
    }

    @Test
    @Order(5)
    void whatSomebodyOpenedAndTypedStaysWhileOthersCheckIn() {
        var open = mark(20);
        trainer.locator("#typing").fill("Half a na");
        open.focus();
        trainer.keyboard().press("Alt+ArrowDown");
        trainer.evaluate("document.activeElement.dataset.mine = 'yes'");
        phoneOf(7);
        assertThat(trainer.locator("h1")).containsText("2 of 45 are here.");
        assertThat(open).isFocused();
        assertThat(open).hasAttribute("data-mine", "yes");
        assertThat(trainer.locator("#typing")).hasValue("Half a na");
        for (String heading : List.of("Enter names", "Who is here")) {
            assertThat(heading(heading)).hasCount(1);
        }
        assertThat(trainer.locator("h1")).hasCount(1);
        assertThat(mark(7).locator("option:checked")).hasText("Present");
        trainer.keyboard().press("Escape");
        unseen(7);
        assertThat(trainer.locator("h1")).containsText("One of 45 is here.");
        trainer.locator("#typing").fill("");
    }

    @Test
    @Order(6)
    void fortyNamesOfASheetAreEnteredInAMinuteByKeyboardAlone() {
        var field = trainer.locator("#typing");
        field.focus();
        Instant begin = Instant.now();
        for (Teacher one : staff.subList(1, 41)) {
            trainer.keyboard().type(one.name());
            trainer.keyboard().press("Enter");
        }
        assertThat(trainer.locator("h1")).containsText("41 of 45 are here.");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(60));
        assertThat(field).isFocused();
        Pictures.take(trainer, "training-room-filled");
    }

    @Test
    @Order(7)
    void theRestIsMarkedButForThoseWhoAreMissingAndTheSessionIsClosed() {
        button(trainer, "All present but …").click();
        trainer.getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName(staff.get(44).name()))
                .check();
        button(trainer, "Mark them").click();
        assertThat(trainer.locator("h1")).containsText("44 of 45 are here.");
        button(trainer, "Undo").click();
        assertThat(trainer.locator("h1")).containsText("41 of 45 are here.");
        mark(40).selectOption("Late");
        mark(41).selectOption("A part of it");
        mark(42).selectOption("Excused");
        assertThat(trainer.locator(".notice")).containsText(staff.get(42).name() + ": Excused");
        for (var state : Map.of(40, "Late", 41, "A part of it", 42, "Excused").entrySet()) {
            assertThat(mark(state.getKey()).locator("option:checked")).hasText(state.getValue());
            assertThat(trainer.locator("tr", rowOf(staff.get(state.getKey()))))
                    .containsText("Ticked");
        }
        assertThat(trainer.locator("h1")).containsText("42 of 45 are here.");
        trainer.locator("#typing").fill(walkIn.name());
        trainer.locator("#typing").press("Enter");
        assertThat(trainer.locator("h1")).containsText("43 of 46 are here.");
        assertThat(trainer.locator("tr", rowOf(walkIn))).containsText("came without a seat");
        Pictures.take(trainer, "training-room-mixed");
        button(trainer, "Close the session").click();
        assertThat(trainer.locator(".headline")).containsText("completed the course by it");
        assertThat(trainer.locator("tr", rowOf(staff.get(44)))).containsText("Missing");
        assertThat(completed())
                .contains(staff.get(40).id(), walkIn.id())
                .doesNotContain(staff.get(41).id(), staff.get(42).id(), staff.get(44).id())
                .hasSize(42);
        Pictures.take(trainer, "training-room-closed");
        phone.navigate(wallAddress);
        assertThat(phone.locator("h1")).hasText("You are checked in");
        button(trainer, "Open it again").click();
        assertThat(button(trainer, "Close the session")).isVisible();
        assertThat(completed()).isEmpty();
    }

    private static Locator mark(int number) {
        return trainer.getByLabel("State of " + staff.get(number).name());
    }

    private static Locator heading(String name) {
        return trainer.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.LocatorOptions rowOf(Teacher one) {
        return new Page.LocatorOptions().setHasText(one.name());
    }

    /** Somebody comes in while the trainer looks elsewhere. */
    private static void phoneOf(int number) {
        marked(number, AttendanceState.PRESENT);
    }

    private static void unseen(int number) {
        marked(number, null);
    }

    private static void marked(int number, AttendanceState state) {
        server.bean(Access.class)
                .asInstallation(() -> {
                    server.bean(Attendance.class)
                            .mark(
                                    school,
                                    session,
                                    List.of(staff.get(number).id()),
                                    state,
                                    AttendanceVia.LIST);
                    return number;
                });
    }

    /** Whom this session gave the course. */
    private static List<PersonId> completed() {
        return server.database()
                .asOwner()
                .select(COMPLETION.PERSON_ID)
                .from(COMPLETION)
                .where(COMPLETION.SESSION_ID.eq(session))
                .fetch(COMPLETION.PERSON_ID);
    }

    private static CDPSession slow3G(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        JsonObject slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 2000);
        slow.addProperty("downloadThroughput", 50_000);
        slow.addProperty("uploadThroughput", 50_000);
        session.send("Network.emulateNetworkConditions", slow);
        return session;
    }

    private static String wallAddress = "";

    private static String wall() {
        wallAddress =
                server.url()
                        + server.bean(Access.class)
                                .asInstallation(
                                        () -> server.bean(WallCodes.class).now(school, session))
                                .path();
        return wallAddress;
    }

    private static String room(String page) {
        return "/training/%s?school=%s&session=%s".formatted(page, school.school(), session);
    }

    private static int stored() {
        return server.database()
                .asOwner()
                .fetchCount(
                        DSL.selectOne().from(ATTENDANCE).where(ATTENDANCE.SESSION_ID.eq(session)));
    }
}
