package school.tandem.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.tandemdb.security.Tables.ACCOUNT;
import static school.tandemdb.security.Tables.LINK;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.tandem.Browser;
import school.tandem.Server;
import school.tandem.security.Access;
import school.tandem.security.Accounts;
import school.tandem.security.DistrictId;
import school.tandem.security.Districts;
import school.tandem.security.LinkSpent;
import school.tandem.security.Role;
import school.tandem.security.SetUp;

/** What an attacker on the way in would try, over real HTTP. */
class SignInSecurityTest {

    private static final String PASSWORD = "a long enough one";
    private static Server server;
    private static DistrictId district;
    private static String spentSetUp;

    @BeforeAll
    static void start() {
        server = Server.start();
        spentSetUp = server.bean(SetUp.class).link("").orElseThrow();
        Browser.on(server)
                .post(
                        spentSetUp,
                        Map.of("name", "Ada", "email", "ada@school.example", "password", PASSWORD));
        district =
                asInstallation(() ->
                        server.bean(Districts.class)
                                .create("North", ZoneId.of("America/New_York"), false)
                                .id());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/sign-in", "/set-up/invented", "/join/invented", "/nowhere", "/plain.css"})
    void everyAnswerCarriesTheHeadersThatBrowsersHeed(String path) {
        var answer = Browser.staying(server, Map.of()).get(path);
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "script-src", "*");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void pagesWithALinksSecretAreNotStoredOnTheWay() {
        assertThat(header(Browser.on(server).get(spentSetUp), "Cache-Control"))
                .contains("no-store");
        assertThat(header(Browser.on(server).get("/sign-in"), "Cache-Control"))
                .contains("no-store");
    }

    @Test
    void theScreensNumberIsAnotherForEachPage() {
        Browser ada = signedIn();
        String first = header(ada.get("/"), "Content-Security-Policy");
        String second = header(ada.get("/"), "Content-Security-Policy");
        assertThat(first).contains("'nonce-").isNotEqualTo(second);
        assertThat(scripts(first))
                .doesNotContain("unsafe-inline", "*", "data:", "blob:", "http:", "https:");
    }

    @Test
    void cookiesAreKeptFromScriptsAndFromOtherSites() {
        List<String> plain = cookies(Map.of());
        assertThat(plain)
                .isNotEmpty()
                .allSatisfy(cookie ->
                        assertThat(cookie)
                                .contains("HttpOnly", "SameSite=Lax")
                                .doesNotContain("Secure"));
    }

    @Test
    void behindHttpsCookiesNeverTravelInTheOpen() {
        assertThat(cookies(Map.of("X-Forwarded-Proto", "https")))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
        var answer =
                Browser.staying(
                                server,
                                Map.of(
                                        "X-Forwarded-Proto", "https",
                                        "X-Forwarded-Host", "tandem.school.example",
                                        "X-Forwarded-Port", "443"))
                        .get("/");
        assertThat(header(answer, "Strict-Transport-Security")).contains("max-age");
    }

    @Test
    void signingInChangesTheSession() {
        Browser ada = Browser.on(server);
        ada.get("/sign-in");
        String before = ada.cookie("JSESSIONID");
        ada.signIn("ada@school.example", PASSWORD);
        assertThat(before).isNotEmpty();
        assertThat(ada.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void answeringAnInvitationChangesTheSessionAndEndsTheLink() {
        String path = invitation("session@school.example");
        Browser invited = Browser.on(server);
        invited.get(path);
        String before = invited.cookie("JSESSIONID");
        var answer = invited.post(path, Map.of("password", PASSWORD));
        assertThat(answer.uri().getPath()).isEqualTo("/");
        assertThat(before).isNotEmpty();
        assertThat(invited.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
        assertThat(Browser.on(server).get(path).statusCode()).isEqualTo(410);
        assertSpent(path);
    }

    @Test
    void anInvitationOpensNoOtherPageThanItsOwn() {
        String token = invitation("kind@school.example").substring("/join/".length());
        assertThat(Browser.on(server).get("/set-up/" + token).statusCode()).isEqualTo(410);
    }

    @Test
    void linksEndAfterTheirTime() {
        String path = invitation("late@school.example");
        assertThat(Browser.on(server).get(path).statusCode()).isEqualTo(200);
        server.database()
                .asOwner()
                .update(LINK)
                .set(LINK.EXPIRES_AT, OffsetDateTime.parse("2026-01-01T00:00:00Z"))
                .where(LINK.USED_AT.isNull())
                .execute();
        assertThat(Browser.on(server).get(path).statusCode()).isEqualTo(410);
        assertSpent(path);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        String path = invitation("csrf@school.example");
        Browser browser = Browser.staying(server, Map.of());
        browser.get(path);
        assertThat(browser.postWithoutSecret(path, Map.of("password", PASSWORD)).statusCode())
                .isEqualTo(403);
        var foreign =
                browser.postWithoutSecret(
                        "/sign-in", Map.of("username", "ada@school.example", "password", PASSWORD));
        assertThat(header(foreign, "Location")).endsWith("/sign-in?again");
        assertThat(browser.get("/").headers().firstValue("Location").orElse(""))
                .contains("/sign-in");
        assertThat(Browser.on(server).get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void passwordsAreHashedSlowlyAndLinksKeptAsHashes() {
        String path = invitation("hash@school.example");
        var owner = server.database().asOwner();
        assertThat(
                        owner.select(ACCOUNT.PASSWORD_HASH)
                                .from(ACCOUNT)
                                .where(ACCOUNT.EMAIL.eq("ada@school.example"))
                                .fetchSingle(ACCOUNT.PASSWORD_HASH))
                .startsWith("{bcrypt}$2");
        byte[] token =
                path.substring("/join/".length()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(owner.fetchCount(LINK, LINK.HASH.eq(token))).isZero();
    }

    @Test
    void whoHasNoAccountAndWhoHasAreAnsweredAlike() {
        var known = refused("ada@school.example");
        var unknown = refused("nobody@school.example");
        var invited = refused("waiting@school.example");
        assertThat(unknown).isEqualTo(known);
        assertThat(invited).isEqualTo(known);
    }

    @Test
    void anUnknownAccountCostsAsMuchTimeAsAWrongPassword() {
        invitation("waiting@school.example");
        refused("warm@school.example");
        long known = millis(() -> refused("ada@school.example"));
        long unknown = millis(() -> refused("nobody@school.example"));
        long invited = millis(() -> refused("waiting@school.example"));
        // BCrypt takes some 50 ms; an answer without it takes less than 10.
        assertThat(unknown).isGreaterThan(known / 3);
        assertThat(invited).isGreaterThan(known / 3);
    }

    @Test
    void guessingIsSlowedDownWhereverItSeemsToComeFrom() {
        HttpResponse<String> last = null;
        for (int i = 0; i < 35; i++) {
            String padded = " ".repeat(i % 5) + "Target@school.example" + " ".repeat(i % 3);
            last =
                    Browser.staying(server, Map.of("X-Forwarded-For", "203.0.113." + i))
                            .signIn(padded, "guess " + i);
        }
        assertThat(header(last, "Location")).contains("slow");
    }

    private static void assertSpent(String path) {
        String token = path.substring("/join/".length());
        assertThatThrownBy(() -> server.bean(Accounts.class).accept(token, PASSWORD))
                .isInstanceOf(LinkSpent.class);
    }

    private static Browser signedIn() {
        Browser browser = Browser.on(server);
        browser.signIn("ada@school.example", PASSWORD);
        return browser;
    }

    private static String refused(String email) {
        var answer = Browser.on(server).signIn(email, "wrong");
        return answer.statusCode()
                + answer.uri().toString()
                + answer.body().replaceAll("value=\"[^\"]*\"", "");
    }

    private static String invitation(String email) {
        return "/join/"
                + asInstallation(() ->
                        server.bean(Accounts.class)
                                .invite(district, null, Role.VIEWER, "Somebody", email, null));
    }

    private static <T> T asInstallation(java.util.function.Supplier<T> work) {
        return server.bean(Access.class).asInstallation(work);
    }

    private static List<String> cookies(Map<String, String> headers) {
        return Browser.staying(server, headers).get("/sign-in").headers().allValues("Set-Cookie");
    }

    private static String scripts(String policy) {
        return policy.replaceAll(".*(script-src [^;]*);.*", "$1");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static long millis(Runnable work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - start) / 1_000_000);
        }
        return best;
    }
}
