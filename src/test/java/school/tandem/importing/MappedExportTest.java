package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.STUDENT_DAY;
import static school.tandemdb.adoption.Tables.SUBMISSION;
import static school.tandemdb.importing.Tables.COLUMN_MAPPING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.importing.platforms.ExportColumn;
import school.tandem.importing.platforms.ExportGuess;
import school.tandem.importing.platforms.ExportTable;
import school.tandem.importing.platforms.SaidColumns;
import school.tandem.importing.reading.TableFile;
import school.tandem.security.Access;

/** Exports with headers of a language that no reader knows, whose columns somebody says once. */
@Tag("database")
@Tag("long")
class MappedExportTest {

    private static final String ENGLISH =
            "Time,User full name,Affected user,Event context,Component,Event name,Description\n";
    private static final String HUNGARIAN =
            "Idő,Felhasználó teljes neve,Érintett,Esemény környezete,Összetevő,Esemény,Leírás\n";
    private static final String ROWS =
            """
            "14/09/26, 14:05",Ana Sol,-,"Assignment: Essay",X,"-",The user with id '5' viewed the 'assign' activity with course module id '12'.
            "15/09/26, 14:06",Ana Sol,-,"Assignment: Essay",X,"-",The user with id '5' has submitted the submission with id '3' for the assignment with course module id '12'.
            "15/09/26, 14:07",Nobody Here,-,"Quiz: One",X,"-",The user with id '9' has submitted the attempt with id '9' for the quiz with course module id '13'.
            "soon",Ben Wu,-,"Quiz: One",X,"-",The user with id '6' has submitted the attempt with id '8' for the quiz with course module id '13'.
            "16/09/26, 14:10",Ida Poe,-,"Course: Algebra",X,"-",The user with id '2' viewed the course with id '7'.
            "16/09/26, 14:12",Ben Wu,-,"Course: Algebra",X,"-",The user with id '6' viewed the 'page' activity with course module id '15'.
            """;

    private static Server server;
    private static DSLContext owner;

    @TempDir Path folder;
    private PlatformTown town;

    @BeforeAll
    static void start() {
        server = Server.at(new SettableClock("2026-10-05T14:00:00Z"));
        owner = server.database().asOwner();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void aSchoolWithStudentsInClasses() throws IOException {
        town = new PlatformTown(server, folder);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static TableFile table(Path file) {
        return TableFile.open(file, file.getFileName().toString());
    }

    /** As the panel suggests, with these said otherwise: headers by codes, null for none. */
    private SaidColumns said(
            ExportTable table, Path file, Map<String, String> otherwise, String... useless) {
        ExportGuess.Suggestion suggested =
                server.bean(Access.class)
                        .asInstallation(() ->
                                server.bean(ExportColumns.class)
                                        .suggest(town.district(), table, table(file)));
        List<String> headers = table(file).headers();
        Map<ExportColumn, Integer> columns = new HashMap<>(suggested.columns());
        table.columns().stream()
                .filter(column -> otherwise.containsKey(column.code()))
                .forEach(column ->
                        columns.put(column, headers.indexOf(otherwise.get(column.code()))));
        columns.values().removeIf(at -> at < 0);
        Set<Integer> others =
                Stream.concat(suggested.others().stream(), Stream.of(useless).map(headers::indexOf))
                        .filter(at -> !columns.containsValue(at))
                        .collect(Collectors.toSet());
        return SaidColumns.of(table, headers, columns, others);
    }

    private ImportReport map(Path file, SaidColumns said, boolean dryRun) {
        ImportRequest delivery = town.request(dryRun, file);
        return server.bean(Access.class)
                .asInstallation(() ->
                        server.bean(PlatformImports.class)
                                .run(new ExportRequest(delivery, said), new ImportProgress()));
    }

    private boolean isRecognised(Path... files) {
        return server.bean(Access.class)
                .asInstallation(() ->
                        server.bean(PlatformImports.class).recognises(town.request(false, files)));
    }

    private int remembered() {
        return owner.fetchCount(
                COLUMN_MAPPING,
                COLUMN_MAPPING
                        .DISTRICT_ID
                        .eq(town.district())
                        .and(COLUMN_MAPPING.TARGET.eq("moodle-logs")));
    }

    @Test
    void whatIsTheSameInEveryLanguageSuggestsTheColumnsOfALog() throws IOException {
        TableFile table = table(file("log.csv", HUNGARIAN + ROWS));
        assertThat(ExportGuess.tableOf(table)).contains(ExportTable.MOODLE_LOGS);
        SaidColumns said = said(ExportTable.MOODLE_LOGS, folder.resolve("log.csv"), Map.of());
        assertThat(said.codes())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "idő", "time",
                                "felhasználóteljesneve", "user",
                                "eseménykörnyezete", "context",
                                "esemény", "event",
                                "leírás", "description"));
    }

    @Test
    void aMappedLogTellsWhatTheSameOneInEnglishTells() throws IOException {
        ImportReport english = town.take(file("log-en.csv", ENGLISH + ROWS));
        List<String> facts = facts();
        List<String> held = Trial.held(english);
        Map<String, String> covered = town.coveredTo();
        assertThat(facts).isNotEmpty();

        town = new PlatformTown(server, folder);
        Path path = file("log-hu.csv", HUNGARIAN + ROWS.replace("\"Course: ", "\"Kurzus: "));
        assertThat(isRecognised(path)).isFalse();
        ImportReport report = map(path, said(ExportTable.MOODLE_LOGS, path, Map.of()), false);
        Trial.assertAddsUp(report);
        assertThat(report.format()).isEqualTo("moodle-logs");
        assertThat(report.platform()).isEqualTo("moodle");
        assertThat(report.total()).isEqualTo(english.total());
        assertThat(facts()).isEqualTo(facts);
        assertThat(town.coveredTo()).isEqualTo(covered);
        assertThat(held)
                .containsExactlyInAnyOrder(
                        "log-en.csv:4 User full name UNKNOWN_PERSON",
                        "log-en.csv:5 Time NOT_A_DATE");
        assertThat(Trial.held(report))
                .containsExactlyInAnyOrder(
                        "log-hu.csv:4 Felhasználó teljes neve UNKNOWN_PERSON",
                        "log-hu.csv:5 Idő NOT_A_DATE");
    }

    @Test
    void whatWasSaidHoldsForTheNextFileButNotAfterADryRun() throws IOException {
        Path path = file("log.csv", HUNGARIAN + ROWS);
        SaidColumns said = said(ExportTable.MOODLE_LOGS, path, Map.of());
        assertThat(map(path, said, true).total().added()).isPositive();
        assertThat(remembered()).isZero();
        assertThat(isRecognised(path)).isFalse();

        map(path, said, false);
        Path next =
                file(
                        "next.csv",
                        HUNGARIAN.toUpperCase(Locale.ROOT) + ROWS.replace("/09/26", "/10/26"));
        assertThat(isRecognised(next)).isTrue();
        assertThat(isRecognised(next, file("en.csv", ENGLISH + ROWS))).isTrue();
        ImportReport report = town.take(next);
        Trial.assertAddsUp(report);
        assertThat(report.total().added()).isPositive();
        assertThat(Trial.held(report)).contains("next.csv:5 IDŐ NOT_A_DATE");

        ImportReport again = town.take(path);
        assertThat(again.total().unchanged() + again.total().held())
                .isEqualTo(again.total().read());
        assertThat(isRecognised(file("other.csv", "Név,Idő,Szerep\nAna,ma,x\n"))).isFalse();
    }

    @Test
    void anotherDistrictKnowsNothingOfIt() throws IOException {
        Path path = file("log.csv", HUNGARIAN + ROWS);
        map(path, said(ExportTable.MOODLE_LOGS, path, Map.of()), false);
        town = new PlatformTown(server, folder);
        assertThat(isRecognised(path)).isFalse();
        assertThat(town.take(path).refused()).contains("log.csv");
    }

    @Test
    void theMappingOutlivesTheUndoAndWhatIsSaidLastCounts() throws IOException {
        Path path = file("log.csv", HUNGARIAN + ROWS);
        map(path, said(ExportTable.MOODLE_LOGS, path, Map.of("user", "Érintett")), false);
        town.undo();
        assertThat(isRecognised(path)).isTrue();
        SaidColumns better =
                said(ExportTable.MOODLE_LOGS, path, Map.of("user", "Felhasználó teljes neve"));
        map(path, better, false);
        town.undo();
        assertThat(Trial.held(town.dryRun(path)))
                .contains("log.csv:4 Felhasználó teljes neve UNKNOWN_PERSON");

        // Said to be something else, it is that.
        SaidColumns other =
                said(
                        ExportTable.GRADEBOOK_SUBMISSIONS,
                        path,
                        Map.of("full_name", "Érintett", "work", "Esemény", "status", "Leírás"));
        map(path, other, false);
        assertThat(town.dryRun(path).format()).isEqualTo("gradebook-submissions");
    }

    @Test
    void withoutANeededColumnNothingIsTaken() throws IOException {
        Path path = file("log.csv", HUNGARIAN + ROWS);
        Map<String, String> none = new HashMap<>();
        none.put("time", null);
        none.put("event", null);
        none.put("context", null);
        ImportReport report = map(path, said(ExportTable.MOODLE_LOGS, path, none), false);
        assertThat(report.refused())
                .contains(
                        "log.csv",
                        "Moodle: log",
                        "“Time”",
                        "“Where it happened (context) or Name of the event”");
        assertThat(remembered()).isZero();
        assertThat(facts()).isEmpty();
    }

    @Test
    void aDescriptionThatMoodleDidNotWriteIsHeld() throws IOException {
        Path path = file("log.csv", HUNGARIAN + ROWS);
        ImportReport report =
                map(
                        path,
                        said(
                                ExportTable.MOODLE_LOGS,
                                path,
                                Map.of(
                                        "description", "Felhasználó teljes neve",
                                        "user", "Érintett")),
                        true);
        Trial.assertAddsUp(report);
        assertThat(report.total().held()).isEqualTo(6);
        assertThat(Trial.held(report)).contains("log.csv:2 Felhasználó teljes neve UNKNOWN_WORD");
    }

    private static final String CANVAS =
            """
            Elev,Nummer,SIS-användare,SIS-inloggning,Avsnitt,Uppsats (8421),Prov (8422),Slutpoäng
            Möjliga poäng,,,,,10,20,(skrivskyddad)
            "Sol, Ana",71,1,ana,Algebra,8,0,40
            "Wu, Ben",72,2,ben,Algebra,,15.5,75
            "Ode, Cy",73,3,cy,Algebra,Saknas,12,60
            "Ek, Ny",74,99,ny,Algebra,7,12,60
            """;

    @Test
    void aGradebookOfCanvasWithUnknownHeadersComesIn() throws IOException {
        Path path = file("betyg.csv", CANVAS);
        assertThat(ExportGuess.tableOf(table(path))).contains(ExportTable.CANVAS_GRADEBOOK);
        assertThat(isRecognised(path)).isFalse();
        ImportReport report = map(path, said(ExportTable.CANVAS_GRADEBOOK, path, Map.of()), false);
        Trial.assertAddsUp(report);
        assertThat(Trial.held(report))
                .containsExactlyInAnyOrder(
                        "betyg.csv:5 Uppsats (8421) UNKNOWN_WORD",
                        "betyg.csv:6 Elev UNKNOWN_PERSON",
                        "betyg.csv:6 Elev UNKNOWN_PERSON");
        assertThat(work()).containsExactly("Prov", "Uppsats");
        assertThat(facts()).contains("1 Uppsats handed_in", "2 Prov handed_in", "3 Prov handed_in");

        Path next =
                file(
                        "next.csv",
                        CANVAS.replace("Uppsats (8421)", "Tal (9)").replace("Saknas", "9"));
        assertThat(isRecognised(next)).isTrue();
        assertThat(isRecognised(file("list.csv", "Elev,Avsnitt,Nummer\nAna,Algebra,7\n")))
                .isFalse();
    }

    @Test
    void aGradebookOfMoodleNeedsToKnowWhichColumnsAreNoWork() throws IOException {
        String head =
                "Keresztnév,Vezetéknév,ID-szám,Kar,E-mail cím,Feladat: Esszé (Valós),Kurzus"
                        + " összesen (Valós),Utolsó letöltés\n";
        Path path =
                file(
                        "Algebra export.csv",
                        head
                                + "Ana,Sol,1,Észak,ana@elm.example,\"8,00\",\"8,00\",1790000000\n"
                                + "Ben,Wu,2,Észak,ben@elm.example,-,-,1790000000\n"
                                + "Cy,Ode,3,Dél,,Kiváló,-,1790000000\n");
        SaidColumns said =
                said(
                        ExportTable.MOODLE_GRADEBOOK,
                        path,
                        Map.of("given_name", "Keresztnév", "family_name", "Vezetéknév"),
                        "Kurzus összesen (Valós)");
        assertThat(said.codes())
                .containsEntry("kar", "other")
                .containsEntry("emailcím", "email")
                .containsEntry("utolsóletöltés", "downloaded");
        ImportReport report =
                map(
                        path,
                        said(
                                ExportTable.MOODLE_GRADEBOOK,
                                path,
                                Map.of(
                                        "given_name", "Keresztnév",
                                        "family_name", "Vezetéknév",
                                        "id", "ID-szám"),
                                "Kurzus összesen (Valós)"),
                        false);
        Trial.assertAddsUp(report);
        assertThat(work()).containsExactly("Esszé");
        assertThat(Trial.held(report))
                .containsExactly("Algebra export.csv:4 Feladat: Esszé (Valós) UNKNOWN_WORD");
        assertThat(isRecognised(path)).isTrue();
        assertThat(
                        isRecognised(
                                file(
                                        "staff.csv",
                                        "Keresztnév,Vezetéknév,E-mail cím,Szerep\n"
                                                + "Ida,Poe,ida@elm.example,tanár\n")))
                .isFalse();
    }

    @Test
    void wordsThatNobodyKnowsAreHeldAndNotLost() throws IOException {
        Path path =
                file(
                        "progress.alg.csv",
                        """
                        ,ID-szám,E-mail cím,Esszé,,Kvíz,
                        Ana Sol,1,ana@elm.example,Completed,"2026. 09. 14., 10:00",Teljesítve,"2026. 09. 15., 10:00"
                        Ben Wu,2,ben@elm.example,Not completed,,Completed,2026-09-16
                        """);
        assertThat(ExportGuess.tableOf(table(path))).contains(ExportTable.MOODLE_COMPLETION);
        ImportReport report =
                map(
                        path,
                        said(ExportTable.MOODLE_COMPLETION, path, Map.of("id", "ID-szám")),
                        false);
        Trial.assertAddsUp(report);
        assertThat(Trial.held(report)).contains("progress.alg.csv:2 Kvíz UNKNOWN_WORD");
        assertThat(isRecognised(path)).isTrue();
    }

    @Test
    void rolesOfSchoologyThatNobodyKnowsAreHeld() throws IOException {
        Path path =
                file(
                        "usage.csv",
                        """
                        Azonosító,Szerep,Művelet,Elem,Mikor,Tárgy
                        1,Student,SUBMIT,ASSIGNMENT,2026-09-14 15:00:00,Algebra
                        2,Diák,SUBMIT,ASSIGNMENT,2026-09-14 15:00:00,Algebra
                        2,Student,BEAD,ASSIGNMENT,2026-09-14 15:00:00,Algebra
                        """);
        ImportReport report =
                map(
                        path,
                        said(
                                ExportTable.SCHOOLOGY_USAGE,
                                path,
                                Map.of(
                                        "id", "Azonosító",
                                        "role", "Szerep",
                                        "action", "Művelet",
                                        "item", "Elem",
                                        "time", "Mikor",
                                        "course", "Tárgy")),
                        false);
        Trial.assertAddsUp(report);
        assertThat(Trial.held(report))
                .containsExactlyInAnyOrder(
                        "usage.csv:3 Szerep UNKNOWN_WORD", "usage.csv:4 Művelet UNKNOWN_WORD");
        assertThat(facts()).containsExactly("1 2026-09-14 3");
    }

    @Test
    void heldRowsNameTheColumnThatTheFileHasWhicheverOfThemThatIs() throws IOException {
        Path grades =
                file(
                        "grades.csv",
                        "Levél,Kód,Munka,Jegy\nnobody@elm.example,Algebra,Esszé,7\n"
                                + "ana@elm.example,Sakk,Esszé,7\n");
        ImportReport report =
                map(
                        grades,
                        said(
                                ExportTable.SCHOOLOGY_GRADES,
                                grades,
                                Map.of(
                                        "email", "Levél",
                                        "section_code", "Kód",
                                        "work", "Munka",
                                        "grade", "Jegy")),
                        true);
        Trial.assertAddsUp(report);
        assertThat(Trial.held(report))
                .contains("grades.csv:2 Levél UNKNOWN_PERSON", "grades.csv:3 Kód UNKNOWN_CLASS")
                .allMatch(held -> held.matches(".* (Levél|Kód|Munka) .*"));
    }

    @Test
    void eachTableCanBeSaidAndIsRecognisedByWhatWasSaid() throws IOException {
        for (ExportTable table : ExportTable.values()) {
            town = new PlatformTown(server, folder);
            List<String> headers =
                    new ArrayList<>(
                            table.columns().stream().map(column -> "x " + column.code()).toList());
            List<String> cells = new ArrayList<>(headers.stream().map(header -> "").toList());
            switch (table) {
                case CANVAS_GRADEBOOK -> headers.add("Esszé (12)");
                case MOODLE_COMPLETION -> headers.addAll(List.of("Esszé", ""));
                default -> headers.add("Esszé");
            }
            cells.add("7");
            Path path =
                    file(
                            table.textKey() + ".csv",
                            String.join(",", headers) + "\n" + String.join(",", cells) + "\n");
            Map<String, String> all =
                    table.columns().stream()
                            .collect(
                                    Collectors.toMap(
                                            ExportColumn::code, column -> "x " + column.code()));
            assertThat(isRecognised(path)).as(table.code()).isFalse();
            ImportReport report = map(path, said(table, path, all), false);
            assertThat(report.refused()).as(table.code()).isNull();
            assertThat(report.format()).isEqualTo(table.code());
            assertThat(isRecognised(path)).as(table.code()).isTrue();
            assertThat(town.take(path).format()).isEqualTo(table.code());
        }
    }

    private List<String> work() {
        return owner.selectDistinct(ASSIGNMENT.TITLE)
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.DISTRICT_ID.eq(town.district()))
                .orderBy(ASSIGNMENT.TITLE)
                .fetch(ASSIGNMENT.TITLE);
    }

    /** Whose day holds which habits, and who handed what in. */
    private List<String> facts() {
        List<String> days =
                owner.select(STUDENT_DAY.STUDENT_ID, STUDENT_DAY.DAY, STUDENT_DAY.HABITS)
                        .from(STUDENT_DAY)
                        .where(STUDENT_DAY.DISTRICT_ID.eq(town.district()))
                        .orderBy(STUDENT_DAY.DAY)
                        .fetch(row ->
                                town.studentId(row.value1())
                                        + " "
                                        + row.value2()
                                        + " "
                                        + row.value3());
        List<String> work =
                owner.select(SUBMISSION.STUDENT_ID, ASSIGNMENT.TITLE, SUBMISSION.STATUS)
                        .from(SUBMISSION)
                        .join(ASSIGNMENT)
                        .on(ASSIGNMENT.DISTRICT_ID.eq(SUBMISSION.DISTRICT_ID))
                        .and(ASSIGNMENT.ID.eq(SUBMISSION.ASSIGNMENT_ID))
                        .where(SUBMISSION.DISTRICT_ID.eq(town.district()))
                        .orderBy(ASSIGNMENT.TITLE, SUBMISSION.STUDENT_ID)
                        .fetch(row ->
                                town.studentId(row.value1())
                                        + " "
                                        + row.value2()
                                        + " "
                                        + row.value3());
        return Stream.concat(days.stream(), work.stream()).toList();
    }
}
