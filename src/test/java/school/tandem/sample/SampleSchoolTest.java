package school.tandem.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.adoption.AdoptionFigures;
import school.tandem.adoption.AdoptionWeeks;
import school.tandem.adoption.Answer;
import school.tandem.adoption.Answers;
import school.tandem.adoption.HomeAccess;
import school.tandem.adoption.Measure;
import school.tandem.adoption.PeopleBehind;
import school.tandem.adoption.Via;
import school.tandem.adoption.Week;
import school.tandem.adoption.intake.CategoryMeanings;
import school.tandem.installation.Command;
import school.tandem.readiness.Assessment.Hold;
import school.tandem.readiness.Count;
import school.tandem.readiness.Indicator;
import school.tandem.readiness.Readiness;
import school.tandem.readiness.Snapshot;
import school.tandem.readiness.Snapshots;
import school.tandem.readiness.Standing;
import school.tandem.rollout.Checklists;
import school.tandem.rollout.Item;
import school.tandem.rollout.ItemState;
import school.tandem.roster.HolidayCalendar;
import school.tandem.roster.People;
import school.tandem.roster.PersonId;
import school.tandem.roster.Plan;
import school.tandem.roster.Plans;
import school.tandem.roster.SampleSchool;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.DaysRow;
import school.tandem.security.Access;
import school.tandem.security.SchoolKey;
import school.tandem.training.Completions;
import school.tandem.training.CourseId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample school: believable, and every figure of it as a plain question to the tables says. */
@Tag("database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleSchoolTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final SettableClock CLOCK = new SettableClock("2026-11-24T15:00:00Z");
    private static Server server;
    private static SchoolKey key;
    private static Plan plan;

    @BeforeAll
    static void load() {
        server = Server.at(CLOCK);
        key = as(() -> server.bean(SampleSchool.class).load());
        plan = as(() -> server.bean(Plans.class).current(key)).orElseThrow();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void aLevelShowsAndNoneOfItsFiguresIsAtAnEnd() {
        Standing now = standing(TODAY);
        assertThat(now.assessment().level()).isNotNull();
        assertThat(now.assessment().score().orElseThrow()).isBetween(40.0, 80.0);
        assertThat(now.assessment().coverage()).isGreaterThan(.60);
        assertThat(now.training().teachers()).isBetween(50, 65);
        assertThat(now.counts().get(Indicator.DEVICE).n()).isBetween(780L, 830L);
        assertThat(now.assessment().holds()).contains(Hold.PILLAR_UNKNOWN);
        for (Indicator indicator :
                List.of(
                        Indicator.COMPLETIONS,
                        Indicator.COMPLETE_TEACHERS,
                        Indicator.ASSIGNMENTS,
                        Indicator.QUIZZES,
                        Indicator.HANDED_IN,
                        Indicator.QUIZ,
                        Indicator.HAND_IN_RATE,
                        Indicator.DEVICE,
                        Indicator.CONNECTION,
                        Indicator.ITEMS)) {
            Count count = now.counts().get(indicator);
            assertThat(count.middle().orElseThrow()).as(indicator.code()).isBetween(.15, .99);
        }
    }

    @Test
    @Order(1)
    void twelveWeeksOfHistoryRise() {
        List<Snapshot> history = as(() -> server.bean(Snapshots.class).of(plan, 200));
        assertThat(history).hasSize(85);
        assertThat(history.getFirst().day()).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(history.getLast().day()).isEqualTo(TODAY.minusDays(1));
        assertThat(history).allMatch(Snapshot::recomputed);
        double before = history.get(40).score();
        double now = history.getLast().score();
        assertThat(now - before).isGreaterThan(10);
        Snapshot last = history.getLast();
        Standing again = standing(last.day());
        assertThat(last.score())
                .isCloseTo(
                        again.assessment().score().orElseThrow(),
                        org.assertj.core.api.Assertions.within(.005));
    }

    @Test
    @Order(1)
    void fewHandInsFallOnWeekendsAndNoneOfItsWorkIsSetThen() {
        Map<Integer, Long> byDay = new TreeMap<>();
        owner(
                        "select extract(isodow from handed_in_on)::int, count(*) from"
                                + " adoption.submission where status = 'handed_in' group by 1")
                .forEach(row -> byDay.put(row.get(0, Integer.class), row.get(1, Long.class)));
        double weekday =
                (byDay.get(1) + byDay.get(2) + byDay.get(3) + byDay.get(4) + byDay.get(5)) / 5.0;
        assertThat((double) byDay.getOrDefault(6, 0L)).isBetween(.01 * weekday, .6 * weekday);
        assertThat((double) byDay.getOrDefault(7, 0L)).isBetween(.01 * weekday, .6 * weekday);
        assertThat(
                        number(
                                "select count(*) from adoption.submission s join roster.holiday h on"
                                        + " s.handed_in_on between h.first_on and h.last_on"))
                .isLessThan((long) (.6 * 2 * weekday / 12));
    }

    @Test
    @Order(3)
    void aCategoryThatCountsAsSomethingElseMovesTheFiguresAndBack() {
        var meanings = server.bean(CategoryMeanings.class);
        Count before = standing(TODAY).counts().get(Indicator.QUIZ);
        var quizzes =
                as(() -> meanings.of(key.district())).stream()
                        .filter(one -> one.kind() == CategoryMeanings.Kind.QUIZ)
                        .toList();
        assertThat(quizzes).isNotEmpty();
        quizzes.forEach(one -> say(one.title(), CategoryMeanings.Kind.PAPER));
        assertThat(standing(TODAY).counts().get(Indicator.QUIZ).yes()).isZero();
        quizzes.forEach(one -> say(one.title(), CategoryMeanings.Kind.QUIZ));
        assertThat(standing(TODAY).counts().get(Indicator.QUIZ)).isEqualTo(before);
    }

    private static void say(String title, CategoryMeanings.Kind kind) {
        as(() -> {
            server.bean(CategoryMeanings.class).say(key.district(), title, kind);
            return true;
        });
    }

    @Test
    @Order(2)
    void thePeopleBehindAFigureAreAsManyAsItSays() {
        Standing now = standing(TODAY);
        for (Measure measure : Measure.values()) {
            if (measure.ofPeople()) {
                for (Answer answer : Answer.values()) {
                    var people = as(() -> server.bean(PeopleBehind.class).of(key, measure, answer));
                    assertThat(people)
                            .as(measure + " " + answer)
                            .hasSize(Math.toIntExact(answer.of(now.adoption().ofSchool(measure))));
                }
            }
        }
        assertThat(
                        number(
                                "select count(*) from security.audit_entry where action ="
                                        + " 'students.read' and facts ->> 'measure' = 'device'"))
                .isEqualTo(Answer.values().length);
    }

    @Test
    @Order(2)
    void everyFigureIsAsAPlainQuestionSays() {
        var counts = standing(TODAY).counts();
        String from =
                owner(
                                "select min(day)::text from (select day from (select g::date as day from"
                                        + " generate_series(date '2026-06-01', date '2026-11-24',"
                                        + " interval '1 day') g) d where extract(isodow from day) < 6"
                                        + " and exists (select from roster.academic_session s where"
                                        + " s.kind <> 'schoolYear' and d.day >= s.starts_on and d.day <"
                                        + " s.ends_on) and not exists (select from roster.holiday h"
                                        + " where d.day between h.first_on and h.last_on) order by day"
                                        + " desc limit 20) x")
                        .getFirst()
                        .get(0, String.class);
        assertThat(from).isEqualTo("2026-10-28");
        String inClass =
                "(select distinct e.person_id from roster.enrolment e where e.role = '%s')";
        String students = inClass.formatted("student");
        String teachers = inClass.formatted("teacher");
        long all = number("select count(*) from " + students + " x");
        String didHandIn =
                "select count(distinct s.student_id) from adoption.submission s join"
                        + " adoption.assignment a on a.id = s.assignment_id where s.status ="
                        + " 'handed_in' and s.handed_in_on >= '"
                        + from
                        + "' and s.student_id in "
                        + students;
        long handedIn = number(didHandIn);
        long quiz = number(didHandIn + " and a.work_kind = 'quiz'");
        same(counts, Indicator.HANDED_IN, handedIn, all - handedIn, 0);
        same(counts, Indicator.OPENED, handedIn, 0, all - handedIn);
        same(counts, Indicator.QUIZ, quiz, all - quiz, 0);
        String due =
                "from adoption.assignment a join roster.enrolment e on e.class_id = a.class_id and"
                        + " e.role = 'student' where a.due_on between '"
                        + from
                        + "' and '2026-11-24'";
        long owed = number("select count(*) " + due);
        long came =
                number(
                        "select count(*) "
                                + due
                                + " and exists (select from adoption.submission s"
                                + " where s.assignment_id = a.id and s.student_id = e.person_id)");
        same(counts, Indicator.HAND_IN_RATE, came, owed - came, 0);
        String taught =
                "select count(distinct e.person_id) from roster.enrolment e join"
                        + " adoption.assignment a on a.class_id = e.class_id where a.online and e.role ="
                        + " 'teacher' and a.assigned_on between '"
                        + from
                        + "' and '2026-11-24'";
        long teach = number("select count(*) from " + teachers + " x");
        long set = number(taught);
        long gave = number(taught + " and a.work_kind = 'quiz'");
        same(counts, Indicator.ASSIGNMENTS, set, teach - set, 0);
        same(counts, Indicator.QUIZZES, gave, teach - gave, 0);
        String covered =
                "select count(distinct e.person_id) from roster.enrolment e join adoption.coverage v"
                        + " on v.class_id = e.class_id where v.source = 'activity-list' and e.role ="
                        + " '%s'";
        String seen =
                "select count(distinct person_id) from adoption.activity where did = %d and day >= '"
                        + from
                        + "' and person_id in %s";
        long heard = number(covered.formatted("teacher"));
        long took = number(seen.formatted(1, teachers));
        assertThat(took).isPositive();
        same(counts, Indicator.ATTENDANCE, took, heard - took, teach - heard);
        long attended = number(seen.formatted(8, students));
        assertThat(standing(TODAY).adoption().ofSchool(Measure.ATTENDED))
                .isEqualTo(
                        new Answers(
                                attended,
                                number(covered.formatted("student")) - attended,
                                all - number(covered.formatted("student"))));
        for (Indicator home : List.of(Indicator.DEVICE, Indicator.CONNECTION)) {
            String said = "select count(*) from adoption.home_access where " + home.code();
            long yes = number(said);
            long no = number(said + " is false");
            same(counts, home, yes, no, all - yes - no);
        }
        String required =
                "from training.course c, roster.person p where p.staff_role = any(c.required_for)";
        String done =
                " and exists (select from training.completion t where t.course_id = c.id and"
                        + " t.person_id = p.id and t.confirmed_at is %s null)";
        long must = number("select count(*) " + required);
        long sure = number("select count(*) " + required + done.formatted("not"));
        long said = number("select count(*) " + required + done.formatted(""));
        same(counts, Indicator.COMPLETIONS, sure, must - sure - said, said);
        String missing =
                "exists (select from training.course c where 'teacher' = any(c.required_for)"
                        + " and not exists (select from training.completion t where t.course_id = c.id and"
                        + " t.person_id = x.person_id %s))";
        long notAll =
                number("select count(*) from " + teachers + " x where " + missing.formatted(""));
        long notSure =
                number(
                        "select count(*) from "
                                + teachers
                                + " x where "
                                + missing.formatted("and t.confirmed_at is not null"));
        same(counts, Indicator.COMPLETE_TEACHERS, teach - notSure, notAll, notSure - notAll);
        long coaches =
                number(
                        "select count(distinct t.person_id) from training.completion t join"
                                + " training.course c on c.id = t.course_id where c.gives = 'coach' and"
                                + " t.confirmed_at is not null");
        long needed = (teach + 14) / 15;
        same(
                counts,
                Indicator.COACHES,
                Math.min(coaches, needed),
                needed - Math.min(coaches, needed),
                0);
        String weight =
                "select coalesce(sum(weight), 0) from rollout.item where not after_move and"
                        + " state %s 'done'";
        same(
                counts,
                Indicator.ITEMS,
                number(weight.formatted("=")),
                number(weight.formatted("<>")),
                0);
    }

    @Test
    @Order(2)
    void everyWeekIsAsAPlainQuestionSaysAndTellsOfMoreAndMore() {
        List<Week> weeks =
                as(() -> server.bean(AdoptionWeeks.class).of(key, TODAY, "school", null)).weeks();
        assertThat(weeks).hasSize(15);
        for (Week week : weeks) {
            LocalDate day = week.of().day();
            String handedIn =
                    "select count(distinct student_id) from adoption.submission s join"
                            + " adoption.assignment a on a.id = s.assignment_id where s.status ="
                            + " 'handed_in' and handed_in_on between '%s' and '%s'";
            LocalDate from = windowStart(day);
            var inWindow = week.inWindow();
            assertThat(inWindow.ofSchool(Measure.HANDED_IN).yes())
                    .as("handed in by " + day)
                    .isEqualTo(number(handedIn.formatted(from, day)));
            assertThat(inWindow.ofSchool(Measure.QUIZ).yes())
                    .as("quiz by " + day)
                    .isEqualTo(number(handedIn.formatted(from, day) + " and a.work_kind = 'quiz'"));
            assertThat(week.inYear().ofSchool(Measure.HANDED_IN).yes())
                    .isEqualTo(number(handedIn.formatted("2026-01-01", day)));
            String onTime = " and due_on between '%s' and '%s' and handed_in_on %s due_on";
            String pieces =
                    handedIn.replace("distinct student_id", "*").formatted("2026-01-01", day);
            assertThat(inWindow.ofSchool(Measure.ON_TIME))
                    .isEqualTo(
                            new Answers(
                                    number(pieces + onTime.formatted(from, day, "<=")),
                                    number(pieces + onTime.formatted(from, day, ">")),
                                    0));
            assertThat(inWindow.ofSchool(Measure.HANDED_IN).all()).isEqualTo(812);
        }
        long early = weeks.get(4).inWindow().ofSchool(Measure.HANDED_IN).yes();
        assertThat(early).isPositive();
        assertThat(weeks.getLast().inWindow().ofSchool(Measure.HANDED_IN).yes())
                .isGreaterThan(early * 3 / 2);
    }

    /** The twentieth-last day with school; the sample has a long weekend from 8 October. */
    private static LocalDate windowStart(LocalDate day) {
        LocalDate yearStart = LocalDate.of(2026, 8, 17);
        int seen = 0;
        LocalDate found = day;
        for (LocalDate at = day; seen < 20 && !at.isBefore(yearStart); at = at.minusDays(1)) {
            boolean holiday =
                    at.equals(LocalDate.of(2026, 10, 8)) || at.equals(LocalDate.of(2026, 10, 9));
            if (at.getDayOfWeek().getValue() < 6 && !holiday) {
                found = at;
                seen++;
            }
        }
        return found;
    }

    @Test
    @Order(3)
    void theCommandPrintsTheSameAsOneObject() {
        JsonNode object = JsonMapper.shared().readTree(command(0, "--json"));
        Standing now = standing(TODAY);
        assertThat(object.propertyNames())
                .containsExactly(
                        "school",
                        "asOf",
                        "level",
                        "score",
                        "low",
                        "high",
                        "coverage",
                        "cappedBy",
                        "pillars");
        assertThat(object.get("school").asString()).isEqualTo("riverside");
        assertThat(object.get("asOf").asString()).isEqualTo("2026-11-24");
        assertThat(object.get("level").asInt()).isEqualTo(now.assessment().level());
        assertThat(object.get("score").asDouble())
                .isEqualTo(now.assessment().score().orElseThrow());
        assertThat(object.get("pillars").size()).isEqualTo(7);
        JsonNode it = object.get("pillars").get(5);
        assertThat(it.propertyNames())
                .containsExactly("code", "level", "value", "low", "high", "coverage", "indicators");
        assertThat(it.get("code").asString()).isEqualTo("it");
        assertThat(it.get("level").isNull()).isTrue();
        assertThat(it.get("value").isNull()).isTrue();
        assertThat(it.get("indicators").get(0).propertyNames())
                .containsExactly("code", "yes", "no", "unknown", "n", "floor", "target");
        String before = command(0, "--json", "--as-of", "2026-10-01", "--school", "riverside");
        assertThat(JsonMapper.shared().readTree(before).get("asOf").asString())
                .isEqualTo("2026-10-01");
    }

    @Test
    @Order(3)
    void theCommandRefusesWhatItCannotAnswer() {
        assertThat(command(2, "--json", "--school", "elsewhere")).isEmpty();
        assertThat(command(2, "--json", "--as-of", "2026-02-30")).isEmpty();
        assertThat(command(2, "--json", "--as-of", "2026-11-25")).isEmpty();
        assertThat(command(2, "--json", "--as-of")).isEmpty();
        assertThat(command(2, "--jason")).isEmpty();
    }

    @Test
    @Order(4)
    void aTypedAnswerCountsAtOnce() {
        Count before = standing(TODAY).counts().get(Indicator.DEVICE);
        String unasked =
                owner(
                                "select external_id from roster.person p where kind = 'student' and not exists"
                                        + " (select from adoption.home_access h where h.student_id = p.id)"
                                        + " limit 1")
                        .getFirst()
                        .get(0, String.class);
        as(() -> {
            server.bean(HomeAccess.class).answer(key, unasked, true, null, Via.PHONE);
            return true;
        });
        assertThat(standing(TODAY).counts().get(Indicator.DEVICE))
                .isEqualTo(new Count(before.yes() + 1, before.no(), before.unknown() - 1));
    }

    @Test
    @Order(4)
    void aConfirmedCompletionCountsAtOnce() {
        Count before = standing(TODAY).counts().get(Indicator.COMPLETIONS);
        var waiting =
                owner(
                                "select course_id, person_id from training.completion where confirmed_at is"
                                        + " null limit 1")
                        .getFirst();
        as(() ->
                server.bean(Completions.class)
                        .confirm(
                                key,
                                new CourseId(waiting.get(0, Long.class)),
                                List.of(new PersonId(waiting.get(1, Long.class)))));
        assertThat(standing(TODAY).counts().get(Indicator.COMPLETIONS))
                .isEqualTo(new Count(before.yes() + 1, before.no(), before.unknown() - 1));
    }

    @Test
    @Order(4)
    void aTickedItemCountsAtOnceAndAPastDayStays() {
        Standing before = standing(TODAY);
        Standing yesterday = standing(TODAY.minusDays(1));
        Item item = before.checklist().open().getFirst();
        Checklists checklists = server.bean(Checklists.class);
        as(() -> {
            checklists.setState(key, plan.id(), item, ItemState.DONE, "");
            return true;
        });
        Count ticked = standing(TODAY).counts().get(Indicator.ITEMS);
        assertThat(ticked.yes())
                .isEqualTo(before.counts().get(Indicator.ITEMS).yes() + item.weight());
        assertThat(standing(TODAY.minusDays(1)).counts().get(Indicator.ITEMS))
                .isEqualTo(yesterday.counts().get(Indicator.ITEMS));
        // Untick in the same moment of this clock: the last word counts.
        as(() -> {
            checklists.setState(key, plan.id(), item.changedOnce(), ItemState.OPEN, "");
            return true;
        });
        assertThat(standing(TODAY).counts().get(Indicator.ITEMS))
                .isEqualTo(before.counts().get(Indicator.ITEMS));
    }

    @Test
    @Order(4)
    void aHolidayMovesTheWindowAtOnceAndBackAgain() {
        Count before = standing(TODAY).counts().get(Indicator.HAND_IN_RATE);
        HolidayCalendar holidays = server.bean(HolidayCalendar.class);
        as(() ->
                holidays.add(
                        key,
                        List.of(new DaysRow(0, "Flood", TODAY.minusDays(15), TODAY.minusDays(8)))));
        assertThat(standing(TODAY).counts().get(Indicator.HAND_IN_RATE)).isNotEqualTo(before);
        long id = number("select max(id) from roster.holiday");
        as(() -> holidays.remove(key, id));
        assertThat(standing(TODAY).counts().get(Indicator.HAND_IN_RATE)).isEqualTo(before);
    }

    @Test
    @Order(4)
    void aTeacherWhoLeavesCountsNoMoreAtOnce() {
        Count before = standing(TODAY).counts().get(Indicator.ASSIGNMENTS);
        PersonId teacher =
                new PersonId(
                        number(
                                "select min(person_id) from roster.enrolment where role = 'teacher'"));
        People people = server.bean(People.class);
        as(() -> {
            people.end(key, teacher);
            return true;
        });
        assertThat(standing(TODAY).counts().get(Indicator.ASSIGNMENTS).n())
                .isEqualTo(before.n() - 1);
        as(() -> {
            people.giveBack(key, teacher);
            return true;
        });
        assertThat(standing(TODAY).counts().get(Indicator.ASSIGNMENTS)).isEqualTo(before);
    }

    @Test
    @Order(5)
    void whatIsKeptOfTodayIsWhatIsCountedOnceItIsPast() {
        var kept = as(() -> server.bean(AdoptionFigures.class).of(key, TODAY)).byGroup();
        CLOCK.set("2026-11-25T05:10:00Z");
        as(() -> {
            server.bean(AdoptionFigures.class).refreshIfNewDay(key, TODAY.plusDays(1));
            return true;
        });
        var counted = as(() -> server.bean(AdoptionFigures.class).of(key, TODAY)).byGroup();
        kept.forEach((group, measures) -> assertThat(counted.get(group)).isEqualTo(measures));
    }

    @Test
    @Order(6)
    void theNightTakesOneSnapshotADayAndMarksWhatItMissed() {
        Snapshots snapshots = server.bean(Snapshots.class);
        CLOCK.set("2026-11-25T05:20:00Z");
        catchUp(snapshots);
        catchUp(snapshots);
        Snapshot yesterday = as(() -> snapshots.of(plan, 1)).getFirst();
        assertThat(yesterday.day()).isEqualTo(TODAY);
        assertThat(yesterday.recomputed()).isFalse();
        CLOCK.set("2026-11-29T05:10:00Z");
        catchUp(snapshots);
        assertThat(as(() -> snapshots.of(plan, 4)))
                .extracting(Snapshot::day)
                .containsExactly(
                        TODAY.plusDays(1), TODAY.plusDays(2), TODAY.plusDays(3), TODAY.plusDays(4));
        assertThat(as(() -> snapshots.of(plan, 4)))
                .extracting(Snapshot::recomputed)
                .containsExactly(true, true, true, false);
        CLOCK.set("2026-11-30T14:00:00Z");
        catchUp(snapshots);
        assertThat(as(() -> snapshots.of(plan, 1)).getFirst().recomputed()).isTrue();
        assertThat(number("select count(*) from readiness.snapshot")).isEqualTo(91);
    }

    @Test
    @Order(7)
    void snapshotsOfAnEarlierModelStayInTheTrendAndBreakItsLine() {
        server.database()
                .asOwner()
                .execute(
                        "update readiness.snapshot set model_version = 0 where day < date '2026-11-20'");
        List<Snapshot> history = as(() -> server.bean(Snapshots.class).of(plan, 200));
        assertThat(history).hasSize(91);
        Snapshot first =
                history.stream().filter(one -> one.modelVersion() == 1).findFirst().orElseThrow();
        assertThat(first.knowsMoreThan(history.get(history.indexOf(first) - 1))).isTrue();
        catchUp(server.bean(Snapshots.class));
        assertThat(number("select count(*) from readiness.snapshot")).isEqualTo(91);
    }

    @Test
    @Order(9)
    void itGoesWithoutATrace() {
        as(() -> {
            server.bean(SampleSchool.class).remove(key.district());
            return true;
        });
        assertThat(as(() -> server.bean(Schools.class).mine())).isEmpty();
        assertThat(number("select count(*) from readiness.snapshot")).isZero();
        assertThat(number("select count(*) from adoption.student_day")).isZero();
        assertThat(number("select count(*) from security.district")).isZero();
    }

    private static void catchUp(Snapshots snapshots) {
        as(() -> {
            snapshots.catchUp(plan);
            return true;
        });
    }

    private static Standing standing(LocalDate day) {
        return as(() -> server.bean(Readiness.class).of(key, plan, day));
    }

    private static void same(
            Map<Indicator, Count> counts, Indicator indicator, long yes, long no, long unknown) {
        assertThat(counts.get(indicator))
                .as(indicator.code())
                .isEqualTo(new Count(yes, no, unknown));
    }

    private static long number(String sql) {
        return owner(sql).getFirst().get(0, Long.class);
    }

    private static org.jooq.Result<org.jooq.Record> owner(String sql) {
        return server.database().asOwner().fetch(sql);
    }

    private static String command(int exit, String... arguments) {
        Command command =
                server.beans(Command.class).stream()
                        .filter(one -> one.name().equals("readiness"))
                        .findFirst()
                        .orElseThrow();
        PrintStream out = System.out;
        var caught = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
            assertThat(command.run(List.of(arguments))).isEqualTo(exit);
        } finally {
            System.setOut(out);
        }
        return caught.toString(StandardCharsets.UTF_8);
    }

    private static <T> T as(Supplier<T> work) {
        return server.bean(Access.class).asInstallation(work);
    }
}
