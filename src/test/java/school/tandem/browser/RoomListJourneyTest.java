package school.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.tandem.browser.FirstRun.button;
import static school.tandemdb.training.Tables.ATTENDANCE;
import static school.tandemdb.training.Tables.TICK;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import school.tandem.Server;
import school.tandem.browser.Chromium.Look;
import school.tandem.security.Access;
import school.tandem.security.Accounts;
import school.tandem.security.Role;
import school.tandem.training.Attendance;

/** A trainer's list of a room on a phone that has no network for a while. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoomListJourneyTest {

    private static final String PASSWORD = "a long enough one";

    private static Server server;
    private static Wire wire;
    private static Chromium chromium;
    private static RunningRoom room;
    private static Page desk;
    private static Page phone;

    @BeforeAll
    static void aTrainerOpensTheListFromTheRoom() {
        server = Server.start();
        wire = new Wire(server);
        chromium = new Chromium();
        desk = FirstRun.ofOperator(chromium, server, Look.DESK);
        FirstRun.exploreSample(desk);
        room = RunningRoom.of(server, 12);
        desk.navigate(server.url() + room.address("room"));
        phone = chromium.page(Look.PHONE, desk);
    }

    @AfterAll
    static void stop() {
        assertThat(chromium.complaints()).isEmpty();
        chromium.close();
        wire.close();
        server.close();
    }

    @Test
    @Order(1)
    void theListIsLinkedAndThePhoneSaysThatItWorksWithoutNetwork() {
        Locator link = FirstRun.link(desk, "List for places without network");
        phone.navigate(wire.url() + "/" + link.getAttribute("href"));
        assertThat(phone.locator("h1")).hasText("Who is here?");
        assertThat(phone.getByText("This list works without network now")).isVisible();
        assertThat(counted()).containsText("0 / 12");
        Pictures.take(phone, "room-list");
        RunningRoom.assertUsable(phone);
        assertThat(bytes()).isLessThan(30_000);
    }

    @Test
    @Order(2)
    void ticksMadeWithoutNetworkArriveOnceWhenItIsBack() {
        wire.cut();
        phone.reload();
        for (int i = 0; i < 5; i++) {
            box(i).check();
        }
        box(5).check();
        box(5).uncheck();
        assertThat(said()).containsText("Waiting to be sent: 6.");
        phone.reload();
        assertThat(counted()).containsText("5 / 12");
        assertThat(box(0)).isChecked();
        assertThat(said()).containsText("Waiting to be sent: 6.");
        Pictures.take(phone, "room-list-offline");
        assertThat(present()).isZero();
        chromium.complaints();
        mend();
        assertThat(said()).containsText("All is sent.");
        assertThat(present()).isEqualTo(5);
        assertThat(server.database().asOwner().fetchCount(TICK)).isEqualTo(6);
        assertThat(desk.locator("h1")).containsText("5 of 12 are here.");
        chromium.complaints();
    }

    @Test
    @Order(3)
    void anAnswerThatGetsLostDoesNoHarm() {
        phone.route(
                "**/training/list/ticks**",
                route -> {
                    route.fetch();
                    route.abort();
                });
        box(6).check();
        assertThat(desk.locator("h1")).containsText("6 of 12 are here.");
        assertThat(said()).containsText("Waiting to be sent: 1.");
        phone.unroute("**/training/list/ticks**");
        chromium.complaints();
        assertThat(said()).containsText("All is sent.");
        assertThat(present()).isEqualTo(6);
        chromium.complaints();
    }

    @Test
    @Order(4)
    void whoeverElseComesIsTypedAndWhoIsNotKnownIsSaid() {
        type(room.walkIn().name());
        assertThat(desk.locator("h1")).containsText("7 of 13 are here.");
        assertThat(phone.getByLabel(room.walkIn().name())).isChecked();
        type("Zzyzx");
        assertThat(phone.locator("[data-typed]")).containsText("No single name on the staff");
        Pictures.take(phone, "room-list-unknown");
        button(phone, "Forget: Zzyzx").click();
        assertThat(phone.locator("[data-typed]")).isEmpty();
        box(0).uncheck();
        assertThat(desk.locator("h1")).containsText("6 of 13 are here.");
    }

    @Test
    @Order(5)
    void aPhoneThatRunsNoScriptsSendsTheListAsAForm() {
        Page plain = chromium.pageWithoutScripts(Look.DARK, desk);
        plain.navigate(phone.url());
        plain.getByLabel(room.staff().get(8).name()).check();
        plain.getByLabel(room.staff().get(1).name()).uncheck();
        plain.getByLabel(room.staff().get(9).name()).check();
        plain.getByLabel("Somebody else").fill("Zzyzx");
        button(plain, "Save").click();
        assertThat(plain.locator("#name-bad")).containsText("No single name on the staff");
        assertThat(plain.getByLabel("Somebody else")).hasValue("Zzyzx");
        chromium.complaints();
        plain.getByLabel("Somebody else").fill("");
        button(plain, "Save").click();
        assertThat(plain.locator("#name-bad")).hasCount(0);
        assertThat(plain.getByLabel(room.staff().get(8).name())).isChecked();
        assertThat(plain.getByLabel(room.staff().get(1).name())).not().isChecked();
        assertThat(desk.locator("h1")).containsText("7 of 13 are here.");
        Page smallest = chromium.page(Look.SMALLEST, desk);
        smallest.navigate(phone.url());
        RunningRoom.assertUsable(smallest);
        phone.reload();
    }

    @Test
    @Order(6)
    void aClosedSessionRefusesThemKeepsThemAndForgetsTheNames() {
        wire.cut();
        box(7).check();
        close(true);
        mend();
        assertThat(said()).containsText("Waiting to be sent: 1. This session is closed");
        chromium.complaints();
        phone.reload();
        assertThat(phone.locator("main")).containsText("The session is closed.");
        assertThat(phone.locator("main")).not().containsText(room.staff().get(7).name());
        assertThat(said()).containsText("Waiting to be sent: 1.");
        Pictures.take(phone, "room-list-closed");
        close(false);
        phone.reload();
        assertThat(said()).containsText("All is sent.");
        assertThat(box(7)).isChecked();
        chromium.complaints();
    }

    @Test
    @Order(7)
    void whoeverSignsInNextAndWhoeverSignedOutLeaveNoNames() {
        assertThat(phone.getByText("This list works without network now")).isVisible();
        String list = phone.url();
        // The trainer's session ends by itself; their list stays, until somebody else signs in.
        phone.context()
                .clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        phone.navigate(wire.url() + "/join/" + invited());
        phone.getByLabel("Choose a password").fill(PASSWORD);
        phone.locator("button[type=submit]").click();
        phone.waitForURL(url -> !url.contains("/join/"));
        assertNothingKept(list);
        phone.navigate(list);
        assertThat(phone.getByText("This list works without network now")).isVisible();
        phone.navigate(wire.url() + "/training");
        phone.locator(".person > summary").click();
        button(phone, "Sign out").click();
        phone.waitForURL("**/sign-in**");
        assertNothingKept(list);
    }

    private static void assertNothingKept(String list) {
        assertThat(phone.evaluate("caches.keys().then(keys => keys.length)")).isEqualTo(0);
        assertThat(phone.evaluate("localStorage.length")).isEqualTo(0);
        wire.cut();
        try (Page again = phone.context().newPage()) {
            assertThatThrownBy(() -> again.navigate(list)).isInstanceOf(PlaywrightException.class);
        }
        wire.mend();
        phone.navigate(wire.url() + "/sign-in");
        chromium.complaints();
    }

    /** As a phone notices it; without that it tries again by its clock. */
    private static void mend() {
        wire.mend();
        phone.evaluate("dispatchEvent(new Event('online'))");
    }

    private static String invited() {
        return server.bean(Access.class)
                .asInstallation(() ->
                        server.bean(Accounts.class)
                                .invite(
                                        room.school().district(),
                                        room.school().school(),
                                        Role.TRAINER,
                                        "Other Trainer",
                                        "other@school.example",
                                        null));
    }

    private static void close(boolean closed) {
        server.bean(Access.class)
                .asInstallation(() -> {
                    Attendance attendance = server.bean(Attendance.class);
                    if (closed) {
                        attendance.close(room.school(), room.session());
                    } else {
                        attendance.reopen(room.school(), room.session());
                    }
                    return closed;
                });
    }

    private static void type(String name) {
        phone.getByLabel("Somebody else").fill(name);
        phone.getByLabel("Somebody else").press("Enter");
    }

    private static Locator box(int number) {
        return phone.getByRole(
                AriaRole.CHECKBOX,
                new Page.GetByRoleOptions().setName(room.staff().get(number).name()));
    }

    private static Locator counted() {
        return phone.locator("[data-counted]");
    }

    private static Locator said() {
        return phone.locator("[data-said]");
    }

    private static int present() {
        return server.database()
                .asOwner()
                .fetchCount(
                        ATTENDANCE,
                        ATTENDANCE.SESSION_ID.eq(room.session()),
                        ATTENDANCE.STATE.eq("present"));
    }

    /** Of the page and of all that it needs, not compressed. */
    private static int bytes() {
        int bytes = 0;
        for (String file : List.of(phone.url(), "/plain.css", "/room-list.js")) {
            String address = file.startsWith("/") ? server.url() + file : file;
            bytes += phone.request().get(address).body().length;
        }
        return bytes;
    }
}
