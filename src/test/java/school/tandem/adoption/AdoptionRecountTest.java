package school.tandem.adoption;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.importing.ImportProgress;
import school.tandem.importing.ImportRequest;
import school.tandem.importing.Imports;
import school.tandem.importing.ListField;
import school.tandem.importing.ListImports;
import school.tandem.importing.ListKind;
import school.tandem.importing.ListRequest;
import school.tandem.roster.HolidayCalendar;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.DaysRow;
import school.tandem.security.Access;
import school.tandem.security.SchoolKey;

/** All figures of adoption against a count of the files' lines that shares nothing with them. */
@Tag("database")
@Tag("long")
class AdoptionRecountTest {

    private static final Path OULAD = Path.of("src/test/resources/import/oulad-aaa-oneroster.zip");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final SettableClock CLOCK = new SettableClock("2026-11-24T15:00:00Z");

    @TempDir static Path folder;
    private static Server server;
    private static RawBundle oulad;
    private static RawBundle invented;

    @BeforeAll
    static void bringBothIn() throws IOException {
        server = Server.at(CLOCK);
        take(OULAD, null);
        new InventedDistrict().write(folder);
        take(folder, "Awkward");
        for (String name : List.of("North", "South", "Bare")) {
            asInstallation(() ->
                    server.bean(HolidayCalendar.class)
                            .add(
                                    school(name).key(),
                                    List.of(
                                            new DaysRow(
                                                    0,
                                                    "Autumn break",
                                                    LocalDate.of(2026, 10, 12),
                                                    LocalDate.of(2026, 10, 16)))));
        }
        oulad = new RawBundle(OULAD, TODAY);
        invented =
                new RawBundle(folder, TODAY)
                        .withHoliday(LocalDate.of(2026, 10, 12), LocalDate.of(2026, 10, 16));
        attendanceOf("north", LocalDate.of(2026, 10, 5), LocalDate.of(2026, 11, 6));
        attendanceOf("south", LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 8));
    }

    /**
     * A list that ends earlier or later than the work, of some students and of each other class.
     */
    private static void attendanceOf(String school, LocalDate from, LocalDate last)
            throws IOException {
        Random random = new Random(11);
        Map<String, Set<LocalDate>> days = new HashMap<>();
        Set<String> classes = new HashSet<>();
        List<String> rows = new ArrayList<>(List.of("id,class,date,activity"));
        for (int c = 0; c < 14; c += 2) {
            classes.add(school + "-c" + c);
            rows.add(school + "-s0," + school + "-c" + c + "," + last + ",absent");
        }
        for (int s = 1; s < 90; s++) {
            for (int i = random.nextInt(3); i > 0; i--) {
                String who = school + "-s" + s;
                LocalDate day = from.plusDays(random.nextLong(from.until(last, DAYS) + 1));
                if (days.computeIfAbsent(who, id -> new HashSet<>()).add(day)) {
                    rows.add(who + "," + school + "-c0," + day + ",present");
                }
            }
        }
        CLOCK.set(last + "T20:00:00Z");
        Path list = folder.resolve("attendance.csv");
        Files.write(list, rows);
        var report =
                asInstallation(() ->
                        server.bean(ListImports.class)
                                .run(
                                        new ListRequest(
                                                schoolOf(school).key(),
                                                ListKind.ACTIVITY,
                                                list,
                                                "attendance.csv",
                                                Map.of(
                                                        ListField.ID, 0,
                                                        ListField.CLASSES, 1,
                                                        ListField.DONE_ON, 2,
                                                        ListField.DID, 3),
                                                false),
                                        new ImportProgress()));
        CLOCK.set("2026-11-24T15:00:00Z");
        assertThat(report.refused()).isNull();
        assertThat(report.held().count()).isZero();
        invented.withAttendance(days, classes, last);
    }

    private static School schoolOf(String id) {
        return school(id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2013-10-01", "2013-10-07", "2013-10-14", "2013-10-15", "2013-12-01", "2013-12-02",
                "2014-01-26", "2014-03-16", "2014-06-25", "2014-06-26", "2014-09-30", "2014-10-13",
                "2014-10-14", "2014-11-17", "2015-03-10", "2015-06-26", "2015-07-10"
            })
    void figuresOfTheOpenUniversityAreAsItsFilesHaveThem(LocalDate day) {
        assertThat(product("Open University Modules", day))
                .isEqualTo(oulad.count("ou-school", day));
    }

    @Test
    void theKnownCountsOfTheOpenUniversityStand() {
        assertThat(oulad.count("ou-school", LocalDate.of(2013, 12, 2)).get("handed_in"))
                .satisfies(n -> assertThat(n.getFirst()).isEqualTo(314))
                .satisfies(n -> assertThat(n.stream().mapToLong(i -> i).sum()).isEqualTo(361));
        assertThat(oulad.count("ou-school", LocalDate.of(2014, 11, 17)).get("handed_in"))
                .satisfies(n -> assertThat(n.getFirst()).isEqualTo(75))
                .satisfies(n -> assertThat(n.stream().mapToLong(i -> i).sum()).isEqualTo(344));
    }

    @ParameterizedTest
    @CsvSource({
        "North, north",
        "South, south",
        "Bare, bare",
    })
    void figuresOfAwkwardSchoolsAreAsTheirFilesHaveThem(String name, String id) {
        for (LocalDate day = LocalDate.of(2026, 8, 14);
                day.isBefore(LocalDate.of(2027, 1, 20));
                day = day.plusDays(5)) {
            assertThat(product(name, day))
                    .as(name + " on " + day)
                    .isEqualTo(invented.count(id, day));
        }
    }

    @Test
    void whatWasKeptOfADayIsWhatTheFactsSay() {
        for (String name : List.of("North", "South", "Bare")) {
            School school = school(name);
            AdoptionFigures figures = server.bean(AdoptionFigures.class);
            asInstallation(() -> {
                figures.refresh(school.key(), TODAY);
                return true;
            });
            Map<String, List<Long>> kept = product(name, TODAY);
            asInstallation(() -> {
                figures.refresh(school.key(), TODAY.plusDays(1));
                return true;
            });
            assertThat(product(name, TODAY)).isEqualTo(kept);
        }
    }

    @Test
    void onlySchoolsThatAnImportTouchesAreCountedAnew() throws IOException {
        asInstallation(() -> {
            for (School school : server.bean(Schools.class).mine()) {
                server.bean(AdoptionFigures.class).refresh(school.key(), TODAY);
            }
            return true;
        });
        assertThat(recounted()).isEmpty();
        take(OULAD, null);
        take(folder, "Awkward");
        assertThat(recounted()).isEmpty();
        Path homes = folder.resolve("homes.csv");
        Files.writeString(homes, "id,device,connection\nnorth-s3,yes,no\n");
        SchoolKey north = school("North").key();
        asInstallation(() ->
                server.bean(ListImports.class)
                        .run(
                                new ListRequest(
                                        north,
                                        ListKind.HOME_ACCESS,
                                        homes,
                                        "homes.csv",
                                        Map.of(
                                                ListField.ID, 0,
                                                ListField.DEVICE, 1,
                                                ListField.CONNECTION, 2),
                                        false),
                                new ImportProgress()));
        assertThat(recounted()).containsExactly("North");
        asInstallation(() -> {
            server.bean(Imports.class).undoLast(north.district());
            return true;
        });
        assertThat(recounted()).containsExactly("North");
    }

    /** The schools whose figures were made anew since this was last asked. */
    private static List<String> recounted() {
        var owner = server.database().asOwner();
        List<String> names =
                owner.fetch(
                                "select distinct o.name from adoption.figure f join roster.org o on"
                                        + " o.id = f.school_id where f.yes < 1000000 and exists"
                                        + " (select from adoption.figure g where g.yes >= 1000000)"
                                        + " order by 1")
                        .getValues(0, String.class);
        owner.execute("update adoption.figure set yes = 1000000 + yes % 1000000");
        return names;
    }

    private static Map<String, List<Long>> product(String name, LocalDate day) {
        Figures figures =
                asInstallation(
                        () -> server.bean(AdoptionFigures.class).of(school(name).key(), day));
        Map<String, List<Long>> counts = new TreeMap<>();
        for (Measure measure : Measure.values()) {
            Answers answers = figures.ofSchool(measure);
            boolean homes = measure == Measure.DEVICE || measure == Measure.CONNECTION;
            if (!homes && answers.all() > 0) {
                counts.put(measure.code(), List.of(answers.yes(), answers.no(), answers.unknown()));
            }
        }
        return counts;
    }

    private static School school(String name) {
        return asInstallation(() -> server.bean(Schools.class).mine()).stream()
                .filter(school -> school.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void take(Path path, String district) {
        var request =
                new ImportRequest(
                        List.of(path), path.getFileName().toString(), district, null, false, false);
        var report =
                asInstallation(() -> server.bean(Imports.class).run(request, new ImportProgress()));
        assertThat(report.refused()).isNull();
        assertThat(report.held().count()).isZero();
    }

    private static <T> T asInstallation(Supplier<T> work) {
        return server.bean(Access.class).asInstallation(work);
    }
}
