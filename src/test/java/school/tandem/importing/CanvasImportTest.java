package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.STUDENT_DAY;
import static school.tandemdb.adoption.Tables.SUBMISSION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.roster.intake.Tally;

/** Exports of Canvas, from a file to what is kept of it. */
@Tag("database")
@Tag("long")
class CanvasImportTest {

    private static final String BOOK =
            """
            Student,ID,SIS User ID,SIS Login ID,Section,Essay (101),Quiz on fractions (102),Final Score
                Points Possible,,,,,100,10,(read only)
            "Sol, Ana",7,1,,Algebra,95.5,,95
            "Wu, Ben",8,2,,Algebra,0,EX,0
            "Ode, Cy",9,3,,Biology and Algebra,N/A,7,70
            "Ray, Dee",10,,,Algebra,5,5,50
            "Student, Test",99,,f00,Algebra,5,5,50
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

    private Path submissions(String... records) throws IOException {
        return file("submissions.json", "[" + String.join(",", records) + "]");
    }

    private static String submission(int user, String more) {
        return """
        {"assignment_id": 101, "user_id": %d, "workflow_state": "graded",
         "assignment": {"id": 101, "name": "Essay", "course_id": 3, "due_at": "2026-09-18T23:59:00Z",
           "submission_types": ["online_upload"]},
         "course": {"id": 3, "name": "Algebra"}, %s}
        """
                .formatted(user, more);
    }

    private static String online(int user) {
        return submission(
                user,
                "\"user\": {\"sis_user_id\": \"%d\"}, \"submitted_at\": \"2026-09-17T16:00:00Z\""
                        .formatted(user - 6));
    }

    @Test
    void aGradebookBringsItsWorkAndWhatItsCellsTell() throws IOException {
        Path book = file("book.csv", BOOK);
        ImportReport report = town.take(book);
        Trial.assertAddsUp(report);
        // Two students are called Dee Ray; both of one's cells wait for somebody to say which.
        assertThat(Trial.held(report))
                .containsExactly(
                        "book.csv:6 Student AMBIGUOUS_NAME", "book.csv:6 Student AMBIGUOUS_NAME");
        Tally rows = Trial.file(report, "book.csv");
        assertThat(rows.read()).isEqualTo(11);
        assertThat(rows.added()).isEqualTo(5);
        assertThat(kept())
                .containsExactly(
                        "1 Essay handed_in null",
                        "1 Quiz on fractions unknown null",
                        "2 Essay unknown null",
                        "2 Quiz on fractions exempt null",
                        "3 Quiz on fractions handed_in null");
        assertThat(town.coveredTo()).as("it has no days").isEmpty();
        ImportReport again = town.take(book);
        Trial.assertAddsUp(again);
        assertThat(again.total().unchanged()).isEqualTo(9);
        assertThat(again.total().added() + again.total().changed()).isZero();
    }

    @Test
    void aGradebookTakesNothingBackThatSubmissionsTold() throws IOException {
        town.take(
                submissions(
                        online(7),
                        submission(
                                8,
                                "\"user\": {\"sis_user_id\": \"2\"}, \"submitted_at\": null, \"missing\": true")));
        List<String> before = work();
        ImportReport report = town.take(file("book.csv", BOOK));
        Trial.assertAddsUp(report);
        assertThat(kept()).contains("1 Essay handed_in 2026-09-17", "2 Essay not_handed_in null");
        assertThat(work()).containsAll(before).hasSize(before.size() + 2);
        assertThat(days()).containsExactly("1 2026-09-17 3");
    }

    @Test
    void bothAtOnceAreToldOnce() throws IOException {
        Path book = file("book.csv", BOOK);
        ImportReport report = town.take(book, submissions(online(7), online(8)));
        Trial.assertAddsUp(report);
        assertThat(Trial.held(report))
                .containsExactly(
                        "book.csv:6 Student AMBIGUOUS_NAME", "book.csv:6 Student AMBIGUOUS_NAME");
        assertThat(Trial.file(report, "submissions.json").added()).isEqualTo(2);
        assertThat(Trial.file(report, "book.csv").added()).isEqualTo(3);
        assertThat(days()).containsExactly("1 2026-09-17 3", "2 2026-09-17 3");
        assertThat(work()).contains("101@ Essay true 2026-09-18");
    }

    @Test
    void listsMakeKnownWhomAndWhatLaterSubmissionsMean() throws IOException {
        Path users =
                file(
                        "users.json",
                        """
                        [{"id": 7, "name": "Ana Sol", "sortable_name": "Sol, Ana", "short_name": "Ana", "login_id": "ana@elm.example"},
                         {"id": 20, "name": "Ida Poe", "sortable_name": "Poe, Ida", "short_name": "Ida", "email": "ida@elm.example"},
                         {"id": 21, "name": "Nobody Here", "sortable_name": "Here, Nobody", "short_name": "N"}]
                        """);
        Path courses =
                file(
                        "courses.json",
                        """
                        [{"id": 3, "name": "Algebra", "course_code": "ALG", "enrollment_term_id": 1}]
                        """);
        ImportReport report = town.take(users, courses);
        Trial.assertAddsUp(report);
        assertThat(Trial.held(report)).containsExactly("users.json:3 id UNKNOWN_PERSON");
        report =
                town.take(
                        file(
                                "later.json",
                                """
                                {"assignment_id": 9, "user_id": 7, "submitted_at": "2026-09-22T16:00:00Z", "workflow_state": "submitted",
                                 "submission_type": "online_quiz", "html_url": "https://elm.example/courses/3/assignments/9/submissions/7"}
                                """));
        Trial.assertAddsUp(report);
        assertThat(Trial.held(report)).isEmpty();
        assertThat(days()).containsExactly("1 2026-09-22 7");
        assertThat(town.coveredTo()).containsOnlyKeys("Algebra");
        // Once its own list says what it is, that counts.
        report =
                town.take(
                        file(
                                "assignments.json",
                                """
                                [{"id": 9, "name": "Fractions", "course_id": 3, "due_at": "2026-09-22T23:00:00Z",
                                  "submission_types": ["online_quiz"], "assignment_group_id": 1}]
                                """));
        Trial.assertAddsUp(report);
        assertThat(report.total().changed()).isEqualTo(1);
        assertThat(work()).containsExactly("9@ Fractions true 2026-09-22");
    }

    @Test
    void aSummaryIsRefusedWithASentence() throws IOException {
        Path path =
                file(
                        "summary.csv",
                        """
                        "date","assignment","userCount","submissionPercent","latePercent","averageGrade"
                        "1/14/2026, 4:07:06 PM","Essay",30,0.5,0.1,0.9
                        """);
        assertThat(PlatformImports.recognises(List.of(path))).isTrue();
        assertThat(town.take(path).refused()).contains("summary.csv", "whose");
    }

    private List<String> kept() {
        return owner
                .select(
                        SUBMISSION.STUDENT_ID,
                        ASSIGNMENT.TITLE,
                        SUBMISSION.STATUS,
                        SUBMISSION.HANDED_IN_ON)
                .from(SUBMISSION)
                .join(ASSIGNMENT)
                .on(ASSIGNMENT.DISTRICT_ID.eq(SUBMISSION.DISTRICT_ID))
                .and(ASSIGNMENT.ID.eq(SUBMISSION.ASSIGNMENT_ID))
                .where(SUBMISSION.DISTRICT_ID.eq(town.district()))
                .fetch(row ->
                        town.studentId(row.value1())
                                + " "
                                + row.value2()
                                + " "
                                + row.value3()
                                + " "
                                + row.value4())
                .stream()
                .sorted()
                .toList();
    }

    private List<String> work() {
        return owner
                .select(
                        ASSIGNMENT.EXTERNAL_ID,
                        ASSIGNMENT.TITLE,
                        ASSIGNMENT.ONLINE,
                        ASSIGNMENT.DUE_ON)
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.DISTRICT_ID.eq(town.district()))
                .fetch(row ->
                        row.value1().replaceFirst("@.*", "@")
                                + " "
                                + row.value2()
                                + " "
                                + row.value3()
                                + " "
                                + row.value4())
                .stream()
                .sorted()
                .toList();
    }

    private List<String> days() {
        return owner.select(STUDENT_DAY.STUDENT_ID, STUDENT_DAY.DAY, STUDENT_DAY.HABITS)
                .from(STUDENT_DAY)
                .where(STUDENT_DAY.DISTRICT_ID.eq(town.district()))
                .orderBy(STUDENT_DAY.DAY, STUDENT_DAY.STUDENT_ID)
                .fetch(row ->
                        town.studentId(row.value1()) + " " + row.value2() + " " + row.value3());
    }
}
