package school.tandem.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What keeps somebody from using a page: axe-core's rules of WCAG 2.2 AA, and a page too wide. */
final class Usable {

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Usable() {}

    /** All that is wrong, each with the first places of it. */
    static List<String> faults(Page page) {
        List<String> faults = new ArrayList<>(violations(page, "tag", TAGS));
        faults.addAll(tooWide(page));
        return faults;
    }

    /** What is wrong with colours alone. */
    static List<String> faintTexts(Page page) {
        return violations(page, "rule", List.of("color-contrast"));
    }

    /** Whether the page is wider than its window. */
    static List<String> tooWide(Page page) {
        boolean wide =
                (Boolean)
                        page.evaluate(
                                "document.documentElement.scrollWidth >"
                                        + " document.documentElement.clientWidth");
        return wide ? List.of("wider than the window") : List.of();
    }

    /** Told by the page itself, since all that axe-core found right would be much to send. */
    @SuppressWarnings("unchecked") // as the script returns it
    private static List<String> violations(Page page, String type, List<String> values) {
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return (List<String>)
                page.evaluate(
                        """
                        async options => (await axe.run(document, options)).violations.map(
                            rule => rule.id + ' ' + rule.nodes.slice(0, 3).map(node => node.html))
                        """,
                        Map.of(
                                "runOnly",
                                Map.of("type", type, "values", values),
                                "resultTypes",
                                List.of("violations")));
    }
}
