package school.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandemdb.training.Tables.BOOKING;
import static school.tandemdb.training.Tables.COURSE;
import static school.tandemdb.training.Tables.SESSION;

import com.microsoft.playwright.Page;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import school.tandem.Server;
import school.tandem.browser.Chromium.Look;

/**
 * Opens every screen of the sample school as people see it: at a desk, in the dark, on a phone, and
 * in Spanish on the smallest. Each has to be usable by everybody, to fit, and to say nothing bad to
 * the browser; where the system property {@code tandem.screens} names a folder, each leaves a
 * picture there.
 */
class EveryScreenTest {

    private static Server server;
    private static Chromium chromium;
    private static Page signedIn;

    /** Every screen by the name of its picture, with where it is. */
    private static Map<String, String> screens() {
        Map<String, String> screens = new LinkedHashMap<>();
        screens.put("readiness", "");
        screens.put("training", "training");
        screens.put("training-course", "training/course?course=" + course());
        screens.put("training-departments", "training/departments");
        screens.put("training-room", "training/room?session=" + session());
        screens.put("training-seats", "training/seats?session=" + booked());
        screens.put("training-external", "training/external");
        screens.put("training-learning", "learning?school=" + school());
        screens.put("training-phones", "training/phones");
        screens.put("training-list", "training/list?session=" + session() + "&school=" + school());
        screens.put("training-mine", "training/mine");
        screens.put("adoption", "adoption");
        screens.put("adoption-grade", "adoption?grade=09&week=" + week());
        screens.put("adoption-teachers", "adoption?show=teachers");
        screens.put("adoption-access", "adoption?show=access");
        screens.put("adoption-practice", "adoption/practice");
        screens.put("adoption-classes", "adoption/classes");
        screens.put(
                "adoption-department",
                "adoption/classes?department=" + department() + "&week=" + week());
        screens.put("adoption-class", "adoption/class?class=" + schoolClass());
        screens.put("adoption-gaps", "adoption/gaps");
        screens.put("adoption-gaps-attended", "adoption/gaps?habit=attended");
        screens.put("adoption-gaps-grade", "adoption/gaps?habit=quiz&grade=10");
        screens.put("adoption-sources", "adoption/sources");
        screens.put("adoption-district", "adoption/district?week=" + week());
        screens.put("adoption-people", "adoption/people?measure=device&answer=unknown");
        screens.put("rollout", "rollout");
        screens.put("people", "people");
        screens.put("people-students", "people?show=students");
        screens.put("people-classes", "people?show=classes");
        screens.put("people-departments", "people?show=departments");
        screens.put("imports", "imports");
        screens.put("imports-meeting", "imports/meeting?session=" + session());
        screens.put("settings", "settings");
        screens.put("welcome", "welcome");
        return screens;
    }

    private static long course() {
        return server.database()
                .asOwner()
                .select(DSL.min(COURSE.ID))
                .from(COURSE)
                .fetchSingle()
                .value1()
                .value();
    }

    private static long department() {
        return number("select min(department_id) from roster.class_group");
    }

    private static long schoolClass() {
        return number("select min(id) from roster.class_group where department_id is not null");
    }

    private static LocalDate week() {
        return LocalDate.now().minusWeeks(2);
    }

    private static long number(String sql) {
        return server.database().asOwner().fetch(sql).getFirst().get(0, Long.class);
    }

    private static long school() {
        return server.database()
                .asOwner()
                .select(DSL.min(SESSION.SCHOOL_ID))
                .from(SESSION)
                .fetchSingle()
                .value1()
                .value();
    }

    private static long booked() {
        return server.database()
                .asOwner()
                .select(DSL.max(BOOKING.SESSION_ID))
                .from(BOOKING)
                .fetchSingle()
                .value1()
                .value();
    }

    private static long session() {
        return server.database()
                .asOwner()
                .select(DSL.min(SESSION.ID))
                .from(SESSION)
                .fetchSingle()
                .value1()
                .value();
    }

    @BeforeAll
    static void openTheSampleSchool() {
        server = Server.start();
        chromium = new Chromium();
        signedIn = FirstRun.ofOperator(chromium, server, Look.DESK);
        FirstRun.exploreSample(signedIn);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    /** The looks by language: a screen is opened once in each, and then only seen otherwise. */
    private static List<List<Look>> languages() {
        return List.of(List.of(Look.DESK, Look.DARK, Look.PHONE), List.of(Look.SMALLEST));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyScreenIsUsableAndFits(List<Look> looks) {
        Page page = chromium.page(looks.getFirst(), signedIn);
        if (looks.contains(Look.SMALLEST)) {
            FirstRun.speakSpanish(page, server);
        }
        chromium.complaints();
        List<String> faults = new ArrayList<>();
        screens()
                .forEach((name, address) -> {
                    page.navigate(server.url() + "/" + address);
                    page.waitForSelector("h1");
                    settle(page);
                    for (Look look : looks) {
                        look.on(page);
                        faults(page, name, look)
                                .forEach(fault -> faults.add(name + ", " + look + ": " + fault));
                    }
                    chromium.complaints().forEach(said -> faults.add(name + ": " + said));
                });
        page.context().close();
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(Page page, String name, Look look) {
        page.waitForFunction("document.getAnimations().every(one => one.playState != 'running')");
        Pictures.take(page, name + "-" + look.name().toLowerCase(Locale.ROOT));
        return switch (look) {
            case DESK -> Usable.faults(page);
            case DARK -> Usable.faintTexts(page); // the same page in other colours
            case PHONE, SMALLEST -> Usable.tooWide(page);
        };
    }

    @Test
    void whatKeepsSomebodyFromUsingAPageIsFound() {
        Page page = chromium.page(Look.PHONE);
        page.setContent(
                "<html lang='en'><title>T</title><main style='width: 900px; background: #fff'>"
                        + "<img src='data:,'><p style='color: #ccc'>Faint</p></main></html>");
        assertThat(Usable.faults(page))
                .hasSize(3)
                .anyMatch(fault -> fault.startsWith("image-alt <img"))
                .anyMatch(fault -> fault.startsWith("color-contrast <p"))
                .contains("wider than the window");
        assertThat(Usable.faintTexts(page)).hasSize(1);
        page.setContent("<html lang='en'><title>T</title><main><p>All right</p></main></html>");
        assertThat(Usable.faults(page)).isEmpty();
        page.context().close();
    }

    @Test
    void noScreenIsLeftOut() {
        Set<String> looked = new TreeSet<>();
        screens().values().forEach(address -> looked.add(address.replaceFirst("\\?.*", "")));
        assertThat(routes()).isNotEmpty().isSubsetOf(looked);
    }

    private static Set<String> routes() {
        var context = new VaadinServletContext(server.bean(ServletContext.class));
        return ApplicationRouteRegistry.getInstance(context).getRegisteredRoutes().stream()
                .map(RouteBaseData::getTemplate)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void settle(Page page) {
        page.waitForFunction(
                """
                Object.values(window.Vaadin?.Flow?.clients ?? {}).every(one => !one.isActive?.())
                    && [...document.querySelectorAll('tandem-trend')].every(
                        one => one.shadowRoot?.querySelector('svg path'))
                """);
    }
}
