package school.tandem.load.adoption;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import school.tandem.Browser;
import school.tandem.readiness.Snapshots;
import school.tandem.roster.Plan;
import school.tandem.roster.Plans;
import school.tandem.security.Access;
import school.tandem.security.AccountId;
import school.tandem.security.Accounts;
import school.tandem.security.Membership;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;
import school.tandem.security.SetUp;

/**
 * How long the server works on the dashboard and on the screens of adoption: 200 requests over
 * HTTP, each answered with the whole screen, by turns for some schools, for an administrator of the
 * district, who leaves each before opening the next, as browsers say that they do.
 */
final class ScreenTimes {

    private static final int WARM_UP = 400;
    private static final int TIMES = 200;
    private static final String EMAIL = "bench@school.example";
    private static final String PASSWORD = "a long enough one";
    private static final LocalDate DECIDED = GeneratedBundle.TODAY.minusDays(30);

    private static final List<String> DASHBOARD = List.of("/?");

    /** All that a school has; a district's weeks are counted once, beside whoever looks first. */
    private static final List<String> ADOPTION =
            List.of(
                    "/adoption?",
                    "/adoption?show=teachers&",
                    "/adoption?show=access&",
                    "/adoption/classes?",
                    "/adoption/gaps?",
                    "/adoption/practice?",
                    "/adoption/sources?");

    private final Access access;
    private final ApplicationContext context;
    private final List<SchoolKey> schools;
    private final Browser browser;
    private String page = "";

    /**
     * @param schools whose screens are asked for; each gets a plan with a month of snapshots
     */
    ScreenTimes(ApplicationContext context, BenchDatabase database, List<SchoolKey> schools)
            throws Exception {
        this.context = context;
        this.access = context.getBean(Access.class);
        this.schools = schools;
        for (SchoolKey school : schools) {
            access.asInstallation(() -> plan(school));
        }
        Environment environment = context.getEnvironment();
        this.browser =
                Browser.at(
                        "http://localhost:" + environment.getRequiredProperty("local.server.port"));
        signIn(database);
    }

    private Plan plan(SchoolKey school) {
        Plan plan =
                context.getBean(Plans.class)
                        .make(
                                school,
                                new Plans.Fields(
                                        "Move online",
                                        null,
                                        DECIDED,
                                        GeneratedBundle.TODAY.plusDays(30)));
        context.getBean(Snapshots.class).fill(plan, DECIDED);
        return plan;
    }

    private void signIn(BenchDatabase database) throws Exception {
        browser.post(
                context.getBean(SetUp.class).link("").orElseThrow(),
                Map.of("name", "Bench", "email", EMAIL, "password", PASSWORD));
        long account =
                ((Number) database.rows("select id from security.account").getFirst().getFirst())
                        .longValue();
        access.asInstallation(() -> {
            context.getBean(Accounts.class)
                    .addMembership(
                            new AccountId(account),
                            new Membership(
                                    schools.getFirst().district(), null, Role.ADMINISTRATOR, null));
            return account;
        });
    }

    void measure(Map<String, Object> figures) throws Exception {
        put(figures, "dashboard", times(DASHBOARD));
        put(figures, "adoption", times(ADOPTION));
    }

    private static void put(Map<String, Object> figures, String name, Times times) {
        figures.put(name + "P50Ms", times.quantile(.5));
        figures.put(name + "P95Ms", times.quantile(.95));
    }

    private Times times(List<String> screens) throws Exception {
        Times measured = new Times();
        for (int request = 0; request < WARM_UP + TIMES; request++) {
            SchoolKey school = schools.get(request / screens.size() % schools.size());
            String address = screens.get(request % screens.size()) + "school=" + school.school();
            double took = Times.once(() -> open(address));
            browser.leave(page);
            if (request >= WARM_UP) {
                measured.add(took);
            }
        }
        return measured;
    }

    private void open(String address) {
        var answer = browser.get(address);
        page = answer.body();
        if (answer.statusCode() != 200 || !page.contains("shell")) {
            throw new IllegalStateException("No screen at " + address);
        }
    }
}
