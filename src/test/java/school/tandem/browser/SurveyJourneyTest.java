package school.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static school.tandem.browser.FirstRun.button;
import static school.tandem.browser.FirstRun.link;
import static school.tandem.browser.RunningRoom.assertUsable;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.tandem.Server;
import school.tandem.browser.Chromium.Look;

/** Asking families: from the screen to the slip, the phone of a family, and back. */
class SurveyJourneyTest {

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
        Pictures.take(office, "survey-open");
        button(office, "Open it").click();
        var make = office.getByText(Pattern.compile("^Make [\\d,]+ links$"));
        make.waitFor();
        Pictures.take(office, "survey-links");
        make.click();
        link(office, "Slips to print").waitFor();
        Pictures.take(office, "survey-made");
        Page slips = office.waitForPopup(() -> link(office, "Slips to print").click());
        slips.waitForSelector(".slip");
        slips.evaluate(
                "document.querySelectorAll('.slip:nth-of-type(n + 9)').forEach(slip => slip.remove())");
        assertUsable(slips);
        slips.setViewportSize(794, 1123);
        Pictures.take(slips, "survey-slips");
        String name = slips.locator(".slip h2").first().innerText();
        String address = slips.locator(".slip-address").first().innerText();
        slips.close();
        button(office, "Close").last().click();

        Page phone = chromium.page(Look.PHONE);
        phone.navigate(address);
        assertThat(phone.locator("h1")).hasText("Two questions about your home");
        assertThat(phone.locator("main")).not().containsText(name);
        assertUsable(phone);
        Pictures.take(phone, "survey-phone");
        phone.getByText("Yes", new Page.GetByTextOptions().setExact(true)).first().click();
        phone.getByText("Only the data of a phone").click();
        Pictures.take(phone, "survey-phone-chosen");
        button(phone, "Send").click();
        assertThat(phone.locator("h1")).hasText("Thank you");
        assertUsable(phone);
        Pictures.take(phone, "survey-thanks");

        Page smallest = chromium.page(Look.SMALLEST);
        smallest.navigate(address);
        assertThat(smallest.locator("h1")).hasText("Dos preguntas sobre su casa");
        assertUsable(smallest);
        Pictures.take(smallest, "survey-phone-smallest");
        smallest.navigate(address + "x");
        assertUsable(smallest);
        Pictures.take(smallest, "survey-ended");
        chromium.complaints(); // the browser notes that the last page was gone

        office.reload();
        assertThat(office.locator("main")).containsText("One family has answered");
        assertUsable(office);
        Pictures.take(office, "survey-running");
        Page form = office.waitForPopup(() -> link(office, "Paper form").click());
        form.waitForSelector(".paper");
        assertUsable(form);
        form.setViewportSize(794, 1123);
        Pictures.take(form, "survey-form");
        form.close();
        for (Look look : new Look[] {Look.DARK, Look.PHONE}) {
            Page other = chromium.page(look, office);
            other.navigate(server.url() + "/adoption?show=access");
            other.waitForSelector("table.data");
            assertUsable(other);
            Pictures.take(other, "survey-running-" + look.name().toLowerCase(Locale.ROOT));
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
}
