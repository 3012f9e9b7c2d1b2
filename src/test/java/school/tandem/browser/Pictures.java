package school.tandem.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of whole pages, in the folder that the system property {@code tandem.screens} names. */
final class Pictures {

    private Pictures() {}

    /** Takes one; nothing where no folder is named, since each takes a moment. */
    static void take(Page page, String name) {
        String folder = System.getProperty("tandem.screens");
        if (folder != null) {
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(folder, name + ".png")));
        }
    }
}
