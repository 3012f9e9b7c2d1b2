package school.tandem.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.disclosure.Shown;
import school.tandem.disclosure.Suppression;
import school.tandem.disclosure.Tally;
import school.tandem.importing.ImportProgress;
import school.tandem.importing.ImportRequest;
import school.tandem.importing.Imports;
import school.tandem.importing.ListField;
import school.tandem.importing.ListImports;
import school.tandem.importing.ListKind;
import school.tandem.importing.ListRequest;
import school.tandem.roster.Calendars;
import school.tandem.roster.School;
import school.tandem.roster.SchoolCalendar;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolKey;

/** Weeks as they are kept, against the same days counted alone, before and after imports. */
@Tag("database")
@Tag("long")
class WeeksRecountTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final List<String> SCHOOLS = List.of("North", "South", "Bare");

    @TempDir static Path folder;
    private static Server server;

    @BeforeAll
    static void bringIn() {
        server = Server.at(new SettableClock("2026-11-24T15:00:00Z"));
        new InventedDistrict().write(folder);
        take(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        server.database().asOwner().execute("delete from adoption.week_figure");
    }

    @Test
    void whatIsKeptOfAWeekIsWhatItsDayCountsAlone() {
        for (String name : SCHOOLS) {
            SchoolKey key = school(name);
            int groups = 0;
            for (String kind : List.of("department", "grade")) {
                History history = weeks(key, TODAY, kind);
                assertThat(history.weeks()).hasSizeBetween(8, 15);
                for (Week week : history.weeks()) {
                    Figures alone =
                            asInstallation(() ->
                                    server.bean(AdoptionFigures.class).of(key, week.of().day()));
                    Map<Group, Map<Measure, Answers>> expected = new HashMap<>(alone.byGroup());
                    if (!week.of().day().equals(TODAY)) {
                        expected.keySet().removeIf(group -> !isShown(group, kind));
                    }
                    assertThat(withoutMore(week.inWindow()))
                            .as(name + " " + week.of())
                            .isEqualTo(expected);
                    groups += expected.size();
                }
            }
            assertThat(groups).isGreaterThan(30);
        }
    }

    private static boolean isShown(Group group, String kind) {
        return group.kind().equals(kind) || group.equals(Group.SCHOOL);
    }

    /** Without what only weeks have. */
    private static Map<Group, Map<Measure, Answers>> withoutMore(Figures figures) {
        Map<Group, Map<Measure, Answers>> less = new HashMap<>();
        figures.byGroup()
                .forEach((group, measures) -> {
                    Map<Measure, Answers> copy = new EnumMap<>(Measure.class);
                    copy.putAll(measures);
                    copy.remove(Measure.SET_ONLINE);
                    if (!copy.isEmpty()) {
                        less.put(group, copy);
                    }
                });
        return less;
    }

    @Test
    void whoDidSomethingForTheFirstTimeIsAsAPlainQuestionSays() {
        SchoolKey key = school("North");
        for (Week week : weeks(key, TODAY, "school").weeks()) {
            for (Map.Entry<Measure, Integer> habit : DayCount.HABITS.entrySet()) {
                long did =
                        number(
                                ("select count(distinct r.person_id) from roster.running r join"
                                                + " adoption.student_day d on d.student_id = r.person_id"
                                                + " where r.school_id = %s and r.role = 'student' and"
                                                + " '%s' >= r.from_on and '%2$s' < r.to_on and d.day"
                                                + " between '2026-08-17' and '%2$s' and d.habits & %d > 0")
                                        .formatted(
                                                key.school(), week.of().day(), habit.getValue()));
                assertThat(week.inYear().ofSchool(habit.getKey()).yes())
                        .as(habit.getKey() + " " + week.of())
                        .isEqualTo(did);
            }
        }
    }

    @Test
    void workSetIsAsAPlainQuestionSays() {
        SchoolKey key = school("Bare");
        Week last = weeks(key, TODAY, "school").weeks().getLast();
        LocalDate from = LocalDate.of(2026, 10, 28);
        assertThat(last.inWindow().ofSchool(Measure.SET_ONLINE).yes())
                .isEqualTo(
                        number(
                                ("select count(*) from adoption.assignment a join roster.class_group c on"
                                                + " c.id = a.class_id where c.school_id = %s and a.online"
                                                + " and coalesce(assigned_on, due_on) between '%s' and"
                                                + " '2026-11-24'")
                                        .formatted(key.school(), from)))
                .isPositive();
    }

    @Test
    void manyWeeksAskNoMoreOftenThanFew() {
        SchoolKey key = school("North");
        int few = statements(() -> weeks(key, LocalDate.of(2026, 9, 11), "school"));
        forget();
        int many = statements(() -> weeks(key, TODAY, "school"));
        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(20);
        assertThat(statements(() -> weeks(key, TODAY, "school"))).isLessThan(8);
    }

    @Test
    void aLateHandInForgetsOnlyTheWeeksThatItChangesAndUndoBringsThemBack() throws IOException {
        SchoolKey north = school("North");
        handIn("2026-11-02");
        weeks(north, TODAY, "school");
        weeks(school("South"), TODAY, "school");
        List<String> before = kept();
        handIn("2026-11-10");
        List<String> after = kept();
        assertThat(before).containsAll(after);
        assertThat(after.stream().filter(row -> row.startsWith(north.school() + " ")))
                .isNotEmpty()
                .allMatch(row -> row.compareTo(north.school() + " 2026-11-02") < 0);
        assertThat(after.stream().filter(row -> !row.startsWith(north.school() + " ")))
                .isEqualTo(
                        before.stream()
                                .filter(row -> !row.startsWith(north.school() + " "))
                                .toList());
        weeks(north, TODAY, "school");
        assertThat(kept()).isNotEqualTo(before).hasSizeGreaterThanOrEqualTo(before.size());
        undo(north);
        weeks(north, TODAY, "school");
        assertThat(kept()).isEqualTo(before);
        undo(north);
    }

    @Test
    void whatMovesToAnotherSchoolIsCountedThereAlone(@TempDir Path moved) throws IOException {
        String owner = ",south-c2,south,";
        Map<String, UnaryOperator<String>> moves = new LinkedHashMap<>();
        moves.put(
                "classes.csv",
                line -> line.replace(",Class south-c2,south,", ",Class south-c2,north,"));
        moves.put(
                "enrollments.csv",
                line ->
                        line.endsWith(",teacher,,")
                                ? line
                                : line.replace(owner, ",north-c0,north,"));
        moves.put("lineItems.csv", line -> line.replace(",south-c2,", ",north-c0,"));
        for (Map.Entry<String, UnaryOperator<String>> move : moves.entrySet()) {
            new InventedDistrict().write(moved);
            Path file = moved.resolve(move.getKey());
            List<String> before = Files.readAllLines(file);
            List<String> after = before.stream().map(move.getValue()).toList();
            assertThat(after).isNotEqualTo(before);
            Files.write(file, after);
            if (move.getKey().equals("classes.csv")) {
                Path places = moved.resolve("enrollments.csv");
                Files.write(
                        places,
                        Files.readAllLines(places).stream()
                                .map(line -> line.replace(owner, ",south-c2,north,"))
                                .toList());
            }
            List<String> asItWas = counted();
            take(moved);
            assertThat(counted()).as(move.getKey()).isNotEqualTo(asItWas).isEqualTo(recounted());
            undo(school("South"));
            assertThat(counted()).as(move.getKey()).isEqualTo(recounted()).isEqualTo(asItWas);
        }
    }

    /** What is kept of all schools, weeks that were forgotten counted anew. */
    private static List<String> counted() {
        SCHOOLS.forEach(name -> weeks(school(name), TODAY, "school"));
        List<String> all = new ArrayList<>(kept());
        all.addAll(
                server.database()
                        .asOwner()
                        .fetch(
                                "select school_id || ' today ' || group_kind || group_key ||"
                                        + " indicator || ' ' || yes || ' ' || no || ' ' || unknown"
                                        + " from adoption.figure where day = '2026-11-24' order by 1")
                        .getValues(0, String.class));
        return all;
    }

    /** The same, all of it counted anew. */
    private static List<String> recounted() {
        server.database().asOwner().execute("delete from adoption.week_figure");
        asInstallation(() -> {
            SCHOOLS.forEach(
                    name -> server.bean(AdoptionFigures.class).refresh(school(name), TODAY));
            return true;
        });
        return counted();
    }

    @Test
    void whatAFamilySaysForgetsTheWeeksFromItsDayOnHoweverOftenItDoes() {
        SchoolKey north = school("North");
        weeks(north, TODAY, "school");
        weeks(school("South"), TODAY, "school");
        List<String> before = kept();
        answer(north, true);
        List<String> after = kept();
        String today = north.school() + " 2026-11-24";
        assertThat(before).anyMatch(row -> row.startsWith(today));
        assertThat(after).isEqualTo(before.stream().filter(row -> !row.startsWith(today)).toList());
        assertThat(device(north).yes()).isEqualTo(1);
        server.database()
                .asOwner()
                .execute("update adoption.home_access set answered_on = '2026-11-05'");
        answer(north, false);
        assertThat(kept()).isEqualTo(after);
        assertThat(device(north).no()).isEqualTo(1);
        server.database().asOwner().execute("delete from adoption.week_figure");
        assertThat(weeks(north, TODAY, "school").weeks())
                .allSatisfy(week -> {
                    Answers said = week.inWindow().ofSchool(Measure.DEVICE);
                    LocalDate day = week.of().day();
                    boolean known = !day.isBefore(LocalDate.of(2026, 11, 5));
                    assertThat(said.yes()).isEqualTo(known && day.isBefore(TODAY) ? 1 : 0);
                    assertThat(said.no()).isEqualTo(day.isBefore(TODAY) ? 0 : 1);
                });
        server.database().asOwner().execute("delete from adoption.home_access");
        asInstallation(() -> {
            server.bean(AdoptionFigures.class).refresh(north, TODAY);
            return true;
        });
    }

    @Test
    void aDistrictsWeeksAreThoseOfItsSchoolsTogether() {
        DistrictId district = school("North").district();
        DistrictWeeks weeks = server.bean(DistrictWeeks.class);
        weeks(school("North"), TODAY, "school");
        DistrictWeeks.Standing few = asInstallation(() -> weeks.standing(district, null));
        assertThat(few.counted()).isEqualTo(1);
        assertThat(few.isWhole()).isFalse();
        assertThat(few.history().weeks()).isEmpty();
        weeks.count(district, null);
        DistrictWeeks.Standing all = asInstallation(() -> weeks.standing(district, null));
        assertThat(all.isWhole()).isTrue();
        assertThat(all.history().weeks()).hasSizeGreaterThan(8);
        for (Week week : all.history().weeks()) {
            Map<String, Figures> alone = alone(week.of());
            for (Measure measure : DistrictHabits.MEASURES) {
                assertThat(week.inWindow().of(Group.DISTRICT, measure))
                        .as(measure + " " + week.of())
                        .isEqualTo(
                                alone.values().stream()
                                        .map(figures -> figures.ofSchool(measure))
                                        .reduce(Answers.NONE, Answers::plus));
            }
            assertSchoolsOf(district, week.of().monday(), alone);
        }
    }

    /** Each school counted by itself on its own last day of a week. */
    private static Map<String, Figures> alone(SchoolWeek week) {
        Map<String, Figures> alone = new HashMap<>();
        for (String name : SCHOOLS) {
            SchoolKey key = school(name);
            asInstallation(() -> server.bean(AdoptionWeeks.class).list(key, TODAY, null)).stream()
                    .filter(own -> own.monday().equals(week.monday()))
                    .forEach(own ->
                            alone.put(
                                    name,
                                    asInstallation(() ->
                                            server.bean(AdoptionFigures.class)
                                                    .of(key, own.day()))));
        }
        return alone;
    }

    private static void assertSchoolsOf(
            DistrictId district, LocalDate monday, Map<String, Figures> alone) {
        DistrictHabits.Told told =
                asInstallation(() -> server.bean(DistrictHabits.class).of(district, monday));
        for (Measure measure : DistrictHabits.MEASURES) {
            Map<String, Tally> tallies = new LinkedHashMap<>();
            told.schools()
                    .forEach(row ->
                            tallies.put(
                                    row.name(),
                                    alone.containsKey(row.name())
                                            ? GroupShares.tally(
                                                    alone.get(row.name()), Group.SCHOOL, measure)
                                            : Tally.NONE));
            Map<String, Shown> shown =
                    Suppression.shares(
                            tallies,
                            measure.ofStudents() ? Suppression.STUDENTS : Suppression.STAFF);
            told.schools()
                    .forEach(row ->
                            assertThat(row.shown().get(measure))
                                    .as(measure + " " + monday + " " + row.name())
                                    .isEqualTo(shown.get(row.name())));
        }
    }

    @Test
    void whoLooksAtADistrictNeedNotWaitUntilItIsCounted() throws InterruptedException {
        DistrictId district = school("North").district();
        DistrictWeeks weeks = server.bean(DistrictWeeks.class);
        assertThat(asInstallation(() -> weeks.of(district, null)).counting()).isTrue();
        for (int i = 0; i < 600; i++) {
            if (asInstallation(() -> weeks.standing(district, null)).isWhole()) {
                break;
            }
            Thread.sleep(50);
        }
        List<String> counted = kept();
        for (String name : SCHOOLS) {
            weeks(school(name), TODAY, "grade");
        }
        assertThat(kept()).isEqualTo(counted).isNotEmpty();
        assertThat(asInstallation(() -> weeks.of(district, null)).isWhole()).isTrue();
    }

    @Test
    void aDistrictAsksAsOftenWhateverIsKept() {
        DistrictId district = school("North").district();
        DistrictWeeks weeks = server.bean(DistrictWeeks.class);
        Runnable look = () -> asInstallation(() -> weeks.standing(district, null));
        int none = statements(look);
        weeks.count(district, null);
        assertThat(statements(look)).isEqualTo(none).isLessThan(10);
    }

    @Test
    void theCalendarsOfADistrictAreThoseOfItsSchools() {
        Calendars calendars = server.bean(Calendars.class);
        for (String name : SCHOOLS) {
            SchoolKey key = school(name);
            SchoolCalendar alone = asInstallation(() -> calendars.of(key));
            SchoolCalendar beside =
                    asInstallation(() ->
                                    calendars.of(
                                            key.district(),
                                            SCHOOLS.stream()
                                                    .map(one -> school(one).school())
                                                    .collect(Collectors.toSet())))
                            .get(key.school());
            for (LocalDate day = TODAY.minusYears(1);
                    day.isBefore(TODAY.plusYears(1));
                    day = day.plusDays(1)) {
                assertThat(beside.isSchoolDay(day))
                        .as(name + " " + day)
                        .isEqualTo(alone.isSchoolDay(day));
                assertThat(beside.yearStart(day)).isEqualTo(alone.yearStart(day));
            }
        }
    }

    private static void answer(SchoolKey north, boolean device) {
        String student =
                String.valueOf(
                        server.database()
                                .asOwner()
                                .fetchValue(
                                        "select p.external_id from roster.running r join roster.person p"
                                                + " on p.id = r.person_id where r.role = 'student' and"
                                                + " p.external_id like 'north%' and '2026-09-01' >="
                                                + " r.from_on and '2026-12-01' < r.to_on and"
                                                + " p.external_id <> 'north-s5' order by p.id limit 1"));
        asInstallation(() -> {
            server.bean(HomeAccess.class).answer(north, student, device, null, Via.TYPED);
            return true;
        });
    }

    private static Answers device(SchoolKey north) {
        return weeks(north, TODAY, "school").weeks().getLast().inWindow().ofSchool(Measure.DEVICE);
    }

    /** One student of the north hands in, in a class that a list of hand-ins may have told of. */
    private static void handIn(String on) throws IOException {
        var one =
                server.database()
                        .asOwner()
                        .fetchSingle(
                                "select p.external_id, c.title, c.external_id from roster.running r join"
                                        + " roster.person p on p.id = r.person_id join roster.class_group c"
                                        + " on c.id = r.class_id where r.role = 'student' and"
                                        + " p.external_id like 'north%' and '2026-09-01' >= r.from_on and"
                                        + " '2026-12-01' < r.to_on and p.external_id <>"
                                        + " 'north-s5' order by p.id, c.id limit 1");
        Path list = folder.resolve("late.csv");
        Files.writeString(
                list,
                "id,class,work,due,status,on\n%s,%s,Work of %s,%s,submitted,%s\n"
                        .formatted(one.get(0), one.get(2), on, on, on));
        SchoolKey north = school("North");
        var report =
                asInstallation(() ->
                        server.bean(ListImports.class)
                                .run(
                                        new ListRequest(
                                                north,
                                                ListKind.HAND_INS,
                                                list,
                                                "late.csv",
                                                Map.of(
                                                        ListField.ID, 0,
                                                        ListField.CLASSES, 1,
                                                        ListField.WORK, 2,
                                                        ListField.DUE_ON, 3,
                                                        ListField.STATUS, 4,
                                                        ListField.HANDED_IN_ON, 5),
                                                false),
                                        new ImportProgress()));
        assertThat(report.refused()).isNull();
        assertThat(report.held().count()).isZero();
    }

    private static void undo(SchoolKey key) {
        asInstallation(() -> {
            server.bean(Imports.class).undoLast(key.district());
            return true;
        });
    }

    private static List<String> kept() {
        return server.database()
                .asOwner()
                .fetch(
                        "select school_id || ' ' || day || ' ' || week || ' ' || span || group_kind ||"
                                + " group_key || indicator || ' ' || yes || ' ' || no || ' ' || unknown"
                                + " from adoption.week_figure order by 1")
                .getValues(0, String.class);
    }

    private static History weeks(SchoolKey key, LocalDate until, String kind) {
        return asInstallation(() -> server.bean(AdoptionWeeks.class).of(key, until, kind, null));
    }

    private static int statements(Runnable work) {
        List<String> seen = new ArrayList<>();
        server.bean(DSLContext.class)
                .configuration()
                .set(
                        new ExecuteListener() {
                            @Override
                            public void executeStart(ExecuteContext context) {
                                if (Thread.currentThread().getName().equals("main")) {
                                    seen.add(String.valueOf(context.sql()));
                                }
                            }
                        });
        work.run();
        server.bean(DSLContext.class).configuration().set(new ExecuteListener[0]);
        return seen.size();
    }

    private static long number(String sql) {
        return ((Number) server.database().asOwner().fetchValue(sql)).longValue();
    }

    private static SchoolKey school(String name) {
        return asInstallation(() -> server.bean(Schools.class).mine()).stream()
                .filter(school -> school.name().equals(name))
                .map(School::key)
                .findFirst()
                .orElseThrow();
    }

    private static void take(Path path) {
        var request =
                new ImportRequest(
                        List.of(path),
                        path.getFileName().toString(),
                        "Awkward",
                        null,
                        false,
                        false);
        var report =
                asInstallation(() -> server.bean(Imports.class).run(request, new ImportProgress()));
        assertThat(report.refused()).isNull();
    }

    private static <T> T asInstallation(Supplier<T> work) {
        return server.bean(Access.class).asInstallation(work);
    }
}
