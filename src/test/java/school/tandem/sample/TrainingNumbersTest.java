package school.tandem.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.disclosure.Tally;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.Plans;
import school.tandem.roster.SampleSchool;
import school.tandem.security.Access;
import school.tandem.security.SchoolKey;
import school.tandem.training.BeforeAndAfter;
import school.tandem.training.CompletionState;
import school.tandem.training.Course;
import school.tandem.training.CourseMatrix;
import school.tandem.training.Sessions;
import school.tandem.training.TrainingSession;

/** Every number of the training screens equals what a plain question to the tables says. */
class TrainingNumbersTest {

    private static final String AT_WORK =
            " from training.course c, roster.person p join roster.person_school w on w.person_id = p.id"
                    + " where p.kind = 'staff' and p.withdrawn_on is null"
                    + " and p.staff_role = any(c.required_for)";

    private static Server server;
    private static SchoolKey key;
    private static org.jooq.DSLContext owner;

    @BeforeAll
    static void load() {
        server = Server.at(new SettableClock("2026-11-24T15:00:00Z"));
        owner = server.database().asOwner();
        key = as(() -> server.bean(SampleSchool.class).load());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theMatrix() {
        CourseMatrix.Matrix matrix = as(() -> server.bean(CourseMatrix.class).of(key));
        assertThat(matrix.courses()).hasSize(3);
        assertThat(matrix.departments()).hasSizeGreaterThan(4);
        for (Map.Entry<DepartmentId, String> department : matrix.departments().entrySet()) {
            for (Course course : matrix.courses()) {
                String cell =
                        AT_WORK
                                + " and w.department_id = %s and c.id = %s"
                                        .formatted(department.getKey(), course.id());
                long all = number("select count(*)" + cell);
                long done = number("select count(*)" + cell + completed("is not null"));
                long waits = number("select count(*)" + cell + completed("is null"));
                assertThat(matrix.of(department.getKey(), course.id()))
                        .as(department.getValue() + " by " + course.title())
                        .isEqualTo(new Tally(done, all - waits, all));
            }
        }
    }

    @Test
    void whoMissesWhat() {
        List<CourseMatrix.Gap> gaps = as(() -> server.bean(CourseMatrix.class).gaps(key));
        String missing =
                AT_WORK
                        + " and not exists (select from training.completion t where t.course_id = c.id and t.person_id = p.id)";
        assertThat(gaps).hasSize((int) number("select count(distinct p.id)" + missing));
        assertThat(gaps.stream().mapToInt(gap -> gap.courses().size()).sum())
                .isEqualTo((int) number("select count(*)" + missing));
    }

    @Test
    void theFile() {
        List<CourseMatrix.Line> lines = as(() -> server.bean(CourseMatrix.class).lines(key));
        assertThat(lines.stream().filter(CourseMatrix.Line::required).count())
                .isEqualTo(number("select count(*)" + AT_WORK));
        assertThat(lines.stream().filter(l -> l.state() == CompletionState.CONFIRMED).count())
                .isEqualTo(
                        number(
                                "select count(*) from training.completion where confirmed_at is not"
                                        + " null"));
    }

    @Test
    void beforeAndAfterTheDecision() {
        LocalDate decision =
                as(() -> server.bean(Plans.class).current(key)).orElseThrow().decisionOn();
        BeforeAndAfter.Sides sides = as(() -> server.bean(BeforeAndAfter.class).of(key, decision));
        String zone =
                as(() -> server.bean(school.tandem.roster.Schools.class).find(key)).zone().getId();
        String turn = "timestamp '%s 00:00' at time zone '%s'".formatted(decision, zone);
        assertThat(sides.before()).isEqualTo(side("s.starts_at < " + turn));
        assertThat(sides.after())
                .isEqualTo(
                        side(
                                "s.starts_at >= "
                                        + turn
                                        + " and s.starts_at < timestamptz '2026-11-24T15:00:00Z'"));
        assertThat(sides.before().people()).isPositive();
        assertThat(sides.after().people()).isPositive();
    }

    @Test
    void theSessions() {
        List<TrainingSession> all =
                as(() -> {
                    Sessions sessions = server.bean(Sessions.class);
                    List<TrainingSession> both =
                            new java.util.ArrayList<>(sessions.ahead(key, 100));
                    both.addAll(sessions.behind(key, 100));
                    return both;
                });
        assertThat(all).hasSize((int) number("select count(*) from training.session"));
        for (TrainingSession session : all) {
            String of = " where session_id = " + session.id();
            assertThat(session.booked())
                    .isEqualTo(
                            (int)
                                    number(
                                            "select count(*) from training.booking"
                                                    + of
                                                    + " and state <> 'waiting'"));
            assertThat(session.waiting())
                    .isEqualTo(
                            (int)
                                    number(
                                            "select count(*) from training.booking"
                                                    + of
                                                    + " and state = 'waiting'"));
            assertThat(session.attended())
                    .isEqualTo(
                            (int)
                                    number(
                                            "select count(*) from training.attendance"
                                                    + of
                                                    + " and state = 'present'"));
            assertThat(session.completed())
                    .isEqualTo((int) number("select count(*) from training.completion" + of));
        }
        assertThat(all).anyMatch(TrainingSession::full).anyMatch(s -> s.attended() > 0);
    }

    private static BeforeAndAfter.Side side(String when) {
        return new BeforeAndAfter.Side(
                (int) number("select count(*) from training.session s where " + when),
                (int)
                        number(
                                "select count(distinct a.person_id) from training.session s join"
                                        + " training.attendance a on a.session_id = s.id where"
                                        + " a.state = 'present' and "
                                        + when),
                number(
                        "select coalesce(sum(s.minutes), 0) from training.session s join"
                                + " training.attendance a on a.session_id = s.id where a.state ="
                                + " 'present' and "
                                + when));
    }

    private static String completed(String confirmed) {
        return " and exists (select from training.completion t where t.course_id = c.id and"
                + " t.person_id = p.id and t.confirmed_at "
                + confirmed
                + ")";
    }

    private static long number(String sql) {
        return owner.fetch(sql).getFirst().get(0, Long.class);
    }

    private static <T> T as(Supplier<T> work) {
        return server.bean(Access.class).asInstallation(work);
    }
}
