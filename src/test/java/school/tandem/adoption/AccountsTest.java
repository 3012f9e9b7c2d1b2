package school.tandem.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.importing.ImportProgress;
import school.tandem.importing.ListField;
import school.tandem.importing.ListImports;
import school.tandem.importing.ListKind;
import school.tandem.importing.ListRequest;
import school.tandem.roster.Schools;
import school.tandem.roster.Terms;
import school.tandem.security.Access;
import school.tandem.security.Districts;
import school.tandem.security.SchoolKey;

/** Since when a source of work knows the students of a school that keeps its own lists. */
@Tag("database")
@Tag("long")
class AccountsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    @TempDir static Path folder;
    private static Server server;
    private static SchoolKey school;

    @BeforeAll
    static void sixStudents() throws IOException {
        server = Server.at(new SettableClock("2026-10-05T14:00:00Z"));
        school =
                asInstallation(() -> {
                    var district =
                            server.bean(Districts.class)
                                    .create("Accounts", ZoneId.of("America/New_York"), false);
                    SchoolKey key = server.bean(Schools.class).create(district.id(), "Elm").key();
                    server.bean(Terms.class)
                            .add(
                                    key,
                                    "Autumn",
                                    LocalDate.of(2026, 8, 17),
                                    LocalDate.of(2026, 12, 18));
                    return key;
                });
        bring(
                ListKind.STUDENTS,
                List.of(ListField.ID, ListField.NAME, ListField.CLASSES),
                """
                1,Ana Sol,Algebra
                2,Ben Wu,Algebra
                3,Cy Ode,Algebra
                4,Dee Ray,Algebra
                5,Eli Mora,Algebra
                6,Flo Diaz,Algebra
                """);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aStudentIsKnownFromTheFirstDayThatAnythingOfTheirsIsAbout() throws IOException {
        assertThat(accounts().values()).containsOnly(new Answers(0, 0, 6));
        did("1,Algebra,2026-09-09,opened\n");
        handIns(
                """
                2,Algebra,Essay,2026-09-18,submitted,2026-09-16
                3,Algebra,Poem,2026-09-25,missing,
                4,Algebra,Song,,missing,
                """);
        assertKnownSince(
                Map.of("1", "2026-09-09", "2", "2026-09-16", "3", "2026-09-25", "4", "2026-01-01"));
        did("5,Algebra,2026-09-23,present\n");
        assertKnownSince(
                Map.of(
                        "1",
                        "2026-09-09",
                        "2",
                        "2026-09-16",
                        "3",
                        "2026-09-25",
                        "4",
                        "2026-01-01",
                        "5",
                        "2026-09-23"));
        handIns(
                """
                3,Algebra,Poem,2026-09-25,submitted,2026-10-01
                4,Algebra,Song,,submitted,2026-09-30
                """);
        assertKnownSince(
                Map.of(
                        "1",
                        "2026-09-09",
                        "2",
                        "2026-09-16",
                        "3",
                        "2026-10-01",
                        "4",
                        "2026-09-30",
                        "5",
                        "2026-09-23"));
        for (Week week : weeks()) {
            assertThat(week.inYear().ofSchool(Measure.OPENED).yes())
                    .isLessThanOrEqualTo(week.inYear().ofSchool(Measure.ACCOUNT).yes());
        }
    }

    /** As it is kept, where weeks that were not forgotten stay, and counted anew. */
    private static void assertKnownSince(Map<String, String> since) {
        Map<LocalDate, Answers> kept = accounts();
        assertThat(kept).hasSizeGreaterThan(6);
        kept.forEach((day, answers) -> {
            long yes =
                    since.values().stream()
                            .filter(first -> !LocalDate.parse(first).isAfter(day))
                            .count();
            assertThat(answers).as("%s", day).isEqualTo(new Answers(yes, 6 - yes, 0));
        });
        server.database().asOwner().execute("delete from adoption.week_figure");
        assertThat(accounts()).isEqualTo(kept);
    }

    private static Map<LocalDate, Answers> accounts() {
        Map<LocalDate, Answers> accounts = new HashMap<>();
        weeks().forEach(week ->
                accounts.put(week.of().day(), week.inYear().ofSchool(Measure.ACCOUNT)));
        return accounts;
    }

    private static List<Week> weeks() {
        return asInstallation(
                        () -> server.bean(AdoptionWeeks.class).of(school, TODAY, "school", null))
                .weeks();
    }

    private static void did(String rows) throws IOException {
        bring(
                ListKind.ACTIVITY,
                List.of(ListField.ID, ListField.CLASSES, ListField.DONE_ON, ListField.DID),
                rows);
    }

    private static void handIns(String rows) throws IOException {
        bring(
                ListKind.HAND_INS,
                List.of(
                        ListField.ID,
                        ListField.CLASSES,
                        ListField.WORK,
                        ListField.DUE_ON,
                        ListField.STATUS,
                        ListField.HANDED_IN_ON),
                rows);
    }

    private static void bring(ListKind kind, List<ListField> fields, String rows)
            throws IOException {
        Map<ListField, Integer> columns = new HashMap<>();
        fields.forEach(field -> columns.put(field, columns.size()));
        String header = String.join(",", fields.stream().map(ListField::code).toList());
        Path list = Files.writeString(folder.resolve("list.csv"), header + "\n" + rows);
        var report =
                asInstallation(() ->
                        server.bean(ListImports.class)
                                .run(
                                        new ListRequest(
                                                school, kind, list, "list.csv", columns, false),
                                        new ImportProgress()));
        assertThat(report.refused()).isNull();
        assertThat(report.held().count()).isZero();
    }

    private static <T> T asInstallation(Supplier<T> work) {
        return server.bean(Access.class).asInstallation(work);
    }
}
