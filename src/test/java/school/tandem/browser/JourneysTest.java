package school.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static school.tandem.browser.FirstRun.button;
import static school.tandem.browser.FirstRun.link;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
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
        submitAPhotoOfWhatWasLearnedElsewhere(phone);
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
        approveWhatWasLearnedElsewhere();
    }

    @Test
    @Order(5)
    void namesThatAreTakenAsAFileAreReadAnewAndRecorded() throws IOException {
        link(operator, "Adoption").click();
        link(operator, "Classes").click();
        link(operator, "All classes").click();
        assertThat(heading(operator)).containsText("classes today");
        operator.locator("tbody th a").first().click();
        assertThat(heading(operator)).containsText("a hand.");
        String name = operator.locator("main tbody th").first().innerText();
        long before = timesStudentsWereRead();
        Download file =
                operator.waitForDownload(() -> link(operator, "Who needs a hand, as CSV").click());
        assertThat(Files.readString(file.path())).contains(name.strip()).contains("Handed in");
        assertThat(timesStudentsWereRead()).isEqualTo(before + 1);
    }

    private static long timesStudentsWereRead() {
        return (Long)
                server.database()
                        .asOwner()
                        .fetchValue(
                                "select count(*) from security.audit_entry where action ="
                                        + " 'students.read'");
    }

    @Test
    @Order(6)
    void theSampleSchoolGoesInOneClick() {
        link(operator, "Settings").click();
        button(operator, "Remove the sample school").click();
        operator.waitForURL("**/welcome**");
        assertThat(button(operator, "Load the sample school")).isVisible();
    }

    private static void submitAPhotoOfWhatWasLearnedElsewhere(Page phone) {
        phone.navigate(server.url() + "/training/mine");
        phone.getByText("Training from elsewhere").click();
        phone.getByLabel("What you learned").fill("Teaching online, a summer course");
        phone.getByLabel("Completed on").fill("2026-07-10");
        phone.getByLabel("Minutes").fill("240");
        phone.getByLabel("Certificate")
                .setInputFiles(
                        new FilePayload("IMG 1.txt", "text/plain", "no photo".getBytes(UTF_8)));
        button(phone, "Submit").click();
        assertThat(phone.getByRole(AriaRole.ALERT)).containsText("neither a PDF nor a JPEG");
        assertThat(chromium.complaints()).as("what the browser says of a refusal").hasSize(1);
        assertThat(phone.getByLabel("What you learned"))
                .hasValue("Teaching online, a summer course");
        phone.getByLabel("Certificate")
                .setInputFiles(new FilePayload("IMG 2.jpg", "image/jpeg", photo()));
        button(phone, "Submit").click();
        assertThat(phone.locator("h1")).hasText("It is submitted");
        assertThat(phone.locator(".learnings")).containsText("waits to be seen");
        Pictures.take(phone, "training-learning-submitted");
        phone.navigate(server.url() + "/training/mine");
        assertThat(phone.locator(".own-courses")).isVisible();
        Pictures.take(phone, "training-mine-teacher");
    }

    private static void approveWhatWasLearnedElsewhere() {
        link(operator, "Training").click();
        operator.getByText("One from elsewhere").click();
        assertThat(operator.locator("h1")).hasText("One training from elsewhere waits for you.");
        Pictures.take(operator, "training-external-waiting");
        Download evidence = operator.waitForDownload(() -> operator.getByText("Evidence").click());
        assertThat(evidence.suggestedFilename()).endsWith(".jpg");
        button(operator, "Approve").click();
        assertThat(operator.getByRole(AriaRole.STATUS).first())
                .containsText("One training is approved.");
    }

    private static byte[] photo() {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB), "jpg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
