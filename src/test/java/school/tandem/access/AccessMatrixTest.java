package school.tandem.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import school.tandem.Browser;
import school.tandem.access.Town.Scope;
import school.tandem.security.Role;

/**
 * Opens every address as everybody, over HTTP, and compares with {@code access/routes.csv}. There a
 * line is an address and who asks: nobody ({@code anonymous}), the operator, or a role in the
 * school that the address names, in its whole district, beside it, or elsewhere; then what comes of
 * it for each role.
 */
class AccessMatrixTest {

    private static final Path FILE = Path.of("src/test/resources/access/routes.csv");

    private static Town town;

    @BeforeAll
    static void open() {
        town = new Town();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    static Stream<String> addresses() throws IOException {
        return expected().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addresses")
    void everybodyGetsWhatTheFileSays(String address) throws IOException {
        List<String> lines = expected().get(address);
        assertThat(lines.stream().map(line -> actual(address, who(line))).toList())
                .isEqualTo(lines);
    }

    @Test
    void everyRouteIsInTheFile() throws IOException {
        assertThat(unlisted(routes())).isEmpty();
    }

    @Test
    void aRouteThatIsNotInTheFileIsFound() throws IOException {
        Set<String> more = new TreeSet<>(routes());
        more.add("/secrets/{id}");
        assertThat(unlisted(more)).containsExactly("/secrets/{id}");
    }

    @Test
    void eachScreenIsAskedForByEverybody() throws IOException {
        for (String screen : screens()) {
            String address = screen.equals("/welcome") ? screen : screen + "?school={school}";
            List<String> asked =
                    expected().entrySet().stream()
                            .filter(it -> it.getKey().startsWith(address))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("Not in the file: " + address))
                            .getValue()
                            .stream()
                            .map(AccessMatrixTest::who)
                            .toList();
            assertThat(asked)
                    .as(address)
                    .containsExactly(
                            "anonymous", "operator", "school", "district", "neighbour", "stranger");
        }
    }

    private static Set<String> unlisted(Set<String> routes) throws IOException {
        Set<String> listed =
                expected().keySet().stream()
                        .map(address -> address.replaceAll("[?].*", ""))
                        .collect(Collectors.toSet());
        Set<String> unlisted = new TreeSet<>(routes);
        unlisted.removeAll(listed);
        return unlisted;
    }

    /** Screens, plain pages, and what lies open as files. */
    private static Set<String> routes() throws IOException {
        Set<String> routes = new TreeSet<>(screens());
        town.server
                .bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> routes.addAll(mapping.getPatternValues()));
        Path open = Path.of("frontend/public");
        try (Stream<Path> files = Files.walk(open)) {
            files.filter(Files::isRegularFile)
                    .map(file -> "/" + open.relativize(file).toString().replace('\\', '/'))
                    .forEach(routes::add);
        }
        return routes;
    }

    private static List<String> screens() {
        var context = new VaadinServletContext(town.server.bean(ServletContext.class));
        return ApplicationRouteRegistry.getInstance(context).getRegisteredRoutes().stream()
                .map(RouteData::getTemplate)
                .map(route -> "/" + route)
                .toList();
    }

    /** By address; a line's first field. */
    private static Map<String, List<String>> expected() throws IOException {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("address,")) {
                String address = line.substring(0, line.indexOf(','));
                lines.computeIfAbsent(address, key -> new ArrayList<>()).add(line);
            }
        }
        return lines;
    }

    private static String who(String line) {
        return line.split(",")[1];
    }

    /** A line of the file, with what really comes of it. */
    static String actual(String address, String who) {
        String line = address + "," + who + ",";
        return switch (who) {
            case "anonymous" ->
                    line + outcome(Browser.on(town.server), address, "Lincoln|Madison|Roosevelt");
            case "operator" -> line + outcome(town.operator, address, "Lincoln|Madison|Roosevelt");
            default -> {
                Scope scope = Scope.valueOf(who.toUpperCase(Locale.ROOT));
                yield line
                        + Stream.of(Role.values())
                                .map(role ->
                                        outcome(town.browser(scope, role), address, hidden(scope)))
                                .collect(Collectors.joining(","));
            }
        };
    }

    /** What nobody of there may read on any page. */
    private static String hidden(Scope scope) {
        return switch (scope) {
            case SCHOOL -> "Madison|Roosevelt";
            case DISTRICT -> "Roosevelt";
            case NEIGHBOUR -> "Lincoln|Roosevelt";
            case STRANGER -> "Lincoln|Madison";
        };
    }

    private static String outcome(Browser browser, String address, String hidden) {
        HttpResponse<String> answer = browser.get(town.address(address));
        String at = answer.uri().getPath();
        if (at.equals("/sign-in") && !address.startsWith("/sign-in")) {
            return "sign-in";
        }
        assertThat(answer.body()).doesNotContainPattern(hidden);
        if (answer.statusCode() != 200) {
            return Integer.toString(answer.statusCode());
        }
        String body = answer.body();
        if (body.contains("You are not a member of any school yet.")
                || body.contains("Explore the sample school")) {
            return "welcome";
        }
        return "open";
    }
}
