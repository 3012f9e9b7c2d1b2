package school.tandem.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import school.tandem.Statements;

/**
 * A screen asks the database as often for a large school as for a small one: counted with the
 * sample school, then with five times as much of everything in a district of thirty schools.
 */
class StatementCountsTest {

    /** No screen needs more; the navigation, the signed-in person and the place are among them. */
    private static final int MOST = 40;

    private static final String[] SCREENS = {
        "/?",
        "/training?",
        "/training/course?course={course}&",
        "/training/mine?",
        "/adoption?",
        "/adoption?grade=09&",
        "/adoption?week={week}&",
        "/adoption?show=teachers&",
        "/adoption?show=access&",
        "/adoption?show=access&grade=09&",
        "/adoption/people?measure=device&answer=unknown&",
        "/adoption/practice?",
        "/adoption/practice?course={course}&",
        "/adoption/practice?department={department}&",
        "/adoption/classes?",
        "/adoption/classes?department={department}&",
        "/adoption/classes?department={department}&week={week}&",
        "/adoption/class?class={class}&",
        "/adoption/gaps?",
        "/adoption/gaps?grade=09&",
        "/adoption/gaps?department={department}&",
        "/adoption/sources?",
        "/adoption/district?",
        "/adoption/district?week={week}&",
        "/rollout?",
        "/people?",
        "/people?show=students&",
        "/people?show=classes&",
        "/people?show=departments&",
        "/imports?",
        "/settings?"
    };

    private static GrownSample sample;
    private static Statements statements;
    private static String course;
    private static String plan;
    private static final Map<String, List<String>> SMALL = new LinkedHashMap<>();
    private static final Map<String, List<String>> LARGE = new LinkedHashMap<>();
    private static final Map<String, Integer> SMALL_LENGTHS = new LinkedHashMap<>();
    private static final Map<String, Integer> LARGE_LENGTHS = new LinkedHashMap<>();

    @BeforeAll
    static void countBoth() {
        sample = new GrownSample();
        statements = Statements.of(sample.server);
        course = sample.course();
        plan = sample.plan();
        count(SMALL, SMALL_LENGTHS);
        sample.grow();
        count(LARGE, LARGE_LENGTHS);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    static String[] screens() {
        return SCREENS;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void aScreenAsksAsOftenForALargeSchool(String screen) {
        assertThat(LARGE.get(screen)).isEqualTo(SMALL.get(screen));
        assertThat(SMALL.get(screen)).hasSizeBetween(3, MOST);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void theLargeSchoolsScreenReallySaysMore(String screen) {
        assertThat(LARGE_LENGTHS.get(screen)).isGreaterThan(SMALL_LENGTHS.get(screen));
    }

    @Test
    void everyQuestionIsCounted() {
        Runnable look = () -> sample.browser.get("/people");
        look.run();
        int once = statements.during(look).size();
        int twice =
                statements
                        .during(() -> {
                            look.run();
                            look.run();
                        })
                        .size();
        assertThat(twice).isGreaterThan(once);
    }

    private static void count(Map<String, List<String>> counts, Map<String, Integer> lengths) {
        for (String screen : SCREENS) {
            String address =
                    screen.replace("{course}", course)
                                    .replace("{department}", sample.first("roster.department"))
                                    .replace("{class}", sample.first("roster.class_group"))
                                    .replace("{week}", LocalDate.now().minusWeeks(2).toString())
                            + "school="
                            + sample.school.school()
                            + "&plan="
                            + plan;
            awaitWeeks(address);
            // The first time, who has signed in may have to be read again.
            for (int i = 0; i < 3; i++) {
                List<String> now =
                        statements.during(() ->
                                lengths.put(screen, sample.browser.get(address).body().length()));
                counts.merge(screen, now, (one, other) -> one.size() <= other.size() ? one : other);
            }
        }
    }

    /** A district's weeks are counted beside whoever looks first; until then it says less. */
    private static void awaitWeeks(String address) {
        for (int i = 0; i < 300 && address.startsWith("/adoption/district"); i++) {
            if (!sample.browser.get(address).body().contains("being counted")) {
                return;
            }
            LockSupport.parkNanos(200_000_000);
        }
    }
}
