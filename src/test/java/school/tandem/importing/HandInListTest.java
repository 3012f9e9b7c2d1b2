package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.COVERAGE;
import static school.tandemdb.adoption.Tables.STUDENT_DAY;
import static school.tandemdb.adoption.Tables.SUBMISSION;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.PERSON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.adoption.intake.ResultRow;
import school.tandem.importing.reading.ListCells;
import school.tandem.importing.reading.Refused;
import school.tandem.importing.reading.TableFile;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.ClassNames;
import school.tandem.roster.intake.Held;
import school.tandem.roster.intake.Identities;
import school.tandem.roster.intake.PersonKind;
import school.tandem.roster.intake.RowTaker;
import school.tandem.roster.intake.Tally;
import school.tandem.security.Access;
import school.tandem.security.Districts;
import school.tandem.security.SchoolKey;

/** Hand-ins from systems that have no format of their own here, as a list. */
@Tag("database")
@Tag("long")
class HandInListTest {

    private static final String ROSTER =
            """
            Student ID,Name,E-mail,Class
            1,Ana Sol,ana@elm.example,Algebra
            2,Ben Wu,ben@elm.example,Algebra
            3,Cy Ode,,Algebra; Biology
            4,Dee Ray,,Algebra
            5,Dee Ray,,Algebra
            """;

    /** The header that the README names. */
    private static final String HEADER =
            "student_id,student_email,student_name,class,assignment,type,assigned,due,status,submitted\n";

    private static final String WORK =
            HEADER
                    + """
                    1,,,Algebra,Essay,Homework,2026-09-14,2026-09-18,submitted,2026-09-17
                    2,,,Algebra,Essay,Homework,2026-09-14,2026-09-18,missing,
                    ,,"Ode, Cy",algebra,Essay,Homework,2026-09-14,2026-09-18,late,2026-09-21
                    ,ANA@elm.example,,Algebra,Quiz 1,Quiz,2026-09-21,2026-09-22,graded,2026-09-22
                    2,,,Algebra,Quiz 1,Quiz,2026-09-21,2026-09-22,EX,
                    3,,,Biology,Essay,Homework,,2026-09-18,,
                    """;

    private static Server server;
    private static DSLContext owner;
    private static int number;

    @TempDir Path folder;
    private SchoolKey school;

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
        school =
                server.bean(Access.class)
                        .asInstallation(() -> {
                            var district =
                                    server.bean(Districts.class)
                                            .create(
                                                    "Hand-ins " + ++number,
                                                    ZoneId.of("America/New_York"),
                                                    false);
                            return server.bean(Schools.class).create(district.id(), "Elm").key();
                        });
        assertThat(Trial.list(server, school, ListKind.STUDENTS, csv(ROSTER)).held().count())
                .isZero();
    }

    @Test
    void thePublishedHeaderIsKnown() throws IOException {
        List<String> headers = TableFile.open(csv(WORK), "list.csv").headers();
        assertThat(ListColumns.guessKind(headers)).isEqualTo(ListKind.HAND_INS);
        Map<ListField, Integer> columns =
                server.bean(Access.class)
                        .asInstallation(() ->
                                server.bean(ListColumns.class)
                                        .suggest(school.district(), ListKind.HAND_INS, headers));
        assertThat(columns)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                ListField.ID, 0,
                                ListField.EMAIL, 1,
                                ListField.NAME, 2,
                                ListField.CLASSES, 3,
                                ListField.WORK, 4,
                                ListField.KIND, 5,
                                ListField.SET_ON, 6,
                                ListField.DUE_ON, 7,
                                ListField.STATUS, 8,
                                ListField.HANDED_IN_ON, 9));
    }

    @Test
    void studentsAreKnownByIdMailOrNameAndWorkByClassTitleAndDay() throws IOException {
        ImportReport report = run(WORK);
        assertThat(Trial.held(report)).isEmpty();
        assertThat(Trial.file(report, "list.csv · kinds").added()).isEqualTo(2);
        assertThat(Trial.file(report, "list.csv · work").added()).isEqualTo(3);
        assertThat(Trial.file(report, "list.csv")).isEqualTo(new Tally(6, 6, 0, 0, 0, 0));
        assertThat(statuses())
                .containsExactly(
                        "Essay of algebra: Ana Sol handed_in 2026-09-17",
                        "Essay of algebra: Ben Wu not_handed_in null",
                        "Essay of algebra: Cy Ode handed_in 2026-09-21",
                        "Essay of biology: Cy Ode unknown null",
                        "Quiz 1 of algebra: Ana Sol handed_in 2026-09-22",
                        "Quiz 1 of algebra: Ben Wu exempt null");
    }

    @Test
    void theSumsAndWhatTheListSpeaksForFollow() throws IOException {
        run(WORK);
        assertThat(
                        owner.select(PERSON.GIVEN_NAME, STUDENT_DAY.DAY, STUDENT_DAY.HABITS)
                                .from(STUDENT_DAY)
                                .join(PERSON)
                                .on(PERSON.ID.eq(STUDENT_DAY.STUDENT_ID))
                                .where(STUDENT_DAY.DISTRICT_ID.eq(school.district()))
                                .orderBy(PERSON.GIVEN_NAME, STUDENT_DAY.DAY)
                                .fetch(row ->
                                        row.value1() + " " + row.value2() + " " + row.value3()))
                .containsExactly("Ana 2026-09-17 3", "Ana 2026-09-22 7", "Cy 2026-09-21 3");
        assertThat(
                        owner.select(CLASS_GROUP.TITLE, COVERAGE.COVERS_TO)
                                .from(COVERAGE)
                                .join(CLASS_GROUP)
                                .on(CLASS_GROUP.ID.eq(COVERAGE.CLASS_ID))
                                .where(COVERAGE.DISTRICT_ID.eq(school.district()))
                                .and(COVERAGE.SOURCE.eq("list"))
                                .orderBy(CLASS_GROUP.TITLE)
                                .fetch(row -> row.value1() + " " + row.value2()))
                .containsExactly("Algebra 2026-09-22", "Biology 2026-09-22");
    }

    @Test
    void aSecondTimeChangesNothingAndALaterStatusCounts() throws IOException {
        run(WORK);
        ImportReport again = run(WORK);
        assertThat(Trial.file(again, "list.csv")).isEqualTo(new Tally(6, 0, 0, 6, 0, 0));
        assertThat(Trial.file(again, "list.csv · work").unchanged()).isEqualTo(3);
        ImportReport later =
                run(HEADER + "2,,,Algebra,Essay,Homework,2026-09-14,2026-09-18,late,2026-09-28\n");
        assertThat(Trial.file(later, "list.csv")).isEqualTo(new Tally(1, 0, 1, 0, 0, 0));
        assertThat(statuses()).contains("Essay of algebra: Ben Wu handed_in 2026-09-28");
    }

    @Test
    void undoneItIsAsItWas() throws IOException {
        Trial trial = new Trial(server);
        Map<String, List<String>> before = trial.contents(school.district());
        run(WORK);
        assertThat(trial.contents(school.district())).isNotEqualTo(before);
        trial.undo(school.district());
        assertThat(trial.contents(school.district())).isEqualTo(before);
    }

    @Test
    void daysMayNameTheirMonthAndStatesTheirLateness() throws IOException {
        ImportReport report =
                run(
                        """
                        student_id,class,assignment,due,status,submitted
                        1,Algebra,Essay,"Sep 18, 2026",Done late,"September 19th, 2026 4:05 PM"
                        2,Algebra,Essay,18-Sep-2026,Turned in - done late,
                        3,Algebra,Essay,18 de septiembre de 2026,No entregó,
                        4,Algebra,Essay,"viernes, 18 de sept. de 2026",Entregado con retraso,19 sep 2026
                        5,Algebra,Essay,18. Sep 2026,Overdue,
                        """);
        assertThat(Trial.held(report)).isEmpty();
        assertThat(Trial.file(report, "list.csv · work").added()).isEqualTo(1);
        assertThat(statuses())
                .containsExactly(
                        "Essay of algebra: Ana Sol handed_in 2026-09-19",
                        "Essay of algebra: Ben Wu handed_in null",
                        "Essay of algebra: Cy Ode not_handed_in null",
                        "Essay of algebra: Dee Ray handed_in 2026-09-19",
                        "Essay of algebra: Dee Ray not_handed_in null");
    }

    @Test
    void aDayWithItsZoneIsTheSchoolsOwn() throws IOException {
        ImportReport report =
                run(
                        """
                        student_id,class,assignment,due,status,submitted
                        1,Algebra,Essay,"9/18/2026, 11:59:00 PM",submitted,"9/17/2026, 10:05:00 PM"
                        2,Algebra,Essay,"9/18/2026, 11:59:00 PM",submitted,2026-09-18 02:40:00 UTC
                        3,Algebra,Essay,"9/18/2026, 11:59:00 PM",submitted,2026-09-18 02:40:00+00
                        """);
        assertThat(Trial.held(report)).isEmpty();
        assertThat(statuses())
                .containsExactly(
                        "Essay of algebra: Ana Sol handed_in 2026-09-17",
                        "Essay of algebra: Ben Wu handed_in 2026-09-17",
                        "Essay of algebra: Cy Ode handed_in 2026-09-17");
    }

    @Test
    void whoeverHasAnotherIdAndAddressIsKnownByName() throws IOException {
        ImportReport report =
                run(
                        HEADER
                                + """
                                77,ana@elsewhere.example,Ana Sol,Algebra,Essay,,,,done,
                                ,ben@elsewhere.example,Ben Wu,Algebra,Essay,,,,done,
                                ,,Cy Ode,Algebra,Essay,,,,done,
                                """);
        assertThat(Trial.held(report)).isEmpty();
        assertThat(report.byName()).as("for somebody to see").containsExactly("Ana Sol", "Ben Wu");
        assertThat(statuses())
                .containsExactly(
                        "Essay of algebra: Ana Sol handed_in null",
                        "Essay of algebra: Ben Wu handed_in null",
                        "Essay of algebra: Cy Ode handed_in null");
    }

    @Test
    void studentsAreKnownByTheNumberThatTheirSchoolGaveThem() throws IOException {
        owner.execute(
                "update roster.person set identifier = '1042' || right(external_id, 1)"
                        + " where district_id = "
                        + school.district());
        assertThat(Trial.held(run(HEADER + "10421,,,Algebra,Essay,,,,done,\n"))).isEmpty();
        assertThat(statuses()).containsExactly("Essay of algebra: Ana Sol handed_in null");
    }

    @Test
    void whatCannotBeTakenIsHeldWithItsReason() throws IOException {
        ImportReport report =
                run(
                        HEADER
                                + """
                                9,,,Algebra,Essay,,,,done,
                                ,,Dee Ray,Algebra,Essay,,,,done,
                                ,,,Algebra,Essay,,,,done,
                                1,,,Chemistry,Essay,,,,done,
                                1,,,,Essay,,,,done,
                                1,,,Algebra,,,,,done,
                                1,,,Algebra,Essay,,,,perhaps,
                                1,,,Algebra,Essay,,,2026-02-31,done,
                                1,,,Algebra,Essay,,,,done,soon
                                1,,,Algebra,Essay,,,,done,
                                1,,,Algebra,Essay,,,,missing,
                                """);
        Trial.assertAddsUp(report);
        assertThat(Trial.held(report))
                .containsExactly(
                        "list.csv:2 student_id UNKNOWN_REFERENCE",
                        "list.csv:3 student_name AMBIGUOUS_NAME",
                        "list.csv:4  NO_IDENTITY",
                        "list.csv:5 class UNKNOWN_REFERENCE",
                        "list.csv:6 class BLANK",
                        "list.csv:7 assignment BLANK",
                        "list.csv:8 status UNKNOWN_WORD",
                        "list.csv:9 due IMPOSSIBLE_DATE",
                        "list.csv:10 submitted NOT_A_DATE",
                        "list.csv:12 assignment DUPLICATE_FACT");
        assertThat(statuses()).containsExactly("Essay of algebra: Ana Sol handed_in null");
    }

    @Test
    void spanishHeadersAndDaysAndNoStatus() throws IOException {
        ImportReport report =
                run(
                        "Alumno;Clase;Tarea;Fecha límite;Fecha de entrega\n"
                                + "Ana Sol;Algebra;Ensayo;18/09/2026;17/09/2026\n"
                                + "Ben Wu;Algebra;Ensayo;18/09/2026;\n");
        assertThat(Trial.held(report)).isEmpty();
        assertThat(statuses())
                .containsExactly(
                        "Ensayo of algebra: Ana Sol handed_in 2026-09-17",
                        "Ensayo of algebra: Ben Wu not_handed_in null");
    }

    @Test
    void aListThatDoesNotSayWhatWasHandedInIsRefused() throws IOException {
        ImportReport report =
                run("Student,Class,Assignment,Due\nAna Sol,Algebra,Essay,2026-09-18\n");
        assertThat(report.refused()).contains("has no column that says what was handed in");
        assertThat(statuses()).isEmpty();
    }

    @Test
    void spoiltListsLoseNoRow() throws IOException {
        Identities students = Identities.ofSource(owner, school, PersonKind.STUDENT, "manual");
        ClassNames classes = ClassNames.of(owner, school, "manual");
        int taken = 0;
        for (int seed = 0; seed < 200; seed++) {
            TableFile table;
            try {
                table = TableFile.open(csv(spoilt(new Random(seed))), "list.csv");
            } catch (Refused refused) {
                assertThat(refused.textKey()).startsWith("importing.refused.");
                continue;
            }
            List<Long> lines = new ArrayList<>();
            table.read(row -> lines.add(row.line()));
            assertThat(linesOf(table, students, classes)).as("seed %d", seed).isEqualTo(lines);
            taken += lines.isEmpty() ? 0 : 1;
        }
        assertThat(taken).isGreaterThan(100);
    }

    /** The lines that were taken or held, in their order. */
    private List<Long> linesOf(TableFile table, Identities students, ClassNames classes) {
        Map<ListField, Integer> columns =
                server.bean(Access.class)
                        .asInstallation(() ->
                                server.bean(ListColumns.class)
                                        .suggest(
                                                school.district(),
                                                ListKind.HAND_INS,
                                                table.headers()));
        ListRequest request =
                new ListRequest(
                        school, ListKind.HAND_INS, Path.of("list.csv"), "list.csv", columns, true);
        List<Long> lines = new ArrayList<>();
        new HandInRows(
                        new MappedTable(request, table),
                        students,
                        classes,
                        new ListCells(ZoneId.of("America/New_York"), table))
                .handIns(
                        new RowTaker<>() {
                            @Override
                            public void take(ResultRow row) {
                                lines.add(row.line());
                            }

                            @Override
                            public void hold(String id, Held held) {
                                lines.add(held.line());
                            }
                        });
        return lines;
    }

    private static String spoilt(Random random) {
        List<String> odd =
                List.of("", "\"", ",", "\n", "31/02/2026", "99", "\0", "x".repeat(300), "é", "EX");
        List<String> lines = new ArrayList<>(WORK.lines().toList());
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(lines.size());
            String[] cells = lines.get(at).split(",", -1);
            cells[random.nextInt(cells.length)] = odd.get(random.nextInt(odd.size()));
            switch (random.nextInt(4)) {
                case 0 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 1 -> lines.remove(at);
                default -> lines.set(at, String.join(",", cells));
            }
        }
        return String.join("\n", lines);
    }

    private List<String> statuses() {
        return owner
                .select(
                        ASSIGNMENT.TITLE,
                        DSL.lower(CLASS_GROUP.TITLE),
                        PERSON.GIVEN_NAME.concat(" ").concat(PERSON.FAMILY_NAME),
                        SUBMISSION.STATUS,
                        SUBMISSION.HANDED_IN_ON)
                .from(SUBMISSION)
                .join(ASSIGNMENT)
                .on(ASSIGNMENT.ID.eq(SUBMISSION.ASSIGNMENT_ID))
                .join(CLASS_GROUP)
                .on(CLASS_GROUP.ID.eq(ASSIGNMENT.CLASS_ID))
                .join(PERSON)
                .on(PERSON.ID.eq(SUBMISSION.STUDENT_ID))
                .where(SUBMISSION.DISTRICT_ID.eq(school.district()))
                .fetch(row ->
                        "%s of %s: %s %s %s"
                                .formatted(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5()))
                .stream()
                .sorted()
                .toList();
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), text);
    }

    private ImportReport run(String text) throws IOException {
        return Trial.list(server, school, ListKind.HAND_INS, csv(text));
    }
}
