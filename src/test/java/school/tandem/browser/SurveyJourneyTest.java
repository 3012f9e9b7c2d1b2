package school.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static school.tandem.browser.FirstRun.button;
import static school.tandem.browser.FirstRun.link;
import static school.tandem.browser.RunningRoom.assertUsable;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.tandem.Server;
import school.tandem.browser.Chromium.Look;

/** Asking families: from the screen to the slip, the phone of a family, and back. */
class SurveyJourneyTest {

    private static final Path PICTURES =
            Path.of(System.getProperty("tandem.screens", "target/screens"));

    private static Server server;
    private static Chromium chromium;
    private static Page office;

    @BeforeAll
    static void openTheSampleSchool() {
        server = Server.start();
        chromium = new Chromium();
        office = FirstRun.ofOperator(chromium, server, Look.DESK);
        FirstRun.exploreSample(office);
    }

    @AfterAll
    static void stop() {
        assertThat(chromium.complaints()).isEmpty();
        chromium.close();
        server.close();
    }

    @Test
    void aFamilyAnswersByItsSlipInThreeTapsAndTheOfficeSeesIt() {
        office.navigate(server.url() + "/adoption?show=access");
        button(office, "Open a survey").click();
        picture(office, "survey-open");
        button(office, "Open it").click();
        var make = office.getByText(Pattern.compile("^Make [\\d,]+ links$"));
        make.waitFor();
        picture(office, "survey-links");
        make.click();
        link(office, "Slips to print").waitFor();
        picture(office, "survey-made");
        Page slips = office.waitForPopup(() -> link(office, "Slips to print").click());
        slips.waitForSelector(".slip");
        assertUsable(slips);
        slips.setViewportSize(794, 1123);
        slips.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve("survey-slips.png")));
        String name = slips.locator(".slip h2").first().innerText();
        String address = slips.locator(".slip-address").first().innerText();
        slips.close();
        button(office, "Close").last().click();

        Page phone = chromium.page(Look.PHONE);
        phone.navigate(address);
        assertThat(phone.locator("h1")).hasText("Two questions about your home");
        assertThat(phone.locator("main")).not().containsText(name);
        assertUsable(phone);
        picture(phone, "survey-phone");
        phone.getByText("Yes", new Page.GetByTextOptions().setExact(true)).first().click();
        phone.getByText("Only the data of a phone").click();
        picture(phone, "survey-phone-chosen");
        button(phone, "Send").click();
        assertThat(phone.locator("h1")).hasText("Thank you");
        assertUsable(phone);
        picture(phone, "survey-thanks");

        Page smallest = chromium.page(Look.SMALLEST);
        smallest.navigate(address);
        assertThat(smallest.locator("h1")).hasText("Dos preguntas sobre su casa");
        assertUsable(smallest);
        picture(smallest, "survey-phone-smallest");
        smallest.navigate(address + "x");
        assertUsable(smallest);
        picture(smallest, "survey-ended");
        chromium.complaints(); // the browser notes that the last page was gone

        office.reload();
        assertThat(office.locator("main")).containsText("One family has answered");
        assertUsable(office);
        picture(office, "survey-running");
        Page form = office.waitForPopup(() -> link(office, "Paper form").click());
        form.waitForSelector(".paper");
        assertUsable(form);
        form.setViewportSize(794, 1123);
        picture(form, "survey-form");
        form.close();
        for (Look look : new Look[] {Look.DARK, Look.PHONE}) {
            Page other = chromium.page(look, office);
            other.navigate(server.url() + "/adoption?show=access");
            other.waitForSelector("table.data");
            assertUsable(other);
            picture(other, "survey-running-" + look.name().toLowerCase(java.util.Locale.ROOT));
        }

        button(office, "Close").first().click();
        assertThat(office.locator("main")).containsText("No family can answer by link now");
        smallest.navigate(address);
        assertThat(smallest.locator("h1")).hasText("Este enlace no abre ninguna encuesta");
        chromium.complaints();
        button(office, "Undo").click();
        assertThat(office.locator("main")).containsText("One family has answered");
        smallest.navigate(address);
        assertThat(smallest.locator("h1")).hasText("Dos preguntas sobre su casa");
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(name + ".png")));
    }
}
