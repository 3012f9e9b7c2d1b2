package school.tandem.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandemdb.adoption.Tables.HOME_ACCESS;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.Browser;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.Statements;
import school.tandem.adoption.Surveys.Link;
import school.tandem.adoption.Surveys.Whom;
import school.tandem.roster.PersonId;
import school.tandem.security.SchoolKey;

/** What a family sees and sends, over plain HTTP: no account, no cookie, no script. */
@Tag("database")
class SurveyPageTest {

    private static final SettableClock CLOCK = new SettableClock("2026-11-24T15:00:00Z");
    private static final Map<String, String> BOTH =
            Map.of("device", "yes", "connection", "partly", "lang", "en");

    private static Server server;
    private static Families families;
    private static Statements statements;

    private SchoolKey elm;
    private List<PersonId> students;
    private List<Link> links;

    @BeforeAll
    static void start() {
        server = Server.at(CLOCK);
        families = new Families(server);
        statements = Statements.of(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void aSurveyOfASchool() {
        elm = families.school("Elm");
        students = families.students(elm, "9", 2);
        Surveys surveys = server.bean(Surveys.class);
        families.asInstallation(() -> surveys.open(elm, LocalDate.of(2026, 12, 24)));
        links = families.asInstallation(() -> surveys.makeLinks(elm, Whom.UNANSWERED));
    }

    @Test
    void threeTapsAnswerAndThePageThanks() {
        Browser phone = speaking("en-US,en;q=0.9");
        HttpResponse<String> page = phone.get(path());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "lang=\"en",
                        "Elm",
                        "G. S.",
                        "type=\"radio\"",
                        "You can answer until Dec 24, 2026")
                .doesNotContain("Given1", "Surname1", "students.example", "<script");
        HttpResponse<String> sent = phone.postWithoutSecret(path(), BOTH);
        assertThat(sent.statusCode()).isEqualTo(303);
        String thanks = sent.headers().firstValue("Location").orElseThrow();
        assertThat(phone.get(thanks).body())
                .contains(
                        "Thank you",
                        "What it is for",
                        "Elm uses it to find out",
                        path() + "?lang=en");
        assertThat(home()).isEqualTo("true false link");
    }

    @Test
    void aSpanishBrowserReadsSpanishAndTheSwitchTurnsIt() {
        Browser spanish = speaking("es-MX,es;q=0.9");
        assertThat(spanish.get(path()).body())
                .contains(
                        "lang=\"es",
                        "Dos preguntas sobre su casa",
                        "¿Hay en casa",
                        "?lang=en",
                        "English");
        assertThat(spanish.get(path() + "?lang=en").body())
                .contains("Two questions about your home", "?lang=es", "Español");
        Browser english = speaking("en");
        HttpResponse<String> page = english.get(path() + "?lang=es");
        assertThat(page.body()).contains("Enviar", "name=\"lang\" value=\"es\"");
        var sent =
                english.postWithoutSecret(
                        path(), Map.of("device", "no", "connection", "unsure", "lang", "es"));
        assertThat(english.get(sent.headers().firstValue("Location").orElseThrow()).body())
                .contains("Gracias", "Para qué sirve");
        assertThat(home()).isEqualTo("false null link");
    }

    @Test
    void anotherLanguageReadsEnglish() {
        assertThat(speaking("fi").get(path()).body()).contains("Two questions about your home");
    }

    @Test
    void anAnswerCanBeChangedAndIsNotShownAgain() {
        Browser phone = speaking("en");
        phone.postWithoutSecret(path(), BOTH);
        String again = phone.get(path()).body();
        assertThat(again).contains("You can answer again").doesNotContain(" checked");
        phone.postWithoutSecret(path(), Map.of("device", "no", "connection", "no"));
        assertThat(home()).isEqualTo("false false link");
    }

    @Test
    void aQuestionWithoutAnAnswerIsAskedAgainAndKeepsTheOther() {
        for (Map<String, String> sent :
                List.of(
                        Map.of("device", "yes"),
                        Map.of("device", "yes", "connection", "perhaps"))) {
            HttpResponse<String> page = speaking("en").postWithoutSecret(path(), sent);
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body())
                    .contains("Please choose one answer to each question")
                    .containsPattern("name=\"device\" value=\"yes\" required checked");
        }
        assertThat(
                        families.owner()
                                .fetchCount(
                                        HOME_ACCESS, HOME_ACCESS.DISTRICT_ID.eq(elm.district())))
                .isZero();
    }

    @Test
    void whateverIsWrongWithALinkItSaysTheSame() {
        SchoolKey oak = families.school("Oak");
        String secret = path().replaceFirst(".*/", "");
        String closed = path();
        families.asInstallation(() -> server.bean(Surveys.class).close(elm));
        String said = null;
        for (String address :
                List.of(
                        closed,
                        "/h/" + elm.district() + "/" + secret.substring(1),
                        "/h/" + oak.district() + "/" + secret,
                        "/h/0/" + secret,
                        "/h/x/" + secret,
                        "/h/99999999999999999999/" + secret,
                        "/h/" + elm.district() + "/%22%3E%3Cscript%3E")) {
            HttpResponse<String> page = speaking("en").get(address);
            assertThat(page.statusCode()).as(address).isEqualTo(410);
            assertThat(page.body())
                    .as(address)
                    .contains("This link does not open a survey", "ask the school")
                    .doesNotContain("Elm", "Oak", "G. S.", "<script");
            said = said == null ? page.body() : said;
            assertThat(page.body()).isEqualTo(said);
            HttpResponse<String> sent = speaking("en").postWithoutSecret(address, BOTH);
            assertThat(sent.statusCode()).isEqualTo(410);
            assertThat(sent.body()).isEqualTo(said);
            assertThat(speaking("en").postWithoutSecret(address, Map.of()).body()).isEqualTo(said);
        }
        assertThat(
                        families.owner()
                                .fetchCount(
                                        HOME_ACCESS, HOME_ACCESS.DISTRICT_ID.eq(elm.district())))
                .isZero();
    }

    @Test
    void thePageKeepsNothingInTheBrowserAndTellsNobodyItsAddress() {
        HttpResponse<String> page = speaking("en").get(path());
        assertThat(page.headers().map()).doesNotContainKey("set-cookie");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("script-src");
        assertThat(page.body().length()).isLessThan(30_000);
    }

    @Test
    void anAnswerAsksAsOftenInALargeSchool() {
        LocalDate today = LocalDate.of(2026, 11, 24);
        families.covers(elm, families.classOf(students.getFirst()), 7, today);
        families.asInstallation(() -> server.bean(AdoptionFigures.class).refresh(elm, today));
        Browser phone = speaking("en");
        List<String> small = statements.during(() -> phone.postWithoutSecret(path(), BOTH));
        families.students(elm, "10", 300);
        for (int i = 0; i < 80; i++) {
            families.did(elm, students.get(1), today.minusDays(i), 7);
        }
        families.asInstallation(() -> server.bean(AdoptionFigures.class).refresh(elm, today));
        links = List.of(links.get(1));
        List<String> large = statements.during(() -> phone.postWithoutSecret(path(), BOTH));
        assertThat(large).hasSameSizeAs(small).hasSizeBetween(5, 19);
        assertThat(statements.during(() -> phone.get(path()))).hasSizeBetween(1, 3);
    }

    private String path() {
        return links.getFirst().path();
    }

    private String home() {
        return families.owner()
                .selectFrom(HOME_ACCESS)
                .where(HOME_ACCESS.STUDENT_ID.eq(students.getFirst()))
                .fetchSingle(row ->
                        "%s %s %s".formatted(row.getDevice(), row.getConnection(), row.getVia()));
    }

    private static Browser speaking(String languages) {
        return Browser.staying(server, Map.of("Accept-Language", languages));
    }
}
