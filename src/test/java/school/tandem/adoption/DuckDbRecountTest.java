package school.tandem.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.importing.ImportProgress;
import school.tandem.importing.ImportReport;
import school.tandem.importing.ImportRequest;
import school.tandem.importing.Imports;
import school.tandem.importing.PlatformImports;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.SchoolKey;

/** Figures of a school and of its grades against SQL over the raw files, in another engine. */
@Tag("database")
@Tag("long")
class DuckDbRecountTest {

    private static final Path SAMPLES = Path.of("src/test/resources/import");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir static Path folder;
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.at(new SettableClock(TODAY + "T15:00:00Z"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theOpenUniversity() throws Exception {
        Path zip = SAMPLES.resolve("oulad-aaa-oneroster.zip");
        Path files = unpacked(zip);
        take(zip, null);
        try (RawFiles raw = new RawFiles(files, TODAY).withWork(files)) {
            for (String day :
                    List.of("2013-10-07", "2013-10-15", "2013-12-02", "2014-06-25", "2014-11-17")) {
                same(raw, "Open University Modules", "ou-school", LocalDate.parse(day));
            }
            assertThat(raw.count("ou-school", LocalDate.of(2013, 12, 2)).get("handed_in"))
                    .startsWith(314L);
        }
    }

    @Test
    void anInventedDistrict() throws Exception {
        Path files = Files.createDirectory(folder.resolve("invented"));
        new InventedDistrict().write(files);
        take(files, "Awkward");
        try (RawFiles raw = new RawFiles(files, TODAY).withWork(files)) {
            for (String school : List.of("North", "South", "Bare")) {
                for (LocalDate day = LocalDate.of(2026, 8, 20);
                        day.isBefore(LocalDate.of(2027, 1, 20));
                        day = day.plusDays(19)) {
                    same(raw, school, school.toLowerCase(java.util.Locale.ROOT), day);
                }
            }
        }
    }

    /** Its roster, and the assignments and submissions that are published beside it. */
    @ParameterizedTest
    @ValueSource(strings = {"2020-08-19", "2020-08-24", "2020-09-04", "2020-10-01", "2020-12-17"})
    void edFis(String day) throws Exception {
        Path roster = SAMPLES.resolve("edfi-v1p1");
        Path work = SAMPLES.resolve("edfi-gradebook");
        take(roster, "Ed-Fi");
        bring(work.resolve("assignments.csv"), work.resolve("submissions.csv"));
        try (RawFiles raw = new RawFiles(roster, TODAY)) {
            raw.execute(
                    "create table categories (sourcedId varchar, title varchar)",
                    """
                    create table lineItems as
                    select said[2] as sourcedId, c.sourcedId as classSourcedId,
                           '' as categorySourcedId, '' as assignDate, said[3] as dueDate
                    from (select regexp_extract(line, '^([^,]+), ([^,]+), .*(\\d{4}-\\d\\d-\\d\\d)',
                                                ['1', '2', '3']) as found,
                                 [found['1'], found['2'], found['3']] as said
                          from (select unnest(string_split(content, chr(10))) as line
                                from read_text('%s')))
                    join classes c on c.classCode = said[1]
                    """
                            .formatted(work.resolve("assignments.csv")),
                    """
                    create table told as
                    select assignment_name as item, u.sourcedId as student,
                           case when trim(s.status) in ('returned', 'submitted') then 'handed_in'
                                else 'not_handed_in' end as what,
                           try_cast(trim(date) as date) as on_day,
                           trim(late) = 'yes' as late
                    from read_csv('%s', all_varchar = true, header = true, delim = ',',
                                  null_padding = true, strict_mode = false, normalize_names = true) s
                    join users u on u.givenName || ' ' || u.familyName = trim(s.student_name)
                    where trim(s.status) in ('returned', 'submitted', 'draft', 'not started')
                    """
                            .formatted(work.resolve("submissions.csv")));
            same(raw, "Grand Bend High School", "255901001", LocalDate.parse(day));
        }
    }

    private static void same(RawFiles raw, String name, String id, LocalDate day) throws Exception {
        Figures figures =
                asInstallation(() -> server.bean(AdoptionFigures.class).of(school(name), day));
        Map<String, List<Long>> ofSchool = new TreeMap<>();
        Map<String, List<Long>> ofGrades = new TreeMap<>();
        figures.byGroup()
                .forEach((group, measures) ->
                        measures.forEach((measure, answers) -> {
                            boolean homes =
                                    measure == Measure.DEVICE || measure == Measure.CONNECTION;
                            List<Long> counts =
                                    List.of(answers.yes(), answers.no(), answers.unknown());
                            if (homes || answers.all() == 0) {
                                return;
                            }
                            if (group.equals(Group.SCHOOL)) {
                                ofSchool.put(measure.code(), counts);
                            } else if (group.kind().equals("grade") && !group.key().isEmpty()) {
                                ofGrades.put(measure.code() + " " + group.key(), counts);
                            }
                        }));
        assertThat(ofSchool).as(name + " on " + day).isEqualTo(raw.count(id, day));
        assertThat(ofGrades)
                .as("grades of " + name + " on " + day)
                .isEqualTo(raw.countByGrade(id, day));
    }

    private static SchoolKey school(String name) {
        return server.bean(Schools.class).mine().stream()
                .filter(school -> school.name().equals(name))
                .findFirst()
                .orElseThrow()
                .key();
    }

    private static void take(Path path, String district) {
        ImportReport report =
                asInstallation(() ->
                        server.bean(Imports.class)
                                .run(request(district, path), new ImportProgress()));
        assertThat(report.refused()).isNull();
        assertThat(report.held().count()).isZero();
    }

    private static void bring(Path... files) {
        ImportReport report =
                asInstallation(() ->
                        server.bean(PlatformImports.class)
                                .run(request("Ed-Fi", files), new ImportProgress()));
        assertThat(report.refused()).isNull();
    }

    private static ImportRequest request(String district, Path... files) {
        return new ImportRequest(
                List.of(files), files[0].getFileName().toString(), district, null, false, false);
    }

    private static Path unpacked(Path zip) throws IOException {
        Path into = Files.createDirectory(folder.resolve("unpacked"));
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.copy(in, into.resolve(entry.getName()));
            }
        }
        return into;
    }

    private static <T> T asInstallation(Supplier<T> work) {
        return server.bean(Access.class).asInstallation(work);
    }
}
