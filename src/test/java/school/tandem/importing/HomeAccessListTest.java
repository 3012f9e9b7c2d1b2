package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.tandemdb.adoption.Tables.HOME_ACCESS;
import static school.tandemdb.roster.Tables.PERSON;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.adoption.HomeAccess;
import school.tandem.adoption.Via;
import school.tandem.importing.reading.ListCells;
import school.tandem.importing.reading.TableFile;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.Tally;
import school.tandem.roster.intake.UndoRefused;
import school.tandem.security.Access;
import school.tandem.security.Districts;
import school.tandem.security.SchoolKey;

/** Families' answers in a list: what forms give out, in both languages, and which answer counts. */
@Tag("database")
@Tag("long")
class HomeAccessListTest {

    private static final String ROSTER =
            "Student ID,Name,E-mail\n1,Ana Sol,ana@elm.example\n2,Ben Wu,ben@elm.example\n3,Cy Ode,\n4,Dee Ray,\n";

    private static final SettableClock CLOCK = new SettableClock("2026-11-24T15:00:00Z");

    private static Server server;
    private static DSLContext owner;
    private static int number;

    @TempDir Path folder;
    private SchoolKey school;

    @BeforeAll
    static void start() {
        server = Server.at(CLOCK);
        owner = server.database().asOwner();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void aSchoolWithStudents() throws IOException {
        CLOCK.set("2026-11-24T15:00:00Z");
        school =
                server.bean(Access.class)
                        .asInstallation(() -> {
                            var district =
                                    server.bean(Districts.class)
                                            .create(
                                                    "Homes " + ++number,
                                                    ZoneId.of("America/New_York"),
                                                    false);
                            return server.bean(Schools.class).create(district.id(), "Elm").key();
                        });
        Trial.list(server, school, ListKind.STUDENTS, csv(ROSTER));
    }

    @Test
    void whatGoogleFormsGivesOut() throws IOException {
        Path file =
                csv(
                        """
                        "Timestamp","Email Address","Student ID number","Student's full name","Does your child have a device (computer, laptop or tablet) to work on at home?","Is there an internet connection at home that carries video?","Anything else?"
                        "2026/11/03 2:03:22 PM GMT-5","parent@mail.example","1","Ana Sol","Yes","No","thanks, yes"
                        "2026/11/03 11:30:00 PM GMT-8","other@mail.example","2","Ben Wu","Yes, but it is shared with siblings","Yes, always",""
                        "2026/11/04 8:00:00 AM GMT-5","","3","Cy Ode","I'm not sure","Only mobile data",""
                        """);
        assertThat(ListColumns.guessKind(TableFile.open(file, "list.csv").headers()))
                .isEqualTo(ListKind.HOME_ACCESS);
        ImportReport report = run(file);
        assertThat(Trial.held(report)).isEmpty();
        assertThat(homes())
                .containsExactly(
                        "1 true false 2026-11-03 14:03",
                        "2 false true 2026-11-04 02:30",
                        "3 null false 2026-11-04 08:00");
    }

    @Test
    void aChildIsKnownByNameWhereTheNumberIsAnother() throws IOException {
        ImportReport report =
                run(
                        csv(
                                """
                                Timestamp,Student ID number,Student's full name,Does your child have a device?,Is there internet at home?
                                2026/11/03 2:03:22 PM GMT-5,S-00123,Ana Sol,Yes,No
                                """));
        assertThat(Trial.held(report)).isEmpty();
        assertThat(report.byName()).containsExactly("Ana Sol");
        assertThat(homes()).containsExactly("1 true false 2026-11-03 14:03");
    }

    @Test
    void whatAFormGivesOutIsKnownWithoutAScreen() {
        for (String headers :
                List.of(
                        "Timestamp|Student ID|Which devices does your child have at home?|How does your home connect to the internet?",
                        "Id|Hora de inicio|Hora de finalización|Correo electrónico|Nombre|Número de matrícula del alumno|¿Qué dispositivos tiene en casa?",
                        "Marca temporal|Nombre y apellidos del alumno|¿Tienen en casa conexión a internet?",
                        "student_id|device|connection|answered")) {
            assertThat(ListColumns.published(List.of(headers.split("\\|"))))
                    .as(headers)
                    .contains(ListKind.HOME_ACCESS);
        }
        for (String headers :
                List.of(
                        "Timestamp|Email Address|What did you like about the course?",
                        "Student ID|Name|Class|Laptop number")) {
            assertThat(ListColumns.published(List.of(headers.split("\\|")))).as(headers).isEmpty();
        }
    }

    @Test
    void whatGoogleFormsGivesOutInSpanish() throws IOException {
        Path file =
                csv(
                        """
                        Marca temporal,Dirección de correo electrónico,Nombre y apellidos del alumno o alumna,¿Tiene su hijo o hija un ordenador o una tableta para trabajar en casa?,¿Tienen en casa conexión a internet que alcance para videollamadas?
                        3/11/2026 9:05:00,madre@mail.example,Ana Sol,Sí,No
                        23/11/2026 21:05:00,padre@mail.example,"Wu, Ben",Compartido con sus hermanos,No lo sé
                        """);
        ImportReport report = run(file);
        assertThat(Trial.held(report)).isEmpty();
        assertThat(homes())
                .containsExactly("1 true false 2026-11-03 09:05", "2 false null 2026-11-23 21:05");
    }

    @Test
    void whatMicrosoftFormsGivesOut() throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Form1");
            List<List<Object>> rows =
                    List.of(
                            List.of(
                                    "ID",
                                    "Start time",
                                    "Completion time",
                                    "Email",
                                    "Name",
                                    "Student number",
                                    "Does your child have their own computer or tablet?",
                                    "Is your internet at home good enough for video calls?"),
                            List.of(
                                    3,
                                    LocalDateTime.of(2026, 11, 3, 8, 0),
                                    LocalDateTime.of(2026, 11, 3, 8, 1, 30),
                                    "anonymous",
                                    "",
                                    "1",
                                    "Yes",
                                    "No"),
                            List.of(
                                    1,
                                    LocalDateTime.of(2026, 11, 4, 8, 0),
                                    LocalDateTime.of(2026, 11, 4, 8, 2),
                                    "anonymous",
                                    "",
                                    "2",
                                    "No",
                                    "Prefer not to say"));
            for (int line = 0; line < rows.size(); line++) {
                for (int at = 0; at < rows.get(line).size(); at++) {
                    switch (rows.get(line).get(at)) {
                        case LocalDateTime moment -> {
                            sheet.value(line, at, moment);
                            sheet.style(line, at).format("m/d/yy h:mm:ss").set();
                        }
                        case Integer id -> sheet.value(line, at, id);
                        case Object text -> sheet.value(line, at, text.toString());
                    }
                }
            }
        }
        ImportReport report = run(file);
        assertThat(Trial.held(report)).isEmpty();
        assertThat(homes())
                .containsExactly("1 true false 2026-11-03 08:01", "2 false null 2026-11-04 08:02");
    }

    @Test
    void ofTwoAnswersOfADayTheLaterCountsWhereverItStands() throws IOException {
        Path file =
                csv(
                        """
                        Timestamp,Student ID,Device,Internet
                        11/20/2026 18:00:00,1,no,no
                        11/20/2026 9:00:00,1,yes,yes
                        11/20/2026 9:00:00,2,yes,yes
                        11/20/2026 18:00:00,2,no,no
                        """);
        ImportReport report = run(file);
        Trial.assertAddsUp(report);
        assertThat(Trial.held(report))
                .containsExactly("list.csv:3 id DUPLICATE_FACT", "list.csv:4 id DUPLICATE_FACT");
        assertThat(homes())
                .containsExactly(
                        "1 false false 2026-11-20 18:00", "2 false false 2026-11-20 18:00");
    }

    @Test
    void answersOfSeveralDaysAreAllKept() throws IOException {
        ImportReport report =
                run(
                        csv(
                                """
                                Timestamp,Student ID,Device,Internet
                                11/20/2026 18:00:00,1,no,no
                                11/03/2026 9:00:00,1,yes,yes
                                ,1,yes,no
                                11/05/2026 9:00:00,1,yes,yes
                                """));
        assertThat(Trial.held(report)).isEmpty();
        assertThat(report.total()).isEqualTo(new Tally(4, 4, 0, 0, 0, 0));
        assertThat(homes())
                .containsExactly(
                        "1 true true 2026-11-03 09:00",
                        "1 true true 2026-11-05 09:00",
                        "1 false false 2026-11-20 18:00",
                        "1 true false 2026-11-24 null");
    }

    @Test
    void aListWithoutDaysThatSaysWhatIsKnownAddsNothing() throws IOException {
        Path file = csv("Student ID,Device,Internet\n1,yes,no\n2,no,\n");
        assertThat(run(file).total()).isEqualTo(new Tally(2, 2, 0, 0, 0, 0));
        CLOCK.set("2026-11-27T15:00:00Z");
        assertThat(run(file).total()).isEqualTo(new Tally(2, 0, 0, 2, 0, 0));
        assertThat(homes())
                .containsExactly("1 true false 2026-11-24 null", "2 false null 2026-11-24 null");

        // The same words on a line of an earlier day, and another answer between.
        ImportReport between =
                run(csv("Timestamp,Student ID,Device,Internet\n2026-11-26,1,no,no\n,1,yes,no\n"));
        assertThat(between.total()).isEqualTo(new Tally(2, 2, 0, 0, 0, 0));
        assertThat(homes())
                .containsExactly(
                        "1 true false 2026-11-24 null",
                        "1 false false 2026-11-26 null",
                        "1 true false 2026-11-27 null",
                        "2 false null 2026-11-24 null");
    }

    @Test
    void anOlderListNeverOverwritesALaterAnswer() throws IOException {
        run(
                csv(
                        "Timestamp,Student ID,Device,Internet\n2026-11-20 18:00,1,no,no\n2026-11-20,2,no,no\n"));
        ImportReport older =
                run(
                        csv(
                                "Timestamp,Student ID,Device,Internet\n2026-11-20 17:59,1,yes,yes\n2026-11-19,2,yes,yes\n"));
        assertThat(older.total()).isEqualTo(new Tally(2, 1, 0, 1, 0, 0));
        assertThat(homes())
                .containsExactly(
                        "1 false false 2026-11-20 18:00",
                        "2 true true 2026-11-19 null",
                        "2 false false 2026-11-20 null");

        answer("3", true);
        assertThat(
                        run(csv("Timestamp,Student ID,Device,Internet\n2026-11-24 9:59,3,no,no\n"))
                                .total())
                .isEqualTo(new Tally(1, 0, 0, 1, 0, 0));
        assertThat(
                        run(csv("Timestamp,Student ID,Device,Internet\n2026-11-24 10:01,3,no,no\n"))
                                .total())
                .isEqualTo(new Tally(1, 0, 1, 0, 0, 0));
        ImportReport newer = run(csv("Timestamp,Student ID,Device,Internet\n2026-11-21,1,yes,\n"));
        assertThat(newer.total()).isEqualTo(new Tally(1, 1, 0, 0, 0, 0));
        assertThat(homes())
                .startsWith("1 false false 2026-11-20 18:00", "1 true null 2026-11-21 null")
                .endsWith("3 false false 2026-11-24 10:01");
    }

    @Test
    void undoGivesBackWhatWasThereOfEachDay() throws IOException {
        run(
                csv(
                        "Timestamp,Student ID,Device,Internet\n2026-11-20 18:00,1,no,no\n2026-11-20,2,,no\n"));
        List<String> before = homes();
        run(
                csv(
                        """
                        Timestamp,Student ID,Device,Internet
                        2026-11-20 19:00,1,yes,yes
                        2026-11-21 18:00,1,yes,yes
                        2026-11-18,1,yes,
                        2026-11-20 9:00,2,yes,yes
                        2026-11-20,3,yes,yes
                        """));
        assertThat(homes())
                .containsExactly(
                        "1 true null 2026-11-18 null",
                        "1 true true 2026-11-20 19:00",
                        "1 true true 2026-11-21 18:00",
                        "2 true true 2026-11-20 09:00",
                        "3 true true 2026-11-20 null");
        undo();
        assertThat(homes()).isEqualTo(before);
        undo();
        assertThat(homes()).isEmpty();
    }

    @Test
    void whatIsSaidOnAnotherDayLetsAListBeUndoneAndStays() throws IOException {
        run(csv("Timestamp,Student ID,Device,Internet\n2026-11-20 18:00,1,no,no\n"));
        answer("1", true);
        undo();
        assertThat(homes()).containsExactly("1 true true 2026-11-24 10:00");
    }

    @Test
    void whatIsSaidOnTheSameDayKeepsAListFromBeingUndone() throws IOException {
        answer("2", false);
        run(
                csv(
                        "Timestamp,Student ID,Device,Internet\n2026-11-24 9:00,1,no,no\n2026-11-24 11:00,2,yes,yes\n"));
        for (String student : List.of("1", "2")) {
            answer(student, true);
            List<String> before = homes();
            assertThatThrownBy(this::undo).isInstanceOf(UndoRefused.class);
            assertThat(homes()).isEqualTo(before);
        }
    }

    private void answer(String student, boolean yes) {
        server.bean(Access.class)
                .asInstallation(() -> {
                    server.bean(HomeAccess.class).answer(school, student, yes, yes, Via.PHONE);
                    return true;
                });
    }

    private void undo() {
        server.bean(Access.class)
                .asInstallation(() -> {
                    server.bean(Imports.class).undoLast(school.district());
                    return true;
                });
    }

    @ParameterizedTest
    @CsvSource({
        "yes, true",
        "Y, true",
        "TRUE, true",
        "x, true",
        "Sí, true",
        "si, true",
        "'Sí, siempre', true",
        "'Yes, my child has one', true",
        "Yes - not shared, true",
        "always, true",
        "iPad, true",
        "Laptop;Tablet;, true",
        "'Desktop computer, Smartphone', true",
        "A Chromebook, true",
        "'Ordenador portátil, Móvil', true",
        "'Broadband (cable, fiber)', true",
        "Wi-Fi, true",
        "Smartphone, false",
        "Móvil;, false",
        "Mobile data, false",
        "Ningún dispositivo, false",
        "no, false",
        "N, false",
        "0, false",
        "'No, none', false",
        "Ninguno, false",
        "Sin internet, false",
        "Shared with siblings, false",
        "'Sí, pero compartido', false",
        "Only a phone, false",
        "Solo datos del móvil, false",
        "Sometimes, false",
        "'No, no se comparte', false",
        "not asked, ",
        "Not sure, ",
        "I don’t know, ",
        "N/A, ",
        "-, ",
        "?, ",
        "No answer, ",
        "no response, ",
        "No sé, ",
        "No lo sé, ",
        "No sabe, ",
        "NS/NC, ",
        "No contesta, ",
        "Sin respuesta, ",
        "No preguntado, ",
        "Prefiero no responder, ",
        "prefer not to say, ",
        "unknown, ",
    })
    void aWordOrASentenceSaysYesNoOrNeither(String answer, Boolean meant) throws IOException {
        ListCells cells =
                new ListCells(
                        ZoneId.of("Europe/Madrid"), TableFile.open(csv("a\nb\n"), "list.csv"));
        assertThat(cells.yesOrNo("Device", answer)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"maybe", "2", "1 laptop", "x box", "A laptop of the school", "good"})
    void whatCantBeToldIsHeldWithItsWord(String answer) throws IOException {
        ImportReport report = run(csv("Student ID,Device,Internet\n1,%s,yes\n".formatted(answer)));
        assertThat(Trial.held(report)).containsExactly("list.csv:2 Device UNKNOWN_WORD");
        assertThat(homes()).isEmpty();
    }

    @Test
    void whateverBecomesOfASpoiltListAddsUpAndASecondTimeNothingIsNew() throws IOException {
        String whole =
                """
                Timestamp,Student ID,Student name,Does your child have a device?,Is there internet at home?
                11/20/2026 18:00:00,1,Ana Sol,Yes,No
                11/21/2026 6:00:00 PM,2,Ben Wu,Shared,Not sure
                2026/11/03 2:03:22 PM GMT-5,,"Ode, Cy",No,Yes
                11/22/2026 18:00:00,4,Dee Ray,Sí,Sí
                """;
        long seed = Long.getLong("tandem.test.seed", 20_261_128);
        Random random = new Random(seed);
        List<String> odd =
                List.of(
                        ",",
                        "\"",
                        "\n",
                        "",
                        "\0",
                        ";",
                        "31/02/2026",
                        "GMT+99",
                        "25:61",
                        "é",
                        "yes",
                        "=1+1",
                        "x".repeat(300));
        int taken = 0;
        for (int i = 0; i < 200; i++) {
            StringBuilder spoilt = new StringBuilder(whole);
            for (int j = 0; j <= random.nextInt(3); j++) {
                int at = random.nextInt(spoilt.length());
                spoilt.replace(
                        at,
                        Math.min(spoilt.length(), at + random.nextInt(4)),
                        odd.get(random.nextInt(odd.size())));
            }
            try {
                ImportReport report = run(csv(spoilt.toString()));
                if (report.refused() == null) {
                    taken++;
                    Trial.assertAddsUp(report);
                    ImportReport again = run(csv(spoilt.toString()));
                    Trial.assertAddsUp(again);
                    assertThat(again.total().unchanged())
                            .isEqualTo(again.total().read() - again.total().held());
                } else {
                    assertThat(report.refused()).isNotBlank().doesNotContain("Exception");
                }
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Mutation " + i + " of seed " + seed + "\n" + spoilt, e);
            }
        }
        assertThat(taken).isGreaterThan(150);
    }

    /** “id device connection day time”, by id and day. */
    private List<String> homes() {
        return owner.select()
                .from(HOME_ACCESS)
                .join(PERSON)
                .on(PERSON.ID.eq(HOME_ACCESS.STUDENT_ID))
                .where(HOME_ACCESS.DISTRICT_ID.eq(school.district()))
                .orderBy(PERSON.EXTERNAL_ID, HOME_ACCESS.ANSWERED_ON)
                .fetch(row -> {
                    var at = row.get(HOME_ACCESS.ANSWERED_AT);
                    return "%s %s %s %s %s"
                            .formatted(
                                    row.get(PERSON.EXTERNAL_ID).replaceFirst(".*:", ""),
                                    row.get(HOME_ACCESS.DEVICE),
                                    row.get(HOME_ACCESS.CONNECTION),
                                    row.get(HOME_ACCESS.ANSWERED_ON),
                                    at == null
                                            ? null
                                            : at.atZoneSameInstant(ZoneId.of("America/New_York"))
                                                    .toLocalTime()
                                                    .truncatedTo(ChronoUnit.MINUTES));
                });
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), text);
    }

    private ImportReport run(Path file) {
        return Trial.list(server, school, ListKind.HOME_ACCESS, file);
    }
}
