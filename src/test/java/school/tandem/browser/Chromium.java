package school.tandem.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** Pages to look at Tandem with, and what they complained about. */
final class Chromium implements AutoCloseable {

    /** How a screen is looked at. */
    enum Look {
        DESK("en", 1440, 1080, ColorScheme.LIGHT),
        DARK("en", 1440, 1080, ColorScheme.DARK),
        PHONE("en", 390, 844, ColorScheme.LIGHT),
        SMALLEST("es", 320, 640, ColorScheme.DARK);

        private final String language;
        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Look(String language, int width, int height, ColorScheme scheme) {
            this.language = language;
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }

        /** Lets a page that is open in the same language be seen like this. */
        void on(Page page) {
            page.setViewportSize(width, height);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        }

        private NewContextOptions options() {
            return new NewContextOptions()
                    .setLocale(language)
                    .setViewportSize(width, height)
                    .setColorScheme(scheme);
        }
    }

    /** Generous, since the tests share their machine; nothing waits longer than it must. */
    private static final double PATIENCE = 60_000;

    private final SystemChromium system = new SystemChromium();
    private final List<String> complaints = new ArrayList<>();

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    /** A page of somebody new. */
    Page page(Look look) {
        return page(system.browser().newContext(look.options()));
    }

    /** A page of whoever is signed in on another. */
    Page page(Look look, Page signedIn) {
        return page(
                system.browser()
                        .newContext(
                                look.options().setStorageState(signedIn.context().storageState())));
    }

    /** The same, with a browser that runs no scripts. */
    Page pageWithoutScripts(Look look, Page signedIn) {
        return page(
                system.browser()
                        .newContext(
                                look.options()
                                        .setJavaScriptEnabled(false)
                                        .setStorageState(signedIn.context().storageState())));
    }

    private Page page(BrowserContext context) {
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** What browsers wrote as errors since the last call. */
    List<String> complaints() {
        List<String> said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    @Override
    public void close() {
        system.close();
    }
}
