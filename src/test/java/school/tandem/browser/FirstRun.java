package school.tandem.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import school.tandem.Server;
import school.tandem.browser.Chromium.Look;
import school.tandem.security.SetUp;

/** What the first person at a new installation does. */
final class FirstRun {

    static final String EMAIL = "first@school.example";
    static final String PASSWORD = "a long enough one";

    private FirstRun() {}

    /** Opens the set-up link, makes the account and arrives at the first screen. */
    static Page ofOperator(Chromium chromium, Server server, Look look) {
        Page page = chromium.page(look);
        page.navigate(server.bean(SetUp.class).link(server.url()).orElseThrow());
        page.getByLabel("Your name").fill("Robin Vale");
        page.getByLabel("E-mail").fill(EMAIL);
        page.getByLabel("Choose a password").fill(PASSWORD);
        button(page, "Create the account").click();
        page.waitForSelector("h1");
        return page;
    }

    static void exploreSample(Page page) {
        button(page, "Load the sample school").click();
        page.waitForSelector("#pillars");
    }

    /** Chooses Spanish, which the account keeps. */
    static void speakSpanish(Page page, Server server) {
        page.navigate(server.url() + "/");
        page.locator(".person > summary").click();
        button(page, "Español").click();
        page.waitForFunction("document.documentElement.lang.startsWith('es')");
        page.waitForSelector("h1");
    }

    static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
