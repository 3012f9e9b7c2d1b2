package school.tandem.importing.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.tandem.adoption.intake.Did;
import school.tandem.adoption.intake.HandIn;
import school.tandem.adoption.intake.WorkKind;
import school.tandem.importing.reading.Refused;

/** What Canvas's gradebooks, and the objects of its interface, are read as. */
class CanvasTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final String HEAD = "Student,ID,SIS User ID,SIS Login ID,Section,Essay (1)";

    @TempDir Path folder;
    private final Platform canvas = new Canvas();

    private ExportFile file(String name, String text) throws IOException {
        return ExportFile.of(Files.writeString(folder.resolve(name), text));
    }

    private ExportFile sample(String name) throws IOException {
        Path path = folder.resolve(name);
        try (InputStream in = CanvasTest.class.getResourceAsStream("/import/canvas/" + name)) {
            Files.write(path, Objects.requireNonNull(in, name).readAllBytes());
        }
        return ExportFile.of(path);
    }

    private Told read(ExportFile... files) {
        for (ExportFile file : files) {
            assertThat(canvas.format(file)).as(file.name()).isNotEmpty();
        }
        return Told.by(canvas.open(List.of(files), ZONE));
    }

    private Told gradebook(String... lines) throws IOException {
        return read(file("book.csv", String.join("\n", lines) + "\n"));
    }

    private static List<String> handIns(Told rows) {
        return rows.handIns.stream()
                .map(row ->
                        Stream.of(row.who().own(), row.workId(), row.what(), row.on())
                                .map(String::valueOf)
                                .reduce((one, other) -> one + " " + other)
                                .orElseThrow())
                .toList();
    }

    private static HandIn cell(Told rows) {
        assertThat(rows.handIns).hasSize(1);
        return rows.handIns.getFirst().what();
    }

    @Test
    void eachCellOfAGradebookIsARecord() throws IOException {
        Told rows = read(sample("gradebook.csv"));
        assertThat(handIns(rows))
                .containsExactly(
                        "7 101 HANDED_IN null",
                        "7 102 HANDED_IN null",
                        "7 103 UNKNOWN null",
                        "7 104 EXEMPT null",
                        "8 101 UNKNOWN null",
                        "8 102 UNKNOWN null",
                        "8 104 HANDED_IN null",
                        "9 101 HANDED_IN null",
                        "9 102 HANDED_IN null",
                        "9 103 UNKNOWN null",
                        "9 104 UNKNOWN null",
                        "10 101 HANDED_IN null",
                        "10 102 UNKNOWN null",
                        "10 103 HANDED_IN null",
                        "10 104 HANDED_IN null");
        assertThat(rows.held).isEmpty();
        // The two rows above the students, one cell that is not given, four of the test student.
        assertThat(rows.nothing).isEqualTo(7);
        assertThat(rows.works)
                .extracting(Work::id, Work::title, Work::isRecord)
                .containsExactly(
                        tuple("101", "Essay 1", false),
                        tuple("102", "Quiz 1, Fractions", false),
                        tuple("103", "Lab (safety)", false),
                        tuple("104", "Poster", false));
        assertThat(rows.handIns.getFirst().who())
                .isEqualTo(new Who("Student", "7", "1", null, "ana", "Sol, Ana"));
    }

    @Test
    void aGradebookOfASpanishCanvasIsRead() throws IOException {
        Told rows = read(sample("gradebook-es.csv"));
        assertThat(handIns(rows))
                .containsExactly(
                        "7 201 HANDED_IN null",
                        "7 202 UNKNOWN null",
                        "8 201 UNKNOWN null",
                        "8 202 UNKNOWN null");
        assertThat(rows.handIns.getLast().course().sections())
                .containsExactly("Álgebra", "Biología");
        assertThat(rows.records.size()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "",
            value = {
                "12.5,HANDED_IN",
                "'12,5',HANDED_IN",
                "'1.250,00',HANDED_IN",
                "95%,HANDED_IN",
                ".5,HANDED_IN",
                "A-,HANDED_IN",
                "complete,HANDED_IN",
                "Meets expectations,HANDED_IN",
                "3+,HANDED_IN",
                "'',UNKNOWN",
                "' ',UNKNOWN",
                "-,UNKNOWN",
                "0,UNKNOWN",
                "0.00,UNKNOWN",
                "'0,0',UNKNOWN",
                "0 %,UNKNOWN",
                "F,UNKNOWN",
                "incomplete,UNKNOWN",
                "Missing,UNKNOWN",
                "EX,EXEMPT",
                "ex,EXEMPT",
                "Excused,EXEMPT"
            })
    void aCellSaysWhetherSomethingWasHandedIn(String text, HandIn what) throws IOException {
        String cell = text == null ? "" : text;
        assertThat(cell(gradebook(HEAD, "\"Sol, Ana\",7,1,ana,Algebra,\"" + cell + "\"")))
                .isEqualTo(what);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-01", "'12 of 20'", "?", "'=1+1'"})
    void aCellThatIsNoGradeIsHeldUnderItsAssignment(String text) throws IOException {
        Told rows = gradebook(HEAD, "\"Sol, Ana\",7,1,ana,Algebra," + text);
        assertThat(rows.all).contains("held 2 Essay (1) %s UNKNOWN_WORD".formatted(text));
        assertThat(rows.records.size()).isEqualTo(1);
    }

    @Test
    void aTeacherWithoutRightsToIdsExportsNamesAndSectionsOnly() throws IOException {
        Told rows =
                gradebook(
                        "Student,ID,SIS Login ID,Section,Essay (1),Final Score",
                        "    Points Possible,,,,10,(read only)",
                        "\"Sol, Ana\",7,,Algebra,9,90");
        assertThat(rows.handIns.getFirst().who())
                .isEqualTo(new Who("Student", "7", null, null, null, "Sol, Ana"));
        rows = gradebook("Student,Essay (1)", "Points Possible,10", "Ana Sol,9");
        assertThat(handIns(rows)).containsExactly("null 1 HANDED_IN null");
    }

    @Test
    void firstAndLastNamesMayStandApart() throws IOException {
        Told rows =
                gradebook(
                        "LastName,FirstName,ID,SIS User ID,SIS Login ID,Integration ID,Root Account,Section,Essay (1)",
                        "    Points Possible,,,,,,,,10",
                        "Sol,Ana,7,,ana,I-1,elm.example,Algebra,9");
        assertThat(rows.handIns.getFirst().who())
                .isEqualTo(new Who("LastName", "7", "I-1", null, "ana", "Sol, Ana"));
        assertThat(rows.records.size()).isEqualTo(2);
    }

    @Test
    void anAssignmentWithoutItsNumberIsKnownByItsPoints() throws IOException {
        Told rows =
                gradebook(
                        "Student,ID,SIS User ID,SIS Login ID,Section,Notes,Essay,Current Score",
                        "    Points Possible,,,,,,10,(read only)",
                        "\"Sol, Ana\",7,1,ana,Algebra,3,9,90");
        assertThat(handIns(rows)).containsExactly("7 Essay HANDED_IN null");
    }

    @Test
    void whatIsAmissInARowIsHeldAsOneRecord() throws IOException {
        Told rows =
                gradebook(
                        HEAD,
                        "Sol, Ana,7,1,ana,Algebra,9",
                        "\"Wu, Ben,8,2,ben,Algebra,9",
                        "\"Ode, Cy\",9,3,cy,Algebra,9",
                        "\"Ray, Dee\",10",
                        ",,,,,8");
        assertThat(rows.held).containsExactly("2  TOO_MANY_CELLS", "3  BROKEN_QUOTES");
        // A row that ends early says nothing of the rest; a grade of nobody is held further on.
        assertThat(handIns(rows))
                .containsExactly(
                        "9 1 HANDED_IN null", "10 1 UNKNOWN null", "null 1 HANDED_IN null");
    }

    @Test
    void theNameOfTheFileNamesTheCourse() throws IOException {
        ExportFile file =
                file(
                        "2026-10-04T1829_Grades-ALG_1 (2).csv",
                        HEAD + "\n\"Sol, Ana\",7,1,ana,Period 1,9\n");
        assertThat(read(file).handIns.getFirst().course())
                .isEqualTo(new Course("Section", null, null, "ALG 1", "Period 1"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16", "UTF-16LE"})
    void aGradebookIsReadInAnyEncoding(String charset) throws IOException {
        Path path = folder.resolve("book.csv");
        String text = HEAD.replace(",", "\t") + "\r\nSol, Íñigo\t7\t1\tana\tAlgebra\t9,5\r\n";
        Files.write(path, text.getBytes(charset));
        assertThat(read(ExportFile.of(path)).handIns.getFirst().who().name())
                .isEqualTo("Sol, Íñigo");
    }

    @Test
    void aGradebookSavedAsAWorkbookIsRead() throws IOException {
        Path path = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(path);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Grades");
            String[] head = HEAD.split(",");
            for (int i = 0; i < head.length; i++) {
                sheet.value(0, i, head[i]);
            }
            sheet.value(1, 0, "    Points Possible");
            sheet.value(1, 5, 10);
            sheet.value(2, 0, "Sol, Ana");
            sheet.value(2, 1, 7);
            sheet.value(2, 5, 9.5);
        }
        assertThat(handIns(read(ExportFile.of(path)))).containsExactly("7 1 HANDED_IN null");
    }

    @Test
    void noColumnOfAYearsGradebookIsLeftOut() throws IOException {
        Path path = folder.resolve("year.xlsx");
        try (OutputStream out = Files.newOutputStream(path);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Grades");
            String[] head = HEAD.split(",");
            for (int i = 0; i < 305; i++) {
                sheet.value(0, i, i < 5 ? head[i] : "Essay (%d)".formatted(i));
            }
            sheet.value(1, 0, "Sol, Ana");
            sheet.value(1, 1, 7);
            sheet.value(1, 304, 9.5);
        }
        Told rows = read(ExportFile.of(path));
        assertThat(rows.handIns).hasSize(300);
        assertThat(rows.handIns.getLast().what()).isEqualTo(HandIn.HANDED_IN);
    }

    @ParameterizedTest
    @CsvSource({
        "Étudiant,ID utilisateur SIS,ID de connexion SIS,Section,Points possibles,(lecture seule)",
        "Aluno,ID de usuário do SIS,ID de login do SIS,Seção,Pontos possíveis,(somente leitura)",
        "Schüler,SIS-Benutzer-ID,SIS-Anmelde-ID,Abschnitt,Erreichbare Punkte,(schreibgeschützt)"
    })
    void aGradebookIsReadInOtherLanguages(
            String student, String sis, String login, String section, String possible, String sum)
            throws IOException {
        Told rows =
                gradebook(
                        String.join(";", student, "ID", sis, login, section, "Essay (1)", "Σ (2)"),
                        "    " + possible + ";;;;;10,00;" + sum,
                        "Sol, Ana;7;1;ana;Algebra;9,50;95,00");
        assertThat(handIns(rows)).containsExactly("7 1 HANDED_IN null");
        assertThat(rows.handIns.getFirst().who())
                .isEqualTo(new Who("Student", "7", "1", null, "ana", "Sol, Ana"));
        assertThat(rows.handIns.getFirst().course().section()).isEqualTo("Algebra");
    }

    @Test
    void theTestStudentIsKnownByItsLoginInAnyLanguage() throws IOException {
        Told rows =
                gradebook(
                        HEAD,
                        "\"Essai, Étudiant d'\",9,,0a1b2c3d4e5f60718293a4b5c6d7e8f901234567,Algebra,9");
        assertThat(rows.handIns).isEmpty();
        assertThat(rows.nothing).isEqualTo(1);
    }

    @Test
    void aGradebookAloneSaysNoToNothing() throws IOException {
        PlatformReader reader = canvas.open(List.of(sample("gradebook.csv")), ZONE);
        assertThat(reader.reports()).isEmpty();
        reader = canvas.open(List.of(sample("submissions.json")), ZONE);
        assertThat(reader.reports()).containsExactlyInAnyOrder(Did.HANDED_IN, Did.SET_WORK);
        reader = canvas.open(List.of(sample("assignments.json")), ZONE);
        assertThat(reader.reports()).containsExactly(Did.SET_WORK);
    }

    @Test
    void theFirstAttemptIsTheDayOfASubmission() throws IOException {
        Told rows = read(sample("submissions.json"));
        assertThat(handIns(rows))
                .containsExactly(
                        "7 101 HANDED_IN 2026-09-16",
                        "8 101 NOT_HANDED_IN null",
                        "9 101 EXEMPT null",
                        "10 101 UNKNOWN null",
                        "7 102 HANDED_IN 2026-09-21",
                        "7 103 UNKNOWN null",
                        "11 101 EXEMPT null");
        assertThat(rows.nothing).isEqualTo(1);
        assertThat(rows.held)
                .containsExactly("9 assignment_id BLANK", "10 submitted_at NOT_A_DATE");
        assertThat(rows.handIns.getFirst().who())
                .isEqualTo(new Who("user_id", "7", "1", null, "ana", "Ana Sol"));
        assertThat(rows.handIns.get(1).course().own()).as("by its address").isEqualTo("3");
        assertThat(rows.works)
                .filteredOn(work -> !work.title().equals(work.id()))
                .extracting(
                        Work::title,
                        Work::kind,
                        Work::online,
                        w -> String.valueOf(w.assignedOn()),
                        w -> String.valueOf(w.dueOn()))
                .containsExactly(
                        tuple("Essay 1", WorkKind.ASSIGNMENT, true, "null", "2026-09-18"),
                        tuple("Fractions", WorkKind.QUIZ, true, "2026-08-30", "null"),
                        tuple("Poster", null, false, "null", "2026-09-24"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"workflow_state\": \"submitted\", \"submitted_at\": null | HANDED_IN",
                "\"workflow_state\": \"graded\", \"submitted_at\": null, \"attempt\": 1 | HANDED_IN",
                "\"workflow_state\": \"graded\", \"submitted_at\": null, \"missing\": true | NOT_HANDED_IN",
                "\"workflow_state\": \"graded\", \"submitted_at\": null, \"late_policy_status\": \"missing\" | NOT_HANDED_IN",
                "\"workflow_state\": \"graded\", \"submitted_at\": null | UNKNOWN",
                "\"workflow_state\": \"unsubmitted\", \"submitted_at\": null | NOT_HANDED_IN",
                "\"workflow_state\": \"unsubmitted\", \"submitted_at\": null, \"excused\": true | EXEMPT",
                "\"submitted_at\": null | NOT_HANDED_IN",
                "\"workflow_state\": \"unsubmitted\", \"submitted_at\": null, \"assignment\": {\"course_id\": 3, \"submission_types\": [\"none\"]} | UNKNOWN",
                "\"workflow_state\": \"graded\", \"submitted_at\": \"2026-09-17T16:00:00Z\", \"excused\": true | HANDED_IN"
            })
    void aSubmissionWithoutAMomentIsJudgedByItsState(String fields, HandIn what)
            throws IOException {
        assertThat(
                        cell(
                                read(
                                        file(
                                                "one.json",
                                                "{\"assignment_id\": 1, \"user_id\": \"7\", "
                                                        + fields
                                                        + "}"))))
                .isEqualTo(what);
    }

    @Test
    void aStateThatCanvasDoesNotHaveIsHeld() throws IOException {
        Told rows =
                read(
                        file(
                                "one.json",
                                "[{\"assignment_id\":1,\"user_id\":7,\"submitted_at\":null,"
                                        + "\"workflow_state\":\"lost\"},"
                                        + "{\"assignment_id\":1,\"user_id\":8},7]"));
        assertThat(rows.all)
                .containsExactly(
                        "held 1 workflow_state lost UNKNOWN_WORD",
                        "held 2 workflow_state  BLANK",
                        "held 3  7 NOT_JSON");
    }

    @Test
    void submissionsMayComeGroupedByLinesOrInPages() throws IOException {
        assertThat(handIns(read(sample("grouped.json"))))
                .containsExactly(
                        "7 101 HANDED_IN 2026-09-17",
                        "7 102 NOT_HANDED_IN null",
                        "9 101 HANDED_IN null");
        Told lines = read(sample("submissions.jsonl"));
        assertThat(lines.handIns).hasSize(3);
        assertThat(lines.held).containsExactly("5  NOT_JSON");
        String page =
                "[{\"assignment_id\":1,\"user_id\":7,\"submitted_at\":null,\"workflow_state\":\"graded\"}]";
        assertThat(read(file("pages.json", page + "\n" + page)).records.size()).isEqualTo(2);
        assertThat(read(file("page.json", "{\"submissions\":" + page + "}")).records.size())
                .isEqualTo(1);
        Told one = read(sample("submission.json"));
        assertThat(handIns(one)).containsExactly("1163 356597 HANDED_IN 2021-03-16");
    }

    @Test
    void listsSayWhoAndWhichClassSubmissionsMean() throws IOException {
        Told rows =
                read(
                        sample("grouped.json"),
                        sample("assignments.json"),
                        sample("courses.json"),
                        sample("sections.json"),
                        sample("users.json"));
        assertThat(rows.handIns.getFirst().who())
                .isEqualTo(new Who("user_id", "7", "1", "ana@elm.example", "ana", "Ana Sol"));
        assertThat(rows.handIns.getFirst().course())
                .isEqualTo(
                        new Course(
                                "course_id", "section 31", "S-ALG-1", "Algebra (fall)", "Algebra"));
        assertThat(rows.handIns.getLast().course().section()).isEqualTo("Algebra evening");
        assertThat(rows.works).allMatch(Work::isRecord);
        assertThat(rows.works)
                .extracting(
                        Work::id,
                        Work::kind,
                        Work::online,
                        work -> String.valueOf(work.assignedOn()))
                .containsExactly(
                        tuple("101", WorkKind.ASSIGNMENT, true, "2026-09-10"),
                        tuple("102", WorkKind.QUIZ, true, "null"),
                        tuple("103", null, false, "2026-09-01"));
        assertThat(rows.held).containsExactly("5 due_at NOT_A_DATE");
        // A course whose sections are told is not asked for itself.
        assertThat(rows.courses)
                .extracting(Course::own)
                .containsExactly("4", "section 31", "section 32");
        assertThat(rows.people)
                .extracting(row -> row.who().own() + " " + row.student())
                .containsExactly("7 true", "20 false");
    }

    @Test
    void enrolmentsSayWhoIsWhoAndWhere() throws IOException {
        Told rows = read(sample("enrollments.json"));
        assertThat(rows.people)
                .extracting(row -> row.who().id() + " " + row.who().login())
                .containsExactly("1 ana");
        assertThat(rows.nothing).isEqualTo(2);
        assertThat(rows.held).containsExactly("4 user_id BLANK");
        rows =
                read(
                        sample("enrollments.json"),
                        file(
                                "one.json",
                                "[{\"assignment_id\":1,\"user_id\":7,\"submitted_at\":null,"
                                        + "\"workflow_state\":\"graded\",\"html_url\":"
                                        + "\"https://elm.example/courses/3/assignments/1/submissions/7\"}]"));
        assertThat(rows.handIns.getFirst().course().id()).isEqualTo("S-ALG-1");
    }

    @Test
    void aRecordWithListsOfItsOwnIsNoPage() throws IOException {
        ExportFile file =
                file(
                        "users.json",
                        "{\"id\":7,\"name\":\"Ana Sol\",\"sortable_name\":\"Sol, Ana\",\"short_name\":\"Ana\","
                                + "\"enrollments\":[{\"type\":\"StudentEnrollment\",\"course_id\":3}]}\n"
                                + "{\"id\":8,\"name\":\"Ben Wu\",\"sortable_name\":\"Wu, Ben\",\"short_name\":\"Ben\",\"enrollments\":[]}\n");
        assertThat(read(file).people).hasSize(2);
    }

    @Test
    void aSectionHasItsNameFromOneListAndItsIdFromAnother() throws IOException {
        Told rows =
                read(
                        file(
                                "courses.json",
                                "[{\"id\": 55, \"name\": \"Algebra\", \"course_code\": \"ALG\", \"sections\": [{\"id\": 501, \"name\": \"P1\"}]}]"),
                        file(
                                "enrollments.json",
                                "[{\"id\": 1, \"user_id\": 7, \"course_id\": 55, \"course_section_id\": 501, \"sis_section_id\": \"alg-1\", \"type\": \"StudentEnrollment\"}]"),
                        file(
                                "assignments.json",
                                "[{\"id\": 102, \"name\": \"Essay\", \"course_id\": 55, \"submission_types\": [\"online_upload\"]}]"));
        assertThat(rows.works.getFirst().course())
                .isEqualTo(new Course("course_id", "section 501", "alg-1", "Algebra", "P1"));
    }

    @Test
    void fromQuizzesModulesAndDiscussionsBesideAssignmentsNothingFollows() throws IOException {
        Told rows =
                read(
                        file(
                                "quizzes.json",
                                "[{\"id\": 3, \"title\": \"Check\", \"quiz_type\": \"assignment\", \"assignment_id\": 102, \"assignment_group_id\": 5}]"),
                        file(
                                "modules.json",
                                "[{\"id\": 4, \"name\": \"Week 1\", \"items_count\": 0, \"items_url\": \"https://elm.example\"}]"),
                        file(
                                "discussions.json",
                                "[{\"id\": 5, \"title\": \"Talk\", \"discussion_type\": \"threaded\", \"assignment_id\": 103, \"assignment\": {\"id\": 103, \"course_id\": 55, \"submission_types\": [\"discussion_topic\"]}}]"),
                        file(
                                "assignments.json",
                                "[{\"id\": 102, \"name\": \"Check\", \"course_id\": 55, \"quiz_id\": 3, \"submission_types\": [\"online_quiz\"]}]"));
        assertThat(rows.held).isEmpty();
        assertThat(rows.works).extracting(Work::id).containsExactly("102");
        assertThat(rows.nothing).isEqualTo(3);
    }

    @Test
    void fromTermsAccountsGroupsAndAttemptsAtQuizzesNothingFollows() throws IOException {
        Told rows =
                read(
                        file(
                                "terms.json",
                                "{\"enrollment_terms\": [{\"id\": 1, \"name\": \"Fall\", \"start_at\": \"2026-08-20T04:00:00Z\", \"workflow_state\": \"active\"}]}"),
                        file(
                                "accounts.json",
                                "[{\"id\": 1, \"name\": \"Elm\", \"workflow_state\": \"active\", \"parent_account_id\": null, \"root_account_id\": null}]"),
                        file(
                                "groups.json",
                                "[{\"id\": 17, \"name\": \"Lab 1\", \"course_id\": 3, \"group_category_id\": 4, \"join_level\": \"invitation_only\"}]"),
                        file(
                                "quiz.json",
                                "{\"quiz_submissions\": [{\"id\": 1, \"quiz_id\": 2, \"user_id\": 7, \"submission_id\": 9, \"workflow_state\": \"complete\", \"attempt\": 1}]}"));
        assertThat(rows.all).isEmpty();
        assertThat(rows.nothing).isEqualTo(4);
    }

    @Test
    void aSummaryOfNobodyIsRefusedWithASentence() throws IOException {
        ExportFile file = sample("summary.csv");
        assertThat(canvas.format(file)).isEqualTo("canvas-summary");
        assertThatThrownBy(() -> canvas.open(List.of(file), ZONE))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.textKey())
                                        .isEqualTo("importing.refused.nobodys"));
    }

    @Test
    void whatIsOfOthersIsNotTakenForCanvas() throws IOException {
        for (String text :
                List.of(
                        "Student ID,Name,E-mail,Class\n1,Ana Sol,a@elm.example,Algebra\n",
                        "First Name,Last Name,Unique User ID,Essay\nAna,Sol,1,9\n",
                        "Student,ID,Section\nAna Sol,1,Algebra\n",
                        "[{\"courseId\":\"1\",\"courseWorkId\":\"2\",\"userId\":\"3\",\"state\":\"NEW\"}]",
                        "{\"actor\":{\"name\":\"Ana\"},\"assignment_id\":1,\"user_id\":2,\"workflow_state\":\"x\"}")) {
            assertThat(canvas.format(file("other.csv", text))).as(text).isEmpty();
        }
    }
}
