package school.tandem.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import school.tandem.Browser;
import school.tandem.Server;
import school.tandem.security.SetUp;

/** The way in, over plain HTTP: what a browser without scripts would do. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlainPagesTest {

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
    void withoutAnAccountTheSignInPageSaysWhereTheLinkIs() {
        assertThat(browser().get("/sign-in").body()).contains("set-up link");
    }

    @Test
    @Order(2)
    void screensLeadToTheSignInPage() {
        var answer = browser().get("/");
        assertThat(answer.uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    @Order(3)
    void plainPagesAllowNoScriptAtAll() {
        String policy =
                browser()
                        .get("/sign-in")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow();
        assertThat(policy).contains("default-src 'none'").doesNotContain("script-src", "unsafe");
    }

    @Test
    @Order(4)
    void aSpentOrInventedLinkIsRefusedWithASentence() {
        var answer = browser().get("/set-up/invented");
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("This link has ended");
    }

    @Test
    @Order(5)
    void aShortPasswordIsSaidAtItsFieldAndTheLinkStaysOpen() {
        Browser browser = browser();
        String path = setUpPath();
        var answer =
                browser.post(
                        path,
                        Map.of("name", "Ada", "email", "ada@school.example", "password", "short"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("at least 10 characters").contains("value=\"Ada\"");
        assertThat(browser.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void theSetUpLinkMakesTheFirstAccountSignsItInAndEnds() {
        Browser browser = browser();
        String path = setUpPath();
        var answer =
                browser.post(
                        path,
                        Map.of(
                                "name", "Ada",
                                "email", "ada@school.example",
                                "password", "a long enough one"));
        assertThat(answer.uri().getPath()).isEqualTo("/");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(browser().get(path).statusCode()).isEqualTo(410);
    }

    @Test
    @Order(7)
    void screensRunOnlyScriptsWithTheirNonce() {
        Browser browser = browser();
        browser.post(
                "/sign-in",
                Map.of("username", "ada@school.example", "password", "a long enough one"));
        var page = browser.get("/");
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
    void aWrongPasswordIsSaidWithoutTellingWhetherTheEmailExists() {
        var known =
                browser()
                        .post(
                                "/sign-in",
                                Map.of("username", "ada@school.example", "password", "wrong"));
        var unknown =
                browser()
                        .post(
                                "/sign-in",
                                Map.of("username", "eve@school.example", "password", "wrong"));
        assertThat(known.body()).contains("do not belong together");
        assertThat(unknown.body()).contains("do not belong together");
    }

    @Test
    @Order(9)
    void guessingIsSlowedDown() {
        HttpResponse<String> answer = null;
        for (int i = 0; i < 11; i++) {
            answer =
                    browser()
                            .post(
                                    "/sign-in",
                                    Map.of(
                                            "username",
                                            "guess@school.example",
                                            "password",
                                            "x" + i));
        }
        assertThat(answer.body()).contains("Too many tries");
    }

    @Test
    @Order(10)
    void spanishBrowsersReadSpanish() {
        var browser = Browser.staying(server, Map.of("Accept-Language", "es-MX,es;q=0.9"));
        assertThat(browser.get("/sign-in").body()).contains("Iniciar sesión").contains("lang=\"es");
    }

    private static String setUpPath() {
        return server.bean(SetUp.class).link("").orElseThrow();
    }

    private static Browser browser() {
        return Browser.on(server);
    }
}
