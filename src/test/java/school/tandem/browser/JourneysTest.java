package school.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static school.tandem.browser.FirstRun.button;
import static school.tandem.browser.FirstRun.link;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import school.tandem.Server;
import school.tandem.browser.Chromium.Look;

/** The whole way through the house, click by click, as a first user and those invited go it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneysTest {

    private static final Path OULAD = Path.of("src/test/resources/import/oulad-aaa-oneroster.zip");

    private static Server server;
    private static Chromium chromium;
    private static Page operator;

    @BeforeAll
    static void start() {
        server = Server.start();
        chromium = new Chromium();
        operator = FirstRun.ofOperator(chromium, server, Look.DESK);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @AfterEach
    void noBrowserComplained() {
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void ownDataReachTheDashboardInThreeClicks() {
        link(operator, "Bring in a file").click();
        // The system's file chooser is the second click.
        operator.setInputFiles("input[type=file]", OULAD);
        assertThat(heading(operator)).containsText("This would add 4,593");
        button(operator, "Import").click();
        operator.waitForSelector("#pillars");
        assertThat(heading(operator)).containsText("We cannot say yet");
        assertThat(heading(operator)).containsText("What would tell most:");
    }

    @Test
    @Order(2)
    void theSampleSchoolShowsALevel() {
        operator.navigate(server.url() + "/welcome");
        FirstRun.exploreSample(operator);
        assertThat(heading(operator)).containsText("of 100");
        assertThat(operator.locator("tandem-trend svg")).isVisible();
    }

    @Test
    @Order(3)
    void aTickedItemIsOnTheNextDashboard() {
        String before = figure("Move-online checklist");
        link(operator, "Rollout").click();
        operator.getByLabel("State of “Publish the timetable for the days at home”")
                .selectOption("Done");
        assertThat(operator.getByRole(AriaRole.STATUS).first()).containsText("is done");
        link(operator, "Readiness").click();
        operator.waitForSelector("#pillars");
        assertThat(Integer.parseInt(figure("Move-online checklist")))
                .isGreaterThan(Integer.parseInt(before));
    }

    @Test
    @Order(4)
    void aTeacherLogsTrainingOnAPhoneAndSeesOwnStudentsOnly() {
        String course = "Teaching by video";
        Page phone = chromium.page(Look.PHONE);
        phone.navigate(invitationOfOneWhoMisses(course));
        phone.getByLabel("Choose a password").fill("a teacher's own sentence");
        button(phone, "Start").click();
        phone.waitForSelector("h1");
        phone.navigate(server.url() + "/training/mine");
        phone.locator(".own-courses > li")
                .filter(new Locator.FilterOptions().setHasText(course))
                .getByRole(
                        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("I completed it"))
                .click();
        phone.locator("vaadin-dialog button.primary").click();
        assertThat(phone.getByRole(AriaRole.STATUS).first())
                .containsText("“" + course + "” is noted and waits for confirmation.");
        phone.navigate(server.url() + "/adoption/people?measure=handed_in&answer=yes");
        int own = firstNumber(heading(phone).innerText());
        phone.waitForURL("**school=**");
        String sameForAll = phone.url();
        phone.context().close();
        operator.navigate(sameForAll);
        assertThat(own).isPositive().isLessThan(firstNumber(heading(operator).innerText()));

        String before = counted("Required courses completed");
        link(operator, "Training").click();
        link(operator, course).click();
        operator.getByText("Confirm all").click();
        assertThat(operator.getByRole(AriaRole.STATUS).first()).containsText("recorded");
        assertThat(counted("Required courses completed")).isNotEqualTo(before);
    }

    @Test
    @Order(5)
    void theSampleSchoolGoesInOneClick() {
        link(operator, "Settings").click();
        button(operator, "Remove the sample school").click();
        operator.waitForURL("**/welcome**");
        assertThat(button(operator, "Load the sample school")).isVisible();
    }

    private static String invitationOfOneWhoMisses(String course) {
        link(operator, "Training").click();
        link(operator, course).click();
        String name = operator.locator(".many vaadin-checkbox label").first().innerText();
        String person = name.replaceFirst(" ·.*| \\(.*", "").strip();
        link(operator, "People & classes").click();
        operator.getByLabel("Find by name or e-mail").fill(person);
        operator.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invite " + person))
                .click();
        button(operator, "Make the invitation").click();
        String invitation = operator.getByLabel("Link of the invitation").inputValue();
        operator.locator("vaadin-dialog button.primary").click();
        return invitation;
    }

    private static int firstNumber(String sentence) {
        return Integer.parseInt(sentence.replaceFirst("\\D*(\\d+).*", "$1"));
    }

    private static Locator heading(Page page) {
        return page.locator("h1");
    }

    private static String figure(String pillar) {
        return operator.locator("#pillars > li")
                .filter(new Locator.FilterOptions().setHasText(pillar))
                .locator(".figure b")
                .innerText();
    }

    /** How many said yes, no, and unknown, as the dashboard tells of an indicator. */
    private static String counted(String indicator) {
        link(operator, "Readiness").click();
        operator.waitForSelector("#pillars");
        operator.getByText("How this is counted").click();
        return operator.locator(".indicators > li")
                .filter(new Locator.FilterOptions().setHasText(indicator))
                .locator(".gap")
                .innerText();
    }
}
