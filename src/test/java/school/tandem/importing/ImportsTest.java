package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandemdb.security.Tables.AUDIT_ENTRY;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.tandem.Server;
import school.tandem.adoption.AdoptionFigures;
import school.tandem.adoption.Answers;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Measure;
import school.tandem.importing.ImportReport.FileReport;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.Tally;
import school.tandem.security.Access;

/** Real bundles through the same door as the screen's and the command's. */
@Tag("database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportsTest {

    private static final Path OULAD = Path.of("src/test/resources/import/oulad-aaa-oneroster.zip");
    private static final Path ED_FI = Path.of("src/test/resources/import/edfi-v1p1");
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void aDryRunTellsWhatWouldChangeAndChangesNothing() {
        var report = run(OULAD, true);
        assertThat(report.total().added()).isEqualTo(4593);
        assertThat(report.run()).isNull();
        assertThat(asInstallation(() -> server.bean(Schools.class).mine())).isEmpty();
    }

    @Test
    @Order(2)
    void theOpenUniversityBundleIsTakenWhole() {
        var report = run(OULAD, false);
        assertThat(report.refused()).isNull();
        assertThat(report.held().count()).isZero();
        assertThat(report.exitCode()).isZero();
        Map<String, Long> added =
                report.files().stream()
                        .collect(Collectors.toMap(FileReport::name, f -> f.rows().added()));
        assertThat(added)
                .containsEntry("users.csv", 714L)
                .containsEntry("classes.csv", 2L)
                .containsEntry("lineItems.csv", 12L)
                .containsEntry("results.csv", 3107L);
    }

    @Test
    @Order(3)
    void aSecondTimeEverythingIsUnchanged() {
        var report = run(OULAD, false);
        Tally all = report.total();
        assertThat(all.unchanged()).isEqualTo(all.read());
        assertThat(all.withdrawn()).isZero();
    }

    @Test
    @Order(4)
    void anImportIsOneEntryOfTheTrailWithItsDigestAndCounts() {
        assertThat(
                        server.database()
                                .asOwner()
                                .select(AUDIT_ENTRY.FACTS)
                                .from(AUDIT_ENTRY)
                                .where(AUDIT_ENTRY.ACTION.eq("import.run"))
                                .orderBy(AUDIT_ENTRY.ID)
                                .fetch(row -> String.valueOf(row.value1()).replace(" ", "")))
                .hasSize(2)
                .allSatisfy(
                        facts -> assertThat(facts).containsPattern("\"digest\":\"[0-9a-f]{64}\""))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"added\":4593", "\"held\":0"),
                        second -> assertThat(second).contains("\"added\":0", "\"changed\":0"));
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource({"2013-12-02, 2013-11-05, 361, 314", "2014-11-17, 2014-10-21, 344, 75"})
    void handInsOfTheWindowAreAsTheFileHasThem(
            LocalDate day, LocalDate windowFrom, long enrolled, long handedIn) throws IOException {
        Answers answers = figures(day).ofSchool(Measure.HANDED_IN);
        assertThat(answers.all()).isEqualTo(enrolled);
        assertThat(answers.yes()).isEqualTo(handedIn);
        assertThat(independentCount(windowFrom, day)).isEqualTo(List.of(enrolled, handedIn));
    }

    @Test
    @Order(4)
    void handInsOfAnotherDayAreTooByIndependentCount() throws IOException {
        LocalDate day = LocalDate.of(2015, 3, 10);
        Answers answers = figures(day).ofSchool(Measure.HANDED_IN);
        // Twenty weekdays up to a Tuesday reach back to a Wednesday of the fourth week before.
        assertThat(independentCount(LocalDate.of(2015, 2, 11), day))
                .isEqualTo(List.of(answers.all(), answers.yes()));
        assertThat(answers.yes()).isPositive();
    }

    @Test
    @Order(5)
    void aRowWithOneBlankCellTooManyIsTaken() {
        var report = run(ED_FI, false);
        assertThat(report.held().count()).isZero();
        assertThat(report.skipped()).containsExactly("demographics.csv");
        assertThat(report.files())
                .filteredOn(file -> file.name().equals("users.csv"))
                .first()
                .satisfies(file -> assertThat(file.rows().added()).isEqualTo(10));
    }

    @Test
    @Order(6)
    void theLastImportCanBeUndoneOnce() {
        School grandBend =
                asInstallation(() -> server.bean(Schools.class).mine()).stream()
                        .filter(school -> school.name().startsWith("Grand Bend"))
                        .findFirst()
                        .orElseThrow();
        asInstallation(() -> {
            server.bean(Imports.class).undoLast(grandBend.key().district());
            return true;
        });
        assertThat(asInstallation(() -> server.bean(Schools.class).mine()))
                .extracting(School::name)
                .containsExactly("Open University Modules");
    }

    private static ImportReport run(Path path, boolean dryRun) {
        var request =
                new ImportRequest(
                        List.of(path), path.getFileName().toString(), null, null, false, dryRun);
        return asInstallation(() -> server.bean(Imports.class).run(request, new ImportProgress()));
    }

    private static Figures figures(LocalDate day) {
        return asInstallation(() -> {
            School school =
                    server.bean(Schools.class).mine().stream()
                            .filter(s -> s.name().startsWith("Open"))
                            .findFirst()
                            .orElseThrow();
            return server.bean(AdoptionFigures.class).of(school.key(), day);
        });
    }

    private static <T> T asInstallation(java.util.function.Supplier<T> work) {
        return server.bean(Access.class).asInstallation(work);
    }

    /**
     * Enrolled on the day, and of those who handed in within the window, from the file's lines
     * alone.
     */
    private static List<Long> independentCount(LocalDate from, LocalDate day) throws IOException {
        Set<String> enrolled = new HashSet<>();
        Set<String> handedIn = new HashSet<>();
        for (String[] row : rows("enrollments.csv")) {
            LocalDate begins = LocalDate.parse(row[8]);
            LocalDate ends = LocalDate.parse(row[9]);
            LocalDate classBegins = LocalDate.of(row[3].equals("AAA-2013J") ? 2013 : 2014, 10, 1);
            boolean runs =
                    !day.isBefore(begins) && !day.isBefore(classBegins) && day.isBefore(ends);
            if (row[6].equals("student") && runs) {
                enrolled.add(row[5]);
            }
        }
        for (String[] row : rows("results.csv")) {
            LocalDate on = LocalDate.parse(row[7]);
            if (!on.isBefore(from) && !on.isAfter(day) && row[5].equals("fully graded")) {
                handedIn.add(row[4]);
            }
        }
        handedIn.retainAll(enrolled);
        return List.of((long) enrolled.size(), (long) handedIn.size());
    }

    private static List<String[]> rows(String name) throws IOException {
        try (ZipFile zip = new ZipFile(OULAD.toFile());
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        zip.getInputStream(zip.getEntry(name)),
                                        StandardCharsets.UTF_8))) {
            List<String[]> rows = new ArrayList<>();
            lines.lines().skip(1).forEach(line -> rows.add(line.split(",", -1)));
            return rows;
        }
    }
}
