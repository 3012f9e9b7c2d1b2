package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandem.importing.OneRosterBundle.of11;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.tandem.Server;
import school.tandem.importing.platforms.ExportColumn;
import school.tandem.importing.platforms.ExportTable;
import school.tandem.importing.platforms.SaidColumns;
import school.tandem.security.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./tandem import}: one object on standard output, one number at the end. */
@Tag("database")
class ImportCommandTest {

    private static Server server;
    private static int number;

    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final PrintStream outBefore = System.out;
    private final PrintStream errorsBefore = System.err;

    @BeforeAll
    static void start() {
        server = Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(outBefore);
        System.setErr(errorsBefore);
        System.clearProperty("tandem.caller");
    }

    @Test
    void theObjectHasTheFieldsOfTheContractAndNoOthers() {
        Path zip =
                of11().set("users.csv", 5, "givenName", "")
                        .table("demographics.csv", "sourcedId,sex", "s1,female")
                        .zip(folder);
        assertThat(run(zip.toString(), "--json", "--district", district())).isEqualTo(1);
        JsonNode report = json();
        assertThat(report.propertyNames())
                .containsExactly("format", "files", "skipped", "held", "refused");
        assertThat(report.path("format").asString()).isEqualTo("oneroster-1.1");
        assertThat(report.path("refused").isNull()).isTrue();
        assertThat(report.path("skipped").get(0).asString()).isEqualTo("demographics.csv");
        assertThat(report.path("files").get(2).propertyNames())
                .containsExactly(
                        "name", "read", "added", "changed", "unchanged", "withdrawn", "held");
        JsonNode held = report.path("held").get(0);
        assertThat(held.propertyNames())
                .containsExactly("file", "line", "column", "value", "reason");
        assertThat(held.path("line").asInt()).isEqualTo(6);
        assertThat(held.path("column").asString()).isEqualTo("givenName");
        assertThat(errors.size()).isZero();
    }

    @Test
    void aDryRunStoresNothing() {
        String zip = of11().zip(folder).toString();
        String district = district();
        assertThat(run(zip, "--dry-run", "--json", "--district", district)).isZero();
        String first = out.toString(StandardCharsets.UTF_8);
        out.reset();
        assertThat(run(zip, "--json", "--district", district)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(first);
    }

    @Test
    void aListBelowAPublishedHeaderIsBroughtInByIt() throws IOException {
        String district = district();
        assertThat(run(of11().zip(folder).toString(), "--district", district)).isZero();
        out.reset();
        Path list =
                Files.writeString(
                        folder.resolve("home.csv"),
                        "student_id,device,connection\ns1,yes,no\nnobody,yes,yes\n");
        assertThat(run(list.toString(), "--json", "--district", district, "--school", "none"))
                .isEqualTo(2);
        assertThat(json().path("refused").asString()).contains("none");
        out.reset();
        assertThat(run(list.toString(), "--json", "--district", district, "--school", "north"))
                .isEqualTo(1);
        assertThat(json().path("format").asString()).isEqualTo("list-home_access");
        assertThat(json().path("files").get(0).path("added").asInt()).isEqualTo(1);
        assertThat(json().path("held").get(0).path("line").asInt()).isEqualTo(3);
    }

    @Test
    void soIsAListOfWhatPeopleDidOnDays() throws IOException {
        String district = district();
        assertThat(run(of11().zip(folder).toString(), "--district", district)).isZero();
        out.reset();
        Path list =
                Files.writeString(
                        folder.resolve("days.csv"),
                        """
                        person_id,email,name,class,date,activity
                        s1,,,Algebra 1,2025-09-10,present
                        s2,,,A1,2025-09-10,absent
                        t1,,,c1,2025-09-10,took attendance
                        """);
        assertThat(run(list.toString(), "--json", "--district", district, "--school", "north"))
                .isEqualTo(1);
        assertThat(json().path("format").asString()).isEqualTo("list-activity");
        assertThat(json().path("files").get(0).path("added").asInt()).isEqualTo(2);
        assertThat(json().path("held").get(0).path("column").asString()).isEqualTo("class");
    }

    @Test
    void anExportWhoseColumnsWereSaidOnceIsRecognised() throws IOException {
        String district = district();
        assertThat(run(of11().zip(folder).toString(), "--district", district)).isZero();
        out.reset();
        Path log =
                Files.writeString(
                        folder.resolve("log.csv"),
                        """
                        Idő,Ki,Környezet,Leírás
                        "10/09/25, 14:05",Nobody Here,-,The user with id '5' viewed the 'assign' activity with course module id '12'.
                        """);
        assertThat(run(log.toString(), "--json", "--district", district)).isEqualTo(2);
        out.reset();
        List<String> headers = List.of("Idő", "Ki", "Környezet", "Leírás");
        Map<ExportColumn, Integer> columns =
                ExportTable.MOODLE_LOGS.columns().stream()
                        .filter(column -> !column.code().equals("event"))
                        .collect(
                                Collectors.toMap(
                                        column -> column,
                                        column ->
                                                List.of("time", "user", "context", "description")
                                                        .indexOf(column.code())));
        server.bean(Access.class)
                .asInstallation(() ->
                        server.bean(PlatformImports.class)
                                .run(
                                        new ExportRequest(
                                                new ImportRequest(
                                                        List.of(log),
                                                        "log.csv",
                                                        district,
                                                        null,
                                                        false,
                                                        false),
                                                SaidColumns.of(
                                                        ExportTable.MOODLE_LOGS,
                                                        headers,
                                                        columns,
                                                        Set.of())),
                                        new ImportProgress()));
        assertThat(run(log.toString(), "--json", "--district", district)).isEqualTo(1);
        assertThat(json().path("format").asString()).isEqualTo("moodle-logs");
        assertThat(json().path("held").get(0).path("column").asString()).isEqualTo("Ki");
    }

    @Test
    void whatIsRefusedIsOneObjectTooAndEndsWithTwo() {
        assertThat(run(folder.resolve("none.zip").toString(), "--json")).isEqualTo(2);
        assertThat(json().path("refused").asString()).contains("There is no file");
        assertThat(json().path("files").isEmpty()).isTrue();
        assertThat(json().path("held").isEmpty()).isTrue();
    }

    @Test
    void severalFilesOnOneLineAreOneDelivery() {
        Path export = of11().folder(folder);
        assertThat(
                        run(
                                export.resolve("orgs.csv").toString(),
                                "--json",
                                export.resolve("users.csv").toString(),
                                "--district",
                                district()))
                .isZero();
        assertThat(json().path("files").size()).isEqualTo(2);
    }

    @Test
    void aPathIsMeantFromWhereItWasTyped() {
        of11().zip(folder);
        System.setProperty("tandem.caller", folder.toString());
        assertThat(run("bundle.zip", "--json", "--district", district())).isZero();
        assertThat(run("./bundle.zip", "--dry-run", "--district", district())).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'', Name a file",
        "'x.zip --fast', There is no option --fast",
        "'x.zip -n', There is no option -n",
        "'x.zip --district', --district needs a value",
        "'x.zip --zone', --zone needs a value",
        "'x.zip --district --json', --district needs a value",
        "'x.zip --zone Mars/Olympus', There is no time zone",
    })
    void whatCannotBeMeantGetsASentence(String typed, String sentence) {
        assertThat(run(typed.isEmpty() ? new String[0] : typed.split(" "))).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains(sentence).contains("usage:");
        assertThat(out.size()).isZero();
    }

    private static String district() {
        return "Commanded " + ++number;
    }

    private JsonNode json() {
        return Objects.requireNonNull(
                JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8)));
    }

    private static int run(String... typed) {
        return server.bean(ImportCommand.class).run(List.of(typed));
    }
}
