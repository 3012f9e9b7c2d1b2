package school.tandem.load;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import school.tandem.browser.SystemChromium;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./tandem bench start}: how long a start takes, how much the first screens weigh, how soon
 * they are there, and how long the server works on a dashboard. Drives {@code ./tandem run} and a
 * browser as a user would, on a database of its own with the sample school.
 */
public final class StartBench {

    private static final int STARTS = 7;
    private static final int NAVIGATIONS = 200;
    private static final int COLD_LOADS = 5;
    private static final String PASSWORD = "a long enough one";

    /** What a page has loaded: compressed bytes of scripts, with and without the chart's. */
    private static final String SCRIPT_BYTES =
            """
            () => performance.getEntriesByType('resource')
                .filter(e => e.name.includes('.js') || e.initiatorType === 'script')
                .map(e => [e.name, e.encodedBodySize])
            """;

    private static final String LARGEST_PAINT =
            """
            () => new Promise(found => new PerformanceObserver(list =>
                found(list.getEntries().at(-1).startTime)).observe({type: 'largest-contentful-paint', buffered: true}))
            """;

    /** How long the server took to answer a request of Flow's, from the last click on. */
    private static final String SERVER_TIME =
            """
            () => {
                const answers = performance.getEntriesByType('resource').filter(e => e.name.includes('v-r=uidl'));
                performance.clearResourceTimings();
                return answers.reduce((sum, e) => sum + e.responseStart - e.requestStart, 0);
            }
            """;

    private final Path data = Files.createTempDirectory("tandem-bench");
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private StartBench() throws IOException {}

    public static void main(String[] args) throws Exception {
        new StartBench().run();
    }

    private void run() throws Exception {
        try {
            try (Running first = new Running();
                    SystemChromium chromium = new SystemChromium()) {
                setUp(first, chromium.browser());
            }
            List<Double> starts = new ArrayList<>();
            for (int i = 0; i < STARTS; i++) {
                try (Running next = new Running()) {
                    starts.add(next.seconds);
                }
            }
            put("startMedianSeconds", quantile(starts, .5));
            put("startMaxSeconds", quantile(starts, 1));
            try (Running server = new Running();
                    SystemChromium chromium = new SystemChromium()) {
                measurePages(server, chromium.browser());
            }
            report();
        } finally {
            clear(data);
        }
    }

    private static void setUp(Running server, Browser browser) {
        Page page = browser.newPage();
        page.navigate(server.setUpLink);
        page.fill("#name", "First");
        page.fill("#email", "first@school.example");
        page.fill("#password", PASSWORD);
        page.click("button[type=submit]");
        page.getByText("Load the sample school").click();
        page.waitForSelector("#pillars", new Page.WaitForSelectorOptions().setTimeout(120_000));
    }

    private void measurePages(Running server, Browser browser) {
        Page page = browser.newPage();
        page.navigate(server.url + "/sign-in");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        put("signInScriptKb", kilobytes(scripts(page), ""));
        page.fill("#username", "first@school.example");
        page.fill("#password", PASSWORD);
        page.click("button[type=submit]");
        page.waitForSelector("#pillars");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Map<String, Long> scripts = scripts(page);
        double charts = kilobytes(scripts, "echarts");
        put("dashboardScriptKb", kilobytes(scripts, "") - charts);
        put("chartScriptKb", charts);
        String state = page.context().storageState();
        List<Double> paints = new ArrayList<>();
        for (int i = 0; i < COLD_LOADS; i++) {
            paints.add(coldPaint(server, browser, state));
        }
        put("largestPaintMedianMs", quantile(paints, .5));
        put("largestPaintMaxMs", quantile(paints, 1));
        List<Double> times = navigate(page);
        put("dashboardP50Ms", quantile(times, .5));
        put("dashboardP95Ms", quantile(times, .95));
    }

    private static double coldPaint(Running server, Browser browser, String state) {
        BrowserContext cold =
                browser.newContext(new Browser.NewContextOptions().setStorageState(state));
        try {
            Page page = cold.newPage();
            page.navigate(server.url + "/");
            page.waitForSelector("#pillars");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            return ((Number) page.evaluate(LARGEST_PAINT)).doubleValue();
        } finally {
            cold.close();
        }
    }

    /** Goes away from the dashboard and back, as often as makes a 95th percentile. */
    private static List<Double> navigate(Page page) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < NAVIGATIONS; i++) {
            page.click("nav a[href^='people']");
            page.waitForSelector(".tabs");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.evaluate(SERVER_TIME);
            page.click("nav a:first-of-type");
            page.waitForSelector("#pillars");
            times.add(((Number) page.evaluate(SERVER_TIME)).doubleValue());
        }
        return times;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Long> scripts(Page page) {
        Map<String, Long> scripts = new LinkedHashMap<>();
        for (Object entry : (List<Object>) page.evaluate(SCRIPT_BYTES)) {
            List<Object> pair = (List<Object>) entry;
            scripts.put((String) pair.get(0), ((Number) pair.get(1)).longValue());
        }
        return scripts;
    }

    private static double kilobytes(Map<String, Long> scripts, String named) {
        return scripts.entrySet().stream()
                        .filter(script -> script.getKey().contains(named))
                        .mapToLong(Map.Entry::getValue)
                        .sum()
                / 1000.0;
    }

    private void put(String name, double value) {
        figures.put(name, Math.round(value * 10) / 10.0);
    }

    private void report() throws IOException {
        figures.forEach((name, value) -> System.out.printf("%-24s %s%n", name, value));
        Path file = Path.of("target/bench/start.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, JsonMapper.shared().writeValueAsString(figures));
    }

    private static double quantile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** One {@code ./tandem run}, from the command to the line that says it is ready. */
    private final class Running implements AutoCloseable {

        private final Process process;
        private final double seconds;
        private String url = "";
        private String setUpLink = "";

        Running() throws IOException {
            long begin = System.nanoTime();
            process =
                    new ProcessBuilder("./tandem", "run", "--port", "0", "--data", data.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            BufferedReader out = process.inputReader();
            double ready = 0;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("Tandem is ready")) {
                    ready = (System.nanoTime() - begin) / 1e9;
                    url = lastWord(line);
                    if (Files.exists(data.resolve("set-up-done"))) {
                        break;
                    }
                } else if (line.contains("/set-up/")) {
                    setUpLink = lastWord(line);
                    Files.createFile(data.resolve("set-up-done"));
                    break;
                }
            }
            if (url.isEmpty()) {
                throw new IOException("./tandem run ended without being ready");
            }
            seconds = ready;
        }

        private static String lastWord(String line) {
            return Arrays.stream(line.split(" ")).reduce("", (before, word) -> word);
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }
}
