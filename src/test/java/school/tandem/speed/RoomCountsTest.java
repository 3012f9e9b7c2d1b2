package school.tandem.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.tandem.Browser;
import school.tandem.Server;
import school.tandem.Statements;
import school.tandem.roster.People;
import school.tandem.roster.PersonId;
import school.tandem.roster.Schools;
import school.tandem.roster.StaffFields;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Access;
import school.tandem.security.Accounts;
import school.tandem.security.Districts;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;
import school.tandem.training.Bookings;
import school.tandem.training.CourseFields;
import school.tandem.training.Courses;
import school.tandem.training.Phones;
import school.tandem.training.SessionFields;
import school.tandem.training.SessionId;
import school.tandem.training.Sessions;
import school.tandem.training.Skill;
import school.tandem.training.WallCodes;

/**
 * A room asks the database as often when it is full: counted with five people, one of whom is
 * there, then with sixty and with phones that wait.
 */
class RoomCountsTest {

    private static final int FEW = 5;
    private static final int MANY = 60;

    /** No page of it needs more. */
    private static final int MOST = 40;

    private static final Pattern SCAN = Pattern.compile("name=\"scan\" value=\"([^\"]+)\"");

    private static Server server;
    private static Statements statements;
    private static SchoolKey school;
    private static SessionId session;
    private static Browser trainer;
    private static final List<PersonId> STAFF = new ArrayList<>();

    @BeforeAll
    static void aSessionBegins() {
        server = Server.start(Map.of("vaadin.eagerServerLoad", "true"));
        statements = Statements.of(server);
        ZoneId zone = ZoneId.of("America/New_York");
        school =
                asInstallation(() -> {
                    var district = bean(Districts.class).create("North", zone, false);
                    return bean(Schools.class).create(district.id(), "Lincoln").key();
                });
        LocalDateTime now = LocalDateTime.now(zone).truncatedTo(ChronoUnit.MINUTES);
        session =
                asInstallation(() ->
                        bean(Sessions.class)
                                .plan(
                                        school,
                                        SessionFields.of(
                                                bean(Courses.class)
                                                        .add(
                                                                school,
                                                                CourseFields.of(
                                                                        "Quizzes",
                                                                        60,
                                                                        Set.of(StaffRole.TEACHER),
                                                                        Skill.TRAINED)),
                                                now.toLocalDate(),
                                                now.toLocalTime(),
                                                60,
                                                "Room 1",
                                                "")));
        trainer = trainer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aFullRoomAsksAsOftenAsAnEmptyOne() {
        book(FEW);
        List<String> few = checkIn(0);
        Map<String, List<String>> fewPages = pages();
        book(MANY);
        for (int i = 1; i < 20; i++) {
            checkIn(i);
        }
        for (int i = 0; i < 5; i++) {
            waits("nobody%d@school.example".formatted(i));
        }
        List<String> many = checkIn(30);
        Map<String, List<String>> manyPages = pages();
        assertThat(many).isEqualTo(few).hasSizeBetween(3, MOST);
        for (String page : fewPages.keySet()) {
            List<String> more = new ArrayList<>(manyPages.get(page));
            assertThat(more.size()).as(page).isLessThanOrEqualTo(MOST);
            // Phones whose holder is on nobody's list: the names are read once to choose from.
            int extra = page.equals("room") ? 3 : 0;
            assertThat(more.size()).as(page).isBetween(1, fewPages.get(page).size() + extra);
        }
    }

    private static Map<String, List<String>> pages() {
        Map<String, List<String>> counts = new java.util.LinkedHashMap<>();
        for (String page : List.of("room", "list", "sheet", "code")) {
            // The first time, who has signed in may have to be read again.
            for (int i = 0; i < 3; i++) {
                List<String> now = statements.during(() -> open(page));
                counts.merge(page, now, (one, other) -> one.size() <= other.size() ? one : other);
            }
        }
        return counts;
    }

    private static void open(String page) {
        HttpResponse<String> answer =
                trainer.get(
                        "/training/%s?school=%s&session=%s"
                                .formatted(page, school.school(), session));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    /** What it takes to send a check-in, once the phone is known. */
    private static List<String> checkIn(int number) {
        Browser phone = waits("t%d@school.example".formatted(number));
        asInstallation(() -> {
            var request =
                    bean(Phones.class).requests(school, session).stream()
                            .filter(one -> one.email().startsWith("t" + number + "@"))
                            .findFirst()
                            .orElseThrow();
            bean(Phones.class).confirm(school, session, request.id(), STAFF.get(number));
            return request;
        });
        phone.postWithoutSecret(door() + "/undo", Map.of());
        Matcher scan = SCAN.matcher(phone.get(wall()).body());
        assertThat(scan.find()).isTrue();
        return statements.during(() ->
                assertThat(phone.postWithoutSecret(door(), Map.of("scan", scan.group(1))).body())
                        .contains("You are checked in"));
    }

    private static Browser waits(String email) {
        Browser phone = Browser.on(server);
        phone.get(wall());
        phone.postWithoutSecret(door() + "/me", Map.of("email", email));
        return phone;
    }

    private static void book(int people) {
        asInstallation(() -> {
            for (int i = STAFF.size(); i < people; i++) {
                STAFF.add(
                        bean(People.class)
                                .add(
                                        school,
                                        new StaffFields(
                                                "T" + i,
                                                "Family" + i,
                                                "t%d@school.example".formatted(i),
                                                StaffRole.TEACHER,
                                                null)));
            }
            bean(Bookings.class).bookFor(school, session, STAFF);
            return people;
        });
    }

    private static Browser trainer() {
        String token =
                asInstallation(() ->
                        bean(Accounts.class)
                                .invite(
                                        school.district(),
                                        school.school(),
                                        Role.TRAINER,
                                        "Tra Iner",
                                        "trainer@school.example",
                                        null));
        Browser browser = Browser.on(server);
        browser.post("/join/" + token, Map.of("password", "a long enough one"));
        return browser;
    }

    private static String door() {
        return "/c/%s/%s".formatted(school.district(), session);
    }

    private static String wall() {
        return asInstallation(() -> bean(WallCodes.class).now(school, session)).path();
    }

    private static <T> T asInstallation(Supplier<T> work) {
        return bean(Access.class).asInstallation(work);
    }

    private static <T> T bean(Class<T> type) {
        return server.bean(type);
    }
}
