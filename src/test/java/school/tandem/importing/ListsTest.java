package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.Server;
import school.tandem.importing.reading.CalendarFile;
import school.tandem.importing.reading.Refused;
import school.tandem.importing.reading.TableFile;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.DaysRow;
import school.tandem.roster.intake.Tally;
import school.tandem.security.Access;
import school.tandem.security.Districts;
import school.tandem.security.SchoolKey;

/** Lists that schools keep themselves, as they really look. */
@Tag("database")
@Tag("long")
class ListsTest {

    private static Server server;
    private static int number;

    @TempDir Path folder;
    private SchoolKey school;

    @BeforeAll
    static void start() {
        server = Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void makeSchool() {
        school =
                server.bean(Access.class)
                        .asInstallation(() -> {
                            var district =
                                    server.bean(Districts.class)
                                            .create(
                                                    "District " + ++number,
                                                    ZoneId.of("America/New_York"),
                                                    false);
                            School made = server.bean(Schools.class).create(district.id(), "Elm");
                            return made.key();
                        });
    }

    @Test
    void staffWithSpanishHeadersBelowATitle() throws IOException {
        Path file =
                csv(
                        "Claustro 2026;;;\n\nNombre;Apellidos;Correo electrónico;Cargo\nAna;Sol;ANA@elm.example;Profesora\n;;;\nLuis;Paz;;Director\n");
        ImportReport report = run(ListKind.STAFF, file);
        assertThat(report.held().count()).isZero();
        assertThat(report.total()).isEqualTo(new Tally(2, 2, 0, 0, 0, 0));
        assertThat(run(ListKind.STAFF, file).total()).isEqualTo(new Tally(2, 0, 0, 2, 0, 0));
    }

    @Test
    void duplicatesAndRowsOfNobodyAreHeld() throws IOException {
        Path file =
                csv(
                        "Name,E-mail\nAna Sol,ana@elm.example\nAna Sol,ana@elm.example\nBen Wu,\nBen Wu,\n,\" \"\n,x@elm.example\nCy Ode,no address\n");
        ImportReport report = run(ListKind.STAFF, file);
        Trial.assertAddsUp(report);
        assertThat(Trial.held(report))
                .containsExactly(
                        "list.csv:3 Name DUPLICATE_FACT",
                        "list.csv:5 Name AMBIGUOUS_NAME",
                        "list.csv:7 Name BLANK",
                        "list.csv:8 E-mail UNKNOWN_WORD");
        assertThat(report.total()).isEqualTo(new Tally(6, 2, 0, 0, 0, 4));
    }

    @Test
    void aStudentOnSeveralRowsIsInSeveralClasses() throws IOException {
        Path file =
                csv(
                        "Student ID,Name,Grade,Class\n1,Ana Sol,9,Algebra\n1,Ana Sol,9,Biology; Art\n2,Ben Wu,9,Algebra\n");
        ImportReport report = run(ListKind.STUDENTS, file);
        assertThat(report.held().count()).isZero();
        assertThat(Trial.file(report, "list.csv · classes").added()).isEqualTo(3);
        assertThat(Trial.file(report, "list.csv · places").added()).isEqualTo(4);
    }

    @Test
    void twoOfOneNameWithIdsOfTheirOwnAreTwo() throws IOException {
        run(ListKind.STUDENTS, csv("Student ID,Name\n1,Ana Sol\n"));
        ImportReport report =
                run(ListKind.STUDENTS, csv("Student ID,Name\n1,Ana Sol\n2,Ana Sol\n"));
        assertThat(report.total()).isEqualTo(new Tally(2, 1, 0, 1, 0, 0));
    }

    @Test
    void aWorkbookWithNumbersDatesFormulasAndAHiddenSheet() throws IOException {
        run(ListKind.STUDENTS, csv("Student ID,Name\n1001,Ana Sol\n1002,Ben Wu\n1003,Cy Ode\n"));
        Path file =
                workbook(book -> {
                    Worksheet hidden = book.newWorksheet("Old");
                    hidden.value(0, 0, "Nothing");
                    hidden.setVisibilityState(VisibilityState.HIDDEN);
                    Worksheet sheet = book.newWorksheet("Homes");
                    sheet.value(0, 0, "Home survey, autumn");
                    sheet.range(0, 0, 0, 3).merge();
                    List<String> headers = List.of("Student ID", "Device", "Internet", "Date");
                    for (int i = 0; i < headers.size(); i++) {
                        sheet.value(1, i, headers.get(i));
                    }
                    sheet.value(2, 0, 1001);
                    sheet.value(2, 1, "yes");
                    sheet.value(2, 2, true);
                    sheet.value(2, 3, LocalDate.of(2026, 9, 1));
                    sheet.style(2, 3).format("d/m/yyyy").set();
                    sheet.value(4, 0, 1002);
                    sheet.value(4, 1, "sí");
                    sheet.value(4, 2, "maybe");
                    sheet.value(5, 0, 1003);
                    sheet.value(5, 1, "no");
                    sheet.value(5, 3, "31/2/2026");
                    sheet.value(6, 0, 9999);
                    sheet.value(6, 1, "no");
                });
        ImportReport report = run(ListKind.HOME_ACCESS, file);
        assertThat(Trial.held(report))
                .containsExactly(
                        "list.xlsx:5 Internet UNKNOWN_WORD",
                        "list.xlsx:6 Date IMPOSSIBLE_DATE",
                        "list.xlsx:7 id UNKNOWN_REFERENCE");
        assertThat(report.total()).isEqualTo(new Tally(4, 1, 0, 0, 0, 3));
    }

    @Test
    void aFormulaCountsForWhatItShows() throws IOException {
        Path file =
                workbook(book -> {
                    Worksheet sheet = book.newWorksheet("Staff");
                    sheet.value(0, 0, "Name");
                    sheet.value(0, 1, "E-mail");
                    sheet.value(1, 0, "Ana Sol");
                    sheet.formula(1, 1, "LOWER(\"ANA@ELM.EXAMPLE\")");
                });
        assertThat(TableFile.open(file, "list.xlsx").first(5))
                .singleElement()
                .satisfies(row -> assertThat(row.cell(1)).doesNotContain("LOWER"));
    }

    @Test
    void whatIsNoTableIsRefusedWithASentence() throws IOException {
        Path old = folder.resolve("old.xls");
        Files.write(old, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2});
        Path broken = folder.resolve("broken.xlsx");
        Files.write(broken, new byte[] {'P', 'K', 3, 4, 0, 0, 0});
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        for (Path file : List.of(old, broken, empty)) {
            assertThatThrownBy(() -> TableFile.open(file, file.getFileName().toString()))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void aListOfWindowsOrInUtf16IsRead() throws IOException {
        for (Charset charset :
                List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_16LE)) {
            Path file = folder.resolve("list.csv");
            Files.write(
                    file,
                    "Nombre completo\tCorreo\r\nIñaki Peña\ti@elm.example\r\n".getBytes(charset));
            TableFile table = TableFile.open(file, "list.csv");
            assertThat(table.first(1).getFirst().cell(0)).isEqualTo("Iñaki Peña");
        }
    }

    @Test
    void holidaysOfACalendarAreRead() throws IOException {
        Path file = folder.resolve("days.ics");
        Files.writeString(
                file,
                String.join(
                        "\r\n",
                        "\uFEFFBEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//x//y//EN",
                        event(
                                "1",
                                "DTSTART;VALUE=DATE:20261126",
                                "DTEND;VALUE=DATE:20261128",
                                "SUMMARY:Thanksgiving\\, two da\r\n ys"),
                        event("2", "DTSTART;VALUE=DATE:20261012", "SUMMARY:One day"),
                        event(
                                "3",
                                "DTSTART;VALUE=DATE:20200101",
                                "DTEND;VALUE=DATE:20200102",
                                "RRULE:FREQ=YEARLY",
                                "SUMMARY:New Year"),
                        event(
                                "4",
                                "DTSTART;VALUE=DATE:20260904",
                                "RRULE:FREQ=WEEKLY;UNTIL=20260918",
                                "SUMMARY:Friday off"),
                        event(
                                "5",
                                "DTSTART;TZID=America/New_York:20261001T090000",
                                "DTEND;TZID=America/New_York:20261001T100000",
                                "SUMMARY:A meeting"),
                        "END:VCALENDAR",
                        ""));
        List<DaysRow> days = CalendarFile.holidays(file, "days.ics", LocalDate.of(2026, 10, 5));
        assertThat(days)
                .extracting(day -> day.name() + " " + day.firstOn() + " " + day.lastOn())
                .containsExactly(
                        "New Year 2026-01-01 2026-01-01",
                        "Friday off 2026-09-04 2026-09-04",
                        "Friday off 2026-09-11 2026-09-11",
                        "Friday off 2026-09-18 2026-09-18",
                        "One day 2026-10-12 2026-10-12",
                        "Thanksgiving, two days 2026-11-26 2026-11-27",
                        "New Year 2027-01-01 2027-01-01");
    }

    private static String event(String id, String... lines) {
        return "BEGIN:VEVENT\r\nUID:"
                + id
                + "\r\nDTSTAMP:20260101T000000Z\r\n"
                + String.join("\r\n", lines)
                + "\r\nEND:VEVENT";
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), text);
    }

    private Path workbook(Consumer<Workbook> filling) throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            filling.accept(book);
        }
        return file;
    }

    private ImportReport run(ListKind kind, Path file) {
        return Trial.list(server, school, kind, file);
    }
}
