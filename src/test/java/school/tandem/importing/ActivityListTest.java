package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandemdb.adoption.Tables.ACTIVITY;
import static school.tandemdb.adoption.Tables.COVERAGE;
import static school.tandemdb.adoption.Tables.STUDENT_DAY;
import static school.tandemdb.adoption.Tables.TEACHER_DAY;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.PERSON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.adoption.AdoptionFigures;
import school.tandem.adoption.AdoptionWeeks;
import school.tandem.adoption.Answers;
import school.tandem.adoption.Measure;
import school.tandem.adoption.SourcesOfData;
import school.tandem.adoption.intake.Did;
import school.tandem.importing.ActivityWords.Word;
import school.tandem.importing.reading.TableFile;
import school.tandem.roster.Terms;
import school.tandem.roster.intake.Tally;
import school.tandem.security.Access;

/**
 * What people did online on days, from systems that have no format of their own here, as a list.
 */
@Tag("database")
@Tag("long")
class ActivityListTest {

    /** The header that the README names. */
    private static final String HEADER = "person_id,email,name,class,date,activity\n";

    private static final String LESSONS =
            HEADER
                    + """
                    1,,,Algebra,2026-09-21,present
                    ,ben@elm.example,,algebra,2026-09-21,absent
                    ,,"Ode, Cy",Algebra,2026-09-21,late
                    1,,,Algebra,2026-09-22,opened
                    1,,,Algebra,2026-09-22,submitted
                    2,,,,2026-09-22,quiz
                    t1,,,Algebra,2026-09-21,took attendance
                    ,ida@elm.example,,Algebra,2026-09-22,set work
                    ,,Ida Poe,Algebra,2026-09-23,gave a quiz
                    """;

    /** Whom {@link PlatformTown} has in which class. */
    private static final Map<String, Set<String>> CLASSES =
            Map.of(
                    "1", Set.of("Algebra", "English I"),
                    "2", Set.of("Algebra"),
                    "3", Set.of("Algebra", "Biology"),
                    "4", Set.of("Algebra"),
                    "5", Set.of("Biology"));

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
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
    void aSchoolWithStudentsATeacherAndATerm() throws IOException {
        moveIn();
    }

    private void moveIn() throws IOException {
        town = new PlatformTown(server, folder);
        as(() -> {
            server.bean(Terms.class)
                    .add(
                            town.school(),
                            "Autumn",
                            LocalDate.of(2026, 8, 17),
                            LocalDate.of(2026, 12, 18));
            return true;
        });
    }

    @Test
    void thePublishedHeaderIsKnown() throws IOException {
        List<String> headers = TableFile.open(csv(LESSONS), "list.csv").headers();
        assertThat(ListColumns.guessKind(headers)).isEqualTo(ListKind.ACTIVITY);
        assertThat(ListColumns.published(headers)).contains(ListKind.ACTIVITY);
        assertThat(PublishedLists.kindOf(List.of(csv(LESSONS)))).contains(ListKind.ACTIVITY);
        assertThat(suggested(headers))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                ListField.ID, 0,
                                ListField.EMAIL, 1,
                                ListField.NAME, 2,
                                ListField.CLASSES, 3,
                                ListField.DONE_ON, 4,
                                ListField.DID, 5));
    }

    @Test
    void otherHeadersAreKnownAndThoseOfOtherListsKeepTheirKind() {
        for (String activity :
                List.of(
                        "Student ID,Class,Date,Status",
                        "matrícula,grupo,fecha,asistencia",
                        "Name,Date,Attendance",
                        "Alumno,Clase,Fecha,Estado de asistencia",
                        "E-mail,Timestamp,Event")) {
            assertThat(kindOf(activity)).as(activity).isEqualTo(ListKind.ACTIVITY);
        }
        for (String handIns :
                List.of(
                        "student_id,student_email,student_name,class,assignment,type,assigned,due,status,submitted",
                        "Student ID,Class,Activity,Date,Status",
                        "Alumno,Clase,Tarea,Fecha,Estado",
                        "Alumno,Clase,Tarea,Fecha límite,Fecha de entrega")) {
            assertThat(kindOf(handIns)).as(handIns).isEqualTo(ListKind.HAND_INS);
        }
        for (String home :
                List.of(
                        "student_id,device,connection,answered",
                        "Student ID,Device,Internet,Date",
                        "Timestamp,Student ID,Student name,Does your child have a device?,Is there internet at home?")) {
            assertThat(kindOf(home)).as(home).isEqualTo(ListKind.HOME_ACCESS);
        }
        assertThat(kindOf("Student ID,Name,Grade,Class")).isEqualTo(ListKind.STUDENTS);
        assertThat(kindOf("Name,E-mail,Role,Department")).isEqualTo(ListKind.STAFF);
        assertThat(kindOf("Name,E-mail,Status")).isNotEqualTo(ListKind.ACTIVITY);
        assertThat(kindOf("Name,E-mail,Date")).isNotEqualTo(ListKind.ACTIVITY);
    }

    @Test
    void eachWordOfBothLanguagesSaysWhatWasDone() {
        says(
                Did.OPENED,
                true,
                "opened; Viewed; READ; page view; abierto; abrió; abrio; visto; leído; visitó");
        says(Did.OPENED, false, "not opened; not viewed; no abierto; no abrió; sin abrir");
        says(
                Did.HANDED_IN,
                true,
                "handed in; Handed-in; submitted; submitted late; turned in; entregado; entregó;"
                        + " entregada tarde");
        says(Did.HANDED_IN, false, "not handed in; not submitted; no entregó; sin entregar");
        says(
                Did.QUIZ,
                true,
                "quiz; test; exam; took a quiz; quiz taken; test taken; prueba; examen;"
                        + " cuestionario; hizo una prueba");
        says(Did.QUIZ, false, "quiz not taken; did not take a quiz; no hizo la prueba");
        says(
                Did.ATTENDED,
                true,
                "attended; present; joined; late; Tardy; remote present; present - remote;"
                        + " presente; asistió; tarde; retardo; presente en línea; se conectó");
        says(
                Did.ATTENDED,
                false,
                "absent; Absent (excused); excused absence; unexcused absence; did not attend;"
                        + " no-show; in person; ausente; falta; faltó; no asistió;"
                        + " falta justificada; presencial");
        says(
                Did.TOOK_ATTENDANCE,
                true,
                "took attendance; attendance taken; took roll; pasó lista; tomó asistencia");
        says(Did.TOOK_ATTENDANCE, false, "did not take attendance; no pasó lista");
        says(
                Did.SET_WORK,
                true,
                "set work; assigned; assignment created; asignó; puso tarea; tarea publicada");
        says(Did.SET_WORK, false, "did not set work; no puso tarea");
        says(
                Did.GAVE_QUIZ,
                true,
                "gave a quiz; quiz given; gave a test; puso una prueba; asignó un cuestionario");
        says(Did.GAVE_QUIZ, false, "did not give a quiz; no puso una prueba");
        for (String word : List.of("", "perhaps", "logged in", "yes", "no", "1", "A", "P")) {
            assertThat(ActivityWords.below("activity").find(word)).as(word).isNull();
        }
    }

    @Test
    void aYesOrNoIsReadWhereTheColumnAsksWhoWasThere() {
        for (String header : List.of("Attendance", "attended", "Present?", "Asistencia")) {
            ActivityWords words = ActivityWords.below(header);
            assertThat(words.find("yes")).as(header).isEqualTo(new Word(Did.ATTENDED, true));
            assertThat(words.find("Sí")).as(header).isEqualTo(new Word(Did.ATTENDED, true));
            assertThat(words.find("no")).as(header).isEqualTo(new Word(Did.ATTENDED, false));
        }
        for (String header : List.of("Status", "Event", "Logged in", "Presentation")) {
            assertThat(ActivityWords.below(header).find("yes")).as(header).isNull();
        }
    }

    @Test
    void whatWasDoneIsKeptOnceAPersonAndDay() throws IOException {
        ImportReport report = run(LESSONS);
        assertThat(Trial.held(report)).isEmpty();
        assertThat(report.format()).isEqualTo("list-activity");
        assertThat(Trial.file(report, "list.csv")).isEqualTo(new Tally(9, 8, 0, 1, 0, 0));
        assertThat(activities())
                .containsExactly(
                        "1 2026-09-21 8",
                        "1 2026-09-22 1",
                        "1 2026-09-22 2",
                        "2 2026-09-22 4",
                        "3 2026-09-21 8",
                        "t1 2026-09-21 1",
                        "t1 2026-09-22 2",
                        "t1 2026-09-23 4");
        assertThat(
                        lines(
                                owner.select(
                                                PERSON.EXTERNAL_ID,
                                                STUDENT_DAY.DAY,
                                                STUDENT_DAY.HABITS)
                                        .from(STUDENT_DAY)
                                        .join(PERSON)
                                        .on(PERSON.ID.eq(STUDENT_DAY.STUDENT_ID))
                                        .where(STUDENT_DAY.DISTRICT_ID.eq(town.district()))))
                .containsExactly(
                        "1 2026-09-21 8", "1 2026-09-22 3", "2 2026-09-22 7", "3 2026-09-21 8");
        assertThat(
                        lines(
                                owner.select(
                                                PERSON.EXTERNAL_ID,
                                                TEACHER_DAY.DAY,
                                                TEACHER_DAY.PRACTICE)
                                        .from(TEACHER_DAY)
                                        .join(PERSON)
                                        .on(PERSON.ID.eq(TEACHER_DAY.PERSON_ID))
                                        .where(TEACHER_DAY.DISTRICT_ID.eq(town.district()))))
                .containsExactly("t1 2026-09-21 1", "t1 2026-09-22 2", "t1 2026-09-23 6");
    }

    @Test
    void theListSpeaksForTheClassesAndHabitsThatItNames() throws IOException {
        run(LESSONS);
        assertThat(coverage()).containsExactly("Algebra activity-list 15 7 2026-09-23");
        run(HEADER + "5,,,Biology,2026-09-24,viewed\n");
        assertThat(coverage())
                .containsExactly(
                        "Algebra activity-list 15 7 2026-09-23",
                        "Biology activity-list 1 0 2026-09-24");
    }

    @Test
    void aListOfTheAbsentAloneTellsThatAttendanceIsKept() throws IOException {
        ImportReport report =
                run(
                        HEADER
                                + "1,,,Algebra,2026-09-28,absent\n"
                                + "2,,,Algebra,2026-09-29,excused absence\n");
        assertThat(Trial.file(report, "list.csv")).isEqualTo(new Tally(2, 0, 0, 2, 0, 0));
        assertThat(activities()).isEmpty();
        assertThat(coverage()).containsExactly("Algebra activity-list 8 0 2026-09-29");
        assertThat(attended()).isEqualTo(new Answers(0, 4, 1));
    }

    @Test
    void withoutClassesItDeclaresNothing() throws IOException {
        ImportReport report =
                run("Name,Date,Attendance\nAna Sol,2026-09-28,yes\nBen Wu,2026-09-28,no\n");
        assertThat(Trial.file(report, "list.csv")).isEqualTo(new Tally(2, 1, 0, 1, 0, 0));
        assertThat(activities()).containsExactly("1 2026-09-28 8");
        assertThat(coverage()).isEmpty();
        assertThat(attended()).isEqualTo(new Answers(0, 0, 5));
    }

    @Test
    void theFigureIsWhatAPlainQuestionSays() throws IOException {
        run(
                HEADER
                        + """
                        1,,,Algebra,2026-10-01,present
                        2,,,Algebra,2026-10-01,absent
                        3,,,Algebra,2026-10-01,late
                        5,,,,2026-10-01,present
                        """);
        assertThat(attended()).isEqualTo(new Answers(2, 2, 1));

        Random random = new Random(7);
        for (int i = 0; i < 10; i++) {
            moveIn();
            List<String> rows = new ArrayList<>();
            for (int j = random.nextInt(12); j >= 0; j--) {
                String student = Integer.toString(1 + random.nextInt(5));
                List<String> theirs = CLASSES.get(student).stream().sorted().toList();
                rows.add(
                        String.join(
                                ",",
                                student,
                                "",
                                "",
                                theirs.get(random.nextInt(theirs.size())),
                                TODAY.minusDays(random.nextInt(45)).toString(),
                                random.nextBoolean() ? "present" : "absent"));
            }
            run(HEADER + String.join("\n", rows));
            assertThat(attended()).as("%d: %s", i, rows).isEqualTo(plain(rows));
        }
    }

    /**
     * The same by the lines of the list: whose class it names, present within the 20 school days
     * that end with its last day.
     */
    private static Answers plain(List<String> rows) {
        List<String[]> cells = rows.stream().map(row -> row.split(",")).toList();
        Set<String> named = new HashSet<>();
        LocalDate last = LocalDate.MIN;
        for (String[] row : cells) {
            named.add(row[3]);
            LocalDate day = LocalDate.parse(row[4]);
            last = day.isAfter(last) ? day : last;
        }
        boolean stale = weekdays(last.plusDays(1), TODAY) > 10;
        long yes = 0;
        long no = 0;
        for (Map.Entry<String, Set<String>> student : CLASSES.entrySet()) {
            if (stale || student.getValue().stream().noneMatch(named::contains)) {
                continue;
            }
            LocalDate until = last;
            boolean there =
                    cells.stream()
                            .anyMatch(row ->
                                    row[0].equals(student.getKey())
                                            && row[5].equals("present")
                                            && !LocalDate.parse(row[4])
                                                    .isBefore(firstOfTwenty(until)));
            yes += there ? 1 : 0;
            no += there ? 0 : 1;
        }
        return new Answers(yes, no, CLASSES.size() - yes - no);
    }

    private static LocalDate firstOfTwenty(LocalDate until) {
        LocalDate day = until;
        while (weekdays(day, until) < 20) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static long weekdays(LocalDate from, LocalDate to) {
        return to.isBefore(from)
                ? 0
                : from.datesUntil(to.plusDays(1))
                        .filter(day -> day.getDayOfWeek().getValue() <= 5)
                        .count();
    }

    @Test
    void aListOfHandInsAndThisOneLeaveEachOtherAlone() throws IOException {
        String work =
                "student_id,class,assignment,due,status,submitted\n"
                        + "1,Algebra,Essay,2026-09-30,submitted,2026-09-30\n";
        run(LESSONS);
        Trial.list(server, town.school(), ListKind.HAND_INS, csv(work));
        assertThat(coverage())
                .containsExactly(
                        "Algebra activity-list 15 7 2026-09-23", "Algebra list 2 2 2026-09-30");
        run(HEADER + "2,,,Algebra,2026-10-01,present\n");
        assertThat(coverage())
                .containsExactly(
                        "Algebra activity-list 15 7 2026-10-01", "Algebra list 2 2 2026-09-30");
        town.undo();
        town.undo();
        assertThat(coverage()).containsExactly("Algebra activity-list 15 7 2026-09-23");
    }

    @Test
    void theSourceIsShown() throws IOException {
        run(LESSONS);
        assertThat(sources())
                .singleElement()
                .satisfies(source -> {
                    assertThat(source.name()).isEqualTo(ListImports.ACTIVITY_SOURCE);
                    assertThat(source.classes()).isEqualTo(1);
                    assertThat(source.measures()).contains(Measure.ATTENDED, Measure.ATTENDANCE);
                });
    }

    @Test
    void whatWasCountedOfASourceIsForgottenWhenItBringsMore() throws IOException {
        run(LESSONS);
        List<SourcesOfData.Source> before = sources();
        assertThat(sources()).isEqualTo(before);
        run(HEADER + "2,,,Algebra,2026-10-01,present\n");
        assertThat(sources())
                .singleElement()
                .extracting(SourcesOfData.Source::days, SourcesOfData.Source::coversTo)
                .containsExactly(before.getFirst().days() + 1, LocalDate.of(2026, 10, 1));
        town.undo();
        assertThat(sources()).isEqualTo(before);
    }

    @Test
    void nothingIsKnownOfTheTimeBeforeAListsFirstDay() throws IOException {
        LocalDate before = LocalDate.of(2026, 9, 25);
        Answers nobody = new Answers(0, 0, 5);
        run(HEADER + "1,,,Algebra,2026-09-28,present\n2,,,Algebra,2026-09-29,absent\n");
        assertThat(attended(before)).isEqualTo(nobody);
        assertThat(inWeekOf(before)).isEqualTo(nobody);
        assertThat(attended(before.plusDays(3))).isEqualTo(new Answers(1, 3, 1));
        assertThat(sources().getFirst().coversFrom()).isEqualTo(before.plusDays(3));
        run(HEADER + "3,,,Algebra,2026-09-07,present\n");
        assertThat(attended(before)).isEqualTo(new Answers(1, 3, 1));
        assertThat(inWeekOf(before)).isEqualTo(new Answers(1, 3, 1));
        assertThat(sources().getFirst().coversFrom()).isEqualTo(LocalDate.of(2026, 9, 7));
        town.undo();
        assertThat(attended(before)).isEqualTo(nobody);
        assertThat(inWeekOf(before)).isEqualTo(nobody);
        assertThat(sources().getFirst().coversFrom()).isEqualTo(before.plusDays(3));
    }

    private Answers inWeekOf(LocalDate day) {
        return as(() -> server.bean(AdoptionWeeks.class).of(town.school(), TODAY, "grade", null))
                .of(day)
                .orElseThrow()
                .inWindow()
                .ofSchool(Measure.ATTENDED);
    }

    private List<SourcesOfData.Source> sources() {
        return as(() -> server.bean(SourcesOfData.class).of(town.school())).sources();
    }

    @Test
    void aSecondTimeChangesNothingAndARepeatedRowNeither() throws IOException {
        run(LESSONS);
        List<String> before = coverage();
        assertThat(Trial.file(run(LESSONS), "list.csv")).isEqualTo(new Tally(9, 0, 0, 9, 0, 0));
        assertThat(coverage()).isEqualTo(before);
        ImportReport repeated =
                run(
                        HEADER
                                + """
                                4,,,Algebra,2026-09-28,present

                                ,,,,,
                                4,,,Algebra,2026-09-28 15:10,joined
                                4,,,Algebra,2026-09-28,absent
                                4,,,Algebra,2026-09-29T02:30:00Z,late
                                """);
        assertThat(Trial.held(repeated)).isEmpty();
        assertThat(Trial.file(repeated, "list.csv")).isEqualTo(new Tally(4, 1, 0, 3, 0, 0));
    }

    @Test
    void undoneItIsAsItWas() throws IOException {
        Trial trial = new Trial(server);
        Map<String, List<String>> before = trial.contents(town.district());
        run(LESSONS);
        assertThat(trial.contents(town.district())).isNotEqualTo(before);
        town.undo();
        assertThat(trial.contents(town.district())).isEqualTo(before);
        run(HEADER + "1,,,Algebra,2026-09-21,absent\n");
        Map<String, List<String>> once = trial.contents(town.district());
        run(LESSONS);
        town.undo();
        assertThat(trial.contents(town.district())).isEqualTo(once);
    }

    @Test
    void aLookStoresNothing() throws IOException {
        Trial trial = new Trial(server);
        Map<String, List<String>> before = trial.contents(town.district());
        Path file = csv(LESSONS);
        ImportReport report =
                as(() ->
                        server.bean(ListImports.class)
                                .run(
                                        new ListRequest(
                                                town.school(),
                                                ListKind.ACTIVITY,
                                                file,
                                                "list.csv",
                                                suggestedOf(file),
                                                true),
                                        new ImportProgress()));
        assertThat(report.total()).isEqualTo(new Tally(9, 8, 0, 1, 0, 0));
        assertThat(trial.contents(town.district())).isEqualTo(before);
    }

    @Test
    void aMappingIsRemembered() throws IOException {
        Path file = csv("Quién,Cuándo,Qué\n1,2026-09-21,presente\n");
        as(() ->
                server.bean(ListImports.class)
                        .run(
                                new ListRequest(
                                        town.school(),
                                        ListKind.ACTIVITY,
                                        file,
                                        "list.csv",
                                        Map.of(
                                                ListField.ID,
                                                0,
                                                ListField.DONE_ON,
                                                1,
                                                ListField.DID,
                                                2),
                                        false),
                                new ImportProgress()));
        assertThat(activities()).containsExactly("1 2026-09-21 8");
        assertThat(suggested(List.of("Quién", "Qué", "Cuándo")))
                .isEqualTo(Map.of(ListField.ID, 0, ListField.DID, 1, ListField.DONE_ON, 2));
    }

    @Test
    void whatCannotBeTakenIsHeldWithItsReason() throws IOException {
        ImportReport report =
                run(
                        HEADER
                                + """
                                9,,,Algebra,2026-09-21,present
                                ,,Dee Ray,Algebra,2026-09-21,present
                                ,,,Algebra,2026-09-21,present
                                1,,,Chemistry,2026-09-21,absent
                                1,,,Algebra,,present
                                1,,,Algebra,2026-09-21,
                                1,,,Algebra,2026-09-21,perhaps
                                1,,,Algebra,2026-02-31,present
                                1,,,Algebra,soon,present
                                1,,,Algebra,2026-10-06,present
                                t1,,,Algebra,2026-09-21,present
                                1,,,Algebra,2026-09-21,took attendance
                                1,,,Algebra,2026-10-05,present
                                """);
        Trial.assertAddsUp(report);
        assertThat(Trial.file(report, "list.csv")).isEqualTo(new Tally(13, 1, 0, 0, 0, 12));
        assertThat(
                        Trial.heldRows(report).stream()
                                .map(row ->
                                        "%d %s “%s” %s"
                                                .formatted(
                                                        row.line(),
                                                        row.column(),
                                                        row.value(),
                                                        row.reason())))
                .containsExactly(
                        "2 person_id “9” UNKNOWN_REFERENCE",
                        "3 name “Dee Ray” AMBIGUOUS_NAME",
                        "4  “” NO_IDENTITY",
                        "5 class “Chemistry” UNKNOWN_REFERENCE",
                        "6 date “” BLANK",
                        "7 activity “” BLANK",
                        "8 activity “perhaps” UNKNOWN_WORD",
                        "9 date “2026-02-31” IMPOSSIBLE_DATE",
                        "10 date “soon” NOT_A_DATE",
                        "11 date “2026-10-06” DAY_TO_COME",
                        "12 person_id “t1” WRONG_REFERENCE",
                        "13 person_id “1” WRONG_REFERENCE");
        assertThat(Trial.heldRows(report)).extracting(HeldText::of).noneMatch(String::isBlank);
        assertThat(coverage()).containsExactly("Algebra activity-list 8 0 2026-10-05");
    }

    @Test
    void spanishHeadersAndDays() throws IOException {
        ImportReport report =
                run(
                        "matrícula;grupo;fecha;asistencia\n"
                                + "1;Algebra;18/09/2026;Asistió\n"
                                + "2;Algebra;18/09/2026;Faltó\n"
                                + "3;Biology;18/09/2026;sí\n");
        assertThat(Trial.held(report)).isEmpty();
        assertThat(activities()).containsExactly("1 2026-09-18 8", "3 2026-09-18 8");
        assertThat(coverage())
                .containsExactly(
                        "Algebra activity-list 8 0 2026-09-18",
                        "Biology activity-list 8 0 2026-09-18");
    }

    @Test
    void aListThatDoesNotSayWhatWasDoneOrWhenIsRefused() throws IOException {
        ImportReport report = run("Student,Class,Date\nAna Sol,Algebra,2026-09-18\n");
        assertThat(report.refused()).contains("no column for the day, or none that says");
        assertThat(activities()).isEmpty();
    }

    @Test
    void whateverBecomesOfASpoiltListAddsUpAndASecondTimeNothingIsNew() throws IOException {
        long seed = Long.getLong("tandem.test.seed", 20_261_128);
        Random random = new Random(seed);
        int taken = 0;
        for (int i = 0; i < 200; i++) {
            String spoilt = spoilt(random);
            try {
                ImportReport report = run(spoilt);
                if (report.refused() != null) {
                    assertThat(report.refused()).isNotBlank().doesNotContain("Exception");
                    continue;
                }
                taken++;
                Trial.assertAddsUp(report);
                assertThat(report.total().read()).isEqualTo(rows(spoilt));
                ImportReport again = run(spoilt);
                Trial.assertAddsUp(again);
                assertThat(Trial.held(again)).isEqualTo(Trial.held(report));
                assertThat(again.total().unchanged())
                        .isEqualTo(again.total().read() - again.total().held());
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Mutation " + i + " of seed " + seed + "\n" + spoilt, e);
            }
        }
        assertThat(taken).isGreaterThan(120);
    }

    private long rows(String text) throws IOException {
        long[] rows = {0};
        TableFile.open(csv(text), "list.csv").read(row -> rows[0]++);
        return rows[0];
    }

    private static String spoilt(Random random) {
        List<String> odd =
                List.of(
                        "",
                        "\"",
                        ",",
                        "\n",
                        ";",
                        "\0",
                        "31/02/2026",
                        "99",
                        "99999-01-01",
                        "2026-10-06",
                        "é",
                        "absent",
                        "took attendance",
                        "=1+1",
                        "x".repeat(300));
        List<String> lines = new ArrayList<>(LESSONS.lines().toList());
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

    private static void says(Did did, boolean done, String words) {
        for (String word : words.split(";")) {
            assertThat(ActivityWords.below("activity").find(word))
                    .as(word)
                    .isEqualTo(new Word(did, done));
        }
    }

    private static ListKind kindOf(String headers) {
        return ListColumns.guessKind(List.of(headers.split(",")));
    }

    private Map<ListField, Integer> suggested(List<String> headers) {
        return as(() ->
                server.bean(ListColumns.class)
                        .suggest(town.district(), ListKind.ACTIVITY, headers));
    }

    private Map<ListField, Integer> suggestedOf(Path file) {
        return suggested(TableFile.open(file, "list.csv").headers());
    }

    private Answers attended() {
        return attended(TODAY);
    }

    private Answers attended(LocalDate day) {
        return as(() -> server.bean(AdoptionFigures.class).of(town.school(), day))
                .ofSchool(Measure.ATTENDED);
    }

    private List<String> activities() {
        return lines(
                owner.select(PERSON.EXTERNAL_ID, ACTIVITY.DAY, ACTIVITY.DID)
                        .from(ACTIVITY)
                        .join(PERSON)
                        .on(PERSON.ID.eq(ACTIVITY.PERSON_ID))
                        .where(ACTIVITY.DISTRICT_ID.eq(town.district()))
                        .and(ACTIVITY.SOURCE.eq(ListImports.ACTIVITY_SOURCE)));
    }

    /** “class source habits practice until”. */
    private List<String> coverage() {
        return lines(
                owner.select(
                                CLASS_GROUP.TITLE,
                                COVERAGE.SOURCE,
                                COVERAGE.HABITS,
                                COVERAGE.PRACTICE,
                                COVERAGE.COVERS_TO)
                        .from(COVERAGE)
                        .join(CLASS_GROUP)
                        .on(CLASS_GROUP.ID.eq(COVERAGE.CLASS_ID))
                        .where(COVERAGE.DISTRICT_ID.eq(town.district())));
    }

    /** The cells of each row, an id without the kind of list that it came from; sorted. */
    private static List<String> lines(Select<?> select) {
        List<String> lines = new ArrayList<>();
        select.fetch()
                .forEach(row -> {
                    List<String> cells = new ArrayList<>();
                    for (Object cell : row.intoArray()) {
                        cells.add(String.valueOf(cell).replaceFirst("^.*:", ""));
                    }
                    lines.add(String.join(" ", cells));
                });
        return lines.stream().sorted().toList();
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), text);
    }

    private ImportReport run(String text) throws IOException {
        return Trial.list(server, town.school(), ListKind.ACTIVITY, csv(text));
    }

    private static <T> T as(Supplier<T> work) {
        return server.bean(Access.class).asInstallation(work);
    }
}
