package school.tandem.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.adoption.CoursePractice;
import school.tandem.adoption.Pace;
import school.tandem.adoption.TrainingToPractice;
import school.tandem.disclosure.Tally;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.Plans;
import school.tandem.roster.SampleSchool;
import school.tandem.security.Access;
import school.tandem.security.SchoolKey;
import school.tandem.training.BeforeAndAfter;
import school.tandem.training.BookingState;
import school.tandem.training.CompletionState;
import school.tandem.training.Course;
import school.tandem.training.CourseMatrix;
import school.tandem.training.OwnCourse;
import school.tandem.training.OwnTraining;
import school.tandem.training.Reach;
import school.tandem.training.Reminders;
import school.tandem.training.Room;
import school.tandem.training.RoomList;
import school.tandem.training.SeatList;
import school.tandem.training.Sessions;
import school.tandem.training.TrainingSession;

/** Every number of the training screens equals what a plain question to the tables says. */
class TrainingNumbersTest {

    private static final String AT_WORK =
            " from training.course c, roster.person p join roster.person_school w on w.person_id = p.id"
                    + " where p.kind = 'staff' and p.withdrawn_on is null"
                    + " and p.staff_role = any(c.required_for)";

    private static final String MISSING =
            AT_WORK
                    + " and not exists (select from training.completion t where t.course_id = c.id and t.person_id = p.id)";

    /** From the work itself, not from the sums of days; the product as a sum of logarithms. */
    private static final String PRACTICE =
            """
            with school_day as (
                select d::date as d
                from generate_series(date '2026-08-17', date '2026-11-24', interval '1 day') d
                where extract(isodow from d) < 6
                  and not exists (select from roster.holiday h
                                  where d::date between h.first_on and h.last_on)),
            did as (
                select e.person_id, a.assigned_on as d,
                       case a.work_kind when 'quiz' then 6 else 2 end as bits
                from adoption.assignment a
                join roster.enrolment e on e.class_id = a.class_id and e.role = 'teacher'
                where a.online
                union all
                select person_id, day, did from adoption.activity),
            trained as (
                select t.course_id, c.title, t.person_id, t.completed_on as on_day,
                       case c.trains when 'attendance' then 1 when 'assignments' then 2
                                     when 'quizzes' then 4 else 7 end as bits
                from training.completion t
                join training.course c on c.id = t.course_id
                where t.confirmed_at is not null),
            known as (
                select t.*,
                       exists (select from did
                               where did.person_id = t.person_id and did.bits & t.bits <> 0
                                 and did.d < t.on_day
                                 and did.d >= (select d from school_day where d < t.on_day
                                               order by d desc offset 19 limit 1)) as had,
                       (select min(did.d) from did
                        where did.person_id = t.person_id and did.bits & t.bits <> 0
                          and did.d >= t.on_day) as first_day,
                       (select max(v.covers_to)
                        from adoption.coverage v
                        join roster.enrolment e on e.class_id = v.class_id and e.role = 'teacher'
                        where e.person_id = t.person_id and v.practice & t.bits <> 0) as until
                from trained t),
            followed as (
                select course_id, first_day is not null as happened,
                       coalesce(first_day, until) - on_day as days
                from known
                where not had and until >= on_day),
            step as (
                select f.course_id, f.days, count(*) as d,
                       (select count(*) from followed g
                        where g.course_id = f.course_id and g.days >= f.days) as n
                from followed f
                where f.happened
                group by f.course_id, f.days),
            curve as (
                select course_id, days,
                       exp(sum(case when d = n then -600 else ln(1 - d::float8 / n) end)
                           over (partition by course_id order by days)) as share
                from step)
            select k.title, count(*) as trained, count(*) filter (where had) as before,
                   count(*) filter (where not had and (until is null or until < on_day))
                       as unfollowed,
                   (select count(*) from followed f where f.course_id = k.course_id) as followed,
                   (select count(*) from followed f where f.course_id = k.course_id and f.happened)
                       as practised,
                   (select min(days) from curve v
                    where v.course_id = k.course_id and v.share < .5 + 1e-9) as median,
                   (select count(*) from followed f where f.course_id = k.course_id and days >= 5)
                       as risk5,
                   (select count(*) from followed f where f.course_id = k.course_id and days >= 10)
                       as risk10,
                   (select count(*) from followed f where f.course_id = k.course_id and days >= 20)
                       as risk20,
                   (select count(*) from followed f where f.course_id = k.course_id and days >= 40)
                       as risk40
            from known k
            group by k.course_id, k.title
            """;

    private static final Field<Long> PERSON_ID = DSL.field("id", Long.class);

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
        assertThat(gaps).hasSize((int) number("select count(distinct p.id)" + MISSING));
        assertThat(gaps.stream().mapToInt(gap -> gap.courses().size()).sum())
                .isEqualTo((int) number("select count(*)" + MISSING));
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
        List<TrainingSession> all = sessions();
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

    @Test
    void theSeats() {
        for (TrainingSession session : sessions()) {
            List<SeatList.Seated> seats =
                    as(() -> server.bean(SeatList.class).of(key, session.id()));
            for (BookingState state : BookingState.values()) {
                assertThat(seats.stream().filter(s -> s.booking().state() == state).count())
                        .isEqualTo(
                                number(
                                        "select count(*) from training.booking where session_id = "
                                                + session.id()
                                                + " and state = '%s'".formatted(state.code())));
            }
        }
    }

    @Test
    void theRooms() {
        for (TrainingSession session : sessions()) {
            Room room = as(() -> server.bean(RoomList.class).of(key, session.id()));
            String of = " where session_id = " + session.id();
            assertThat(room.expected())
                    .isEqualTo(
                            (int)
                                    number(
                                            "select count(*) from (select person_id from"
                                                    + " training.booking"
                                                    + of
                                                    + " union select person_id from"
                                                    + " training.attendance"
                                                    + of
                                                    + ") there"));
            assertThat(room.here())
                    .isEqualTo(
                            (int)
                                    number(
                                            "select count(*) from training.attendance"
                                                    + of
                                                    + " and state in ('present', 'late',"
                                                    + " 'partial')"));
        }
    }

    @Test
    void whoWouldBeReminded() {
        Reminders.Outlook outlook = as(() -> server.bean(Reminders.class).outlook(key));
        assertThat(outlook.reach()).isEqualTo(Reach.SAMPLE);
        assertThat(outlook.people())
                .isEqualTo(
                        (int)
                                number(
                                        "select count(distinct p.id)"
                                                + MISSING
                                                + " and p.email is not null"))
                .isPositive();
        assertThat(outlook.unreachable())
                .isEqualTo(
                        (int)
                                number(
                                        "select count(distinct p.id)"
                                                + MISSING
                                                + " and p.email is null"));
        assertThat(outlook.reminded()).isZero();
    }

    @Test
    void whatEachOfTheStaffSeesOfThemselves() {
        Set<Integer> done = new HashSet<>();
        for (Record1<Long> person :
                owner.resultQuery(
                                "select id from roster.person where kind = 'staff' and withdrawn_on"
                                        + " is null order by id")
                        .coerce(PERSON_ID)
                        .fetch()) {
            String who = " and p.id = " + person.value1();
            signInAs(person.value1());
            List<OwnTraining.Mine> mine =
                    server.bean(OwnTraining.class).of(key, null).orElseThrow();
            List<OwnCourse> required =
                    mine.stream()
                            .map(OwnTraining.Mine::course)
                            .filter(OwnCourse::required)
                            .toList();
            assertThat(required).hasSize((int) number("select count(*)" + AT_WORK + who));
            assertThat(required.stream().filter(c -> c.state() == CompletionState.MISSING).count())
                    .isEqualTo(number("select count(*)" + MISSING + who));
            assertThat(mine.stream().filter(one -> one.booked() != null).count())
                    .isEqualTo(
                            number(
                                    "select count(distinct s.course_id) from training.booking b"
                                            + " join training.session s on s.id = b.session_id"
                                            + " where s.starts_at > timestamptz"
                                            + " '2026-11-24T15:00:00Z' and b.person_id = "
                                            + person.value1()));
            done.add((int) required.stream().filter(c -> c.completedOn() != null).count());
        }
        assertThat(done).as("some have done none, others all").contains(0, 3);
    }

    @Test
    void fromTrainingToPractice() {
        List<CoursePractice> told = as(() -> server.bean(TrainingToPractice.class).of(key, null));
        Map<String, Record> counted = new HashMap<>();
        owner.fetch(PRACTICE).forEach(row -> counted.put(row.get("title", String.class), row));
        assertThat(told.stream().map(one -> one.course().title()))
                .containsExactlyInAnyOrderElementsOf(counted.keySet());
        for (CoursePractice one : told) {
            Record row = counted.get(one.course().title());
            if (one.isHidden()) {
                assertThat(row.get("trained", Integer.class)).isLessThan(5);
                continue;
            }
            assertThat(one.trained().count()).isEqualTo(row.get("trained", Integer.class));
            assertThat(one.before().count()).isEqualTo(row.get("before", Integer.class));
            assertThat(one.unfollowed().count()).isEqualTo(row.get("unfollowed", Integer.class));
            Pace pace = one.pace();
            if (pace == null) {
                assertThat(row.get("followed", Integer.class)).isLessThan(5);
                continue;
            }
            assertThat(pace.followed()).isEqualTo(row.get("followed", Integer.class));
            assertThat(one.practised().count()).isEqualTo(row.get("practised", Integer.class));
            assertThat(one.notYet().count()).isEqualTo(pace.followed() - one.practised().count());
            assertThat(pace.half().stream().boxed().findFirst().orElse(null))
                    .isEqualTo(row.get("median", Integer.class));
            for (int day : List.of(5, 10, 20, 40)) {
                int atRisk = row.get("risk" + day, Integer.class);
                assertThat(pace.atRisk().get(day).people())
                        .isEqualTo(atRisk > 0 && atRisk < 5 ? null : (Integer) atRisk);
            }
        }
        assertThat(told).anyMatch(one -> one.pace() != null && one.before().count() > 0);
        assertThat(told).anyMatch(one -> one.pace() != null && one.practised().count() > 0);
        assertThat(told).anyMatch(one -> one.unfollowed().count() > 0);
    }

    /** Gives somebody of the staff an account and signs them in, until the test ends. */
    private static void signInAs(long person) {
        String email = "p" + person + "@school.example";
        owner.execute(
                "insert into security.account (email, name, password_hash, created_at)"
                        + " values (?, 'T', '{noop}none', now())",
                email);
        owner.execute(
                "insert into security.membership (account_id, district_id, school_id, person_id,"
                        + " role, created_at) select id, ?, ?, ?, 'teacher', now() from"
                        + " security.account where email = ?",
                key.district().value(),
                key.school().value(),
                person,
                email);
        var user = server.bean(UserDetailsService.class).loadUserByUsername(email);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                user, null, user.getAuthorities()));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static List<TrainingSession> sessions() {
        return as(() -> {
            Sessions sessions = server.bean(Sessions.class);
            List<TrainingSession> both = new java.util.ArrayList<>(sessions.ahead(key, 100));
            both.addAll(sessions.behind(key, 100));
            return both;
        });
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
