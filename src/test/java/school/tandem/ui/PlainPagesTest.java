package school.tandem.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import school.tandem.Server;
import school.tandem.security.SetUp;

/** The way in, over plain HTTP: what a browser without scripts would do. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlainPagesTest {

    private static final Pattern CSRF = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"");
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void withoutAnAccountTheSignInPageSaysWhereTheLinkIs() throws Exception {
        assertThat(get(browser(), "/sign-in").body()).contains("set-up link");
    }

    @Test
    @Order(2)
    void screensLeadToTheSignInPage() throws Exception {
        var answer = get(browser(), "/");
        assertThat(answer.uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    @Order(3)
    void plainPagesAllowNoScriptAtAll() throws Exception {
        String policy =
                get(browser(), "/sign-in")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow();
        assertThat(policy).contains("default-src 'none'").doesNotContain("script-src", "unsafe");
    }

    @Test
    @Order(4)
    void aSpentOrInventedLinkIsRefusedWithASentence() throws Exception {
        var answer = get(browser(), "/set-up/invented");
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("This link has ended");
    }

    @Test
    @Order(5)
    void aShortPasswordIsSaidAtItsFieldAndTheLinkStaysOpen() throws Exception {
        HttpClient browser = browser();
        String path = setUpPath();
        var answer =
                post(
                        browser,
                        path,
                        Map.of("name", "Ada", "email", "ada@school.example", "password", "short"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("at least 10 characters").contains("value=\"Ada\"");
        assertThat(get(browser, path).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void theSetUpLinkMakesTheFirstAccountSignsItInAndEnds() throws Exception {
        HttpClient browser = browser();
        String path = setUpPath();
        var answer =
                post(
                        browser,
                        path,
                        Map.of(
                                "name", "Ada",
                                "email", "ada@school.example",
                                "password", "a long enough one"));
        assertThat(answer.uri().getPath()).isEqualTo("/");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(get(browser(), path).statusCode()).isEqualTo(410);
    }

    @Test
    @Order(7)
    void screensRunOnlyScriptsWithTheirNonce() throws Exception {
        HttpClient browser = browser();
        post(
                browser,
                "/sign-in",
                Map.of("username", "ada@school.example", "password", "a long enough one"));
        var page = get(browser, "/");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).containsPattern("script-src 'self' 'unsafe-eval' 'nonce-[^']+'");
        String nonce = policy.replaceAll(".*'nonce-([^']+)'.*", "$1");
        assertThat(
                        Pattern.compile("<script(?![^>]*nonce=\"" + Pattern.quote(nonce) + "\")")
                                .matcher(page.body())
                                .find())
                .as("a script without the nonce")
                .isFalse();
    }

    @Test
    @Order(8)
    void aWrongPasswordIsSaidWithoutTellingWhetherTheEmailExists() throws Exception {
        var known =
                post(
                        browser(),
                        "/sign-in",
                        Map.of("username", "ada@school.example", "password", "wrong"));
        var unknown =
                post(
                        browser(),
                        "/sign-in",
                        Map.of("username", "eve@school.example", "password", "wrong"));
        assertThat(known.body()).contains("do not belong together");
        assertThat(unknown.body()).contains("do not belong together");
    }

    @Test
    @Order(9)
    void guessingIsSlowedDown() throws Exception {
        HttpResponse<String> answer = null;
        for (int i = 0; i < 11; i++) {
            answer =
                    post(
                            browser(),
                            "/sign-in",
                            Map.of("username", "guess@school.example", "password", "x" + i));
        }
        assertThat(answer.body()).contains("Too many tries");
    }

    @Test
    @Order(10)
    void spanishBrowsersReadSpanish() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(server.url() + "/sign-in"))
                        .header("Accept-Language", "es-MX,es;q=0.9")
                        .build();
        assertThat(browser().send(request, BodyHandlers.ofString()).body())
                .contains("Iniciar sesión")
                .contains("lang=\"es");
    }

    private static String setUpPath() {
        return server.bean(SetUp.class).link("").orElseThrow();
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
    }

    private static HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                BodyHandlers.ofString());
    }

    /** Opens the page, then sends its form. */
    private static HttpResponse<String> post(
            HttpClient browser, String path, Map<String, String> fields) throws Exception {
        var csrf = CSRF.matcher(get(browser, path).body());
        String form =
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        if (csrf.find()) {
            form +=
                    "&"
                            + csrf.group(1)
                            + "="
                            + URLEncoder.encode(csrf.group(2), StandardCharsets.UTF_8);
        }
        return browser.send(
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }
}
