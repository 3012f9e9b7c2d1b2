package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.COVERAGE;
import static school.tandemdb.adoption.Tables.STUDENT_DAY;
import static school.tandemdb.adoption.Tables.SUBMISSION;
import static school.tandemdb.importing.Tables.KNOWN_AS;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.COURSE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.Server;
import school.tandem.SettableClock;

/** What becomes of an export of a learning platform, whichever it is. */
@Tag("database")
@Tag("long")
class PlatformImportsTest {

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

    private Path submissions(String... records) throws IOException {
        return Files.writeString(
                folder.resolve("submissions.json"), "[" + String.join(",", records) + "]");
    }

    private static String submission(int work, String user, String more) {
        return """
        {"id": 1, "assignment_id": %d, "user_id": 7, "workflow_state": "submitted",
         "assignment": {"id": %d, "name": "Essay", "course_id": 3, "due_at": "2026-09-18T23:59:00Z"},
         "course": {"id": 3, "name": "Algebra"}, %s, %s}
        """
                .formatted(work, work, user, more);
    }

    @Test
    void anExportBeforeAnyRosterIsRefusedWithWhatToDo() throws IOException {
        ImportReport report =
                town.take(
                        "Nowhere",
                        submissions(submission(1, "\"x\": 1", "\"submitted_at\": null")));
        assertThat(report.refused()).contains("Nowhere");
        assertThat(report.exitCode()).isEqualTo(2);
    }

    @Test
    void whomAnExportKnowsByIdIsKnownByItsOwnIdEverAfter() throws IOException {
        Path first =
                submissions(
                        submission(
                                1,
                                "\"user\": {\"id\": 7, \"sis_user_id\": \"1\"}",
                                "\"submitted_at\": \"2026-09-17T02:00:00Z\""));
        ImportReport report = town.take(first);
        Trial.assertAddsUp(report);
        assertThat(report.held().count()).isZero();
        assertThat(owner.fetchCount(KNOWN_AS, KNOWN_AS.DISTRICT_ID.eq(town.district())))
                .isPositive();
        // Ten in the evening of the day before, in New York.
        assertThat(days()).containsExactly("1 2026-09-16 3");

        Path later =
                submissions(
                        submission(2, "\"x\": 1", "\"submitted_at\": \"2026-09-22T15:00:00Z\""));
        report = town.take(later);
        assertThat(Trial.heldRows(report)).isEmpty();
        assertThat(days()).containsExactly("1 2026-09-16 3", "1 2026-09-22 3");

        town.undo();
        town.undo();
        assertThat(days()).isEmpty();
        assertThat(owner.fetchCount(KNOWN_AS, KNOWN_AS.DISTRICT_ID.eq(town.district()))).isZero();
        assertThat(owner.fetchCount(COVERAGE, COVERAGE.DISTRICT_ID.eq(town.district()))).isZero();
        assertThat(owner.fetchCount(ASSIGNMENT, ASSIGNMENT.DISTRICT_ID.eq(town.district())))
                .isZero();
        assertThat(owner.fetchCount(SUBMISSION, SUBMISSION.DISTRICT_ID.eq(town.district())))
                .isZero();
    }

    @Test
    void whoIsUnknownIsHeldAndAskedFor() throws IOException {
        ImportReport report =
                town.take(submissions(submission(1, "\"x\": 1", "\"submitted_at\": null")));
        Trial.assertAddsUp(report);
        assertThat(Trial.held(report)).containsExactly("submissions.json:1 user_id UNKNOWN_PERSON");
    }

    @Test
    void whatSomebodySaysOfAWordHoldsEverAfter() throws IOException {
        Path path =
                submissions(
                        submission(
                                1,
                                "\"user\": {\"name\": \"Bennie W.\"}",
                                "\"submitted_at\": \"2026-09-17T16:00:00Z\""));
        ImportReport report = town.dryRun(path);
        assertThat(WhoIsMeant.unknown(report))
                .containsExactly(new WhoIsMeant.Unknown(true, "Bennie W.", 1));
        WhoIsMeant.Unknown asked = WhoIsMeant.unknown(report).getFirst();
        town.asInstallation(meant -> {
            List<WhoIsMeant.Candidate> found = meant.candidates(town.district(), true, "ben");
            assertThat(found).extracting(WhoIsMeant.Candidate::name).containsExactly("Ben Wu");
            meant.decide(town.district(), "canvas", asked, found.getFirst().id());
        });
        assertThat(town.take(path).held().count()).isZero();
        assertThat(days()).containsExactly("2 2026-09-17 3");
        town.undo();
        town.asInstallation(meant -> meant.decide(town.district(), "canvas", asked, null));
        assertThat(Trial.held(town.take(path)))
                .containsExactly("submissions.json:1 user_id UNKNOWN_PERSON");
    }

    private Path gradebook(String name, String rows) throws IOException {
        String header =
                "First name,Surname,Email address,Assignment: Essay (Real),Course total (Real)\n";
        return Files.writeString(folder.resolve(name), header + rows);
    }

    @Test
    void aFileThatNamesNoClassIsOfTheOneThatItsPeopleHaveInCommon() throws IOException {
        ImportReport report =
                town.take(
                        gradebook(
                                "export.csv",
                                "Ana,Sol,ana@elm.example,8,8\nBen,Wu,ben@elm.example,7,7\nCy,Ode,,-,-\n"));
        assertThat(Trial.heldRows(report)).isEmpty();
        assertThat(report.byPeople()).containsExactly(Map.entry("export", "Algebra"));
        assertThat(classesWithWork()).containsExactly("Algebra");
    }

    @Test
    void aLogOfAnUnknownCourseIsOfTheClassThatItsPeopleHaveInCommon() throws IOException {
        String did =
                "\"14/09/26, 14:0%d\",%s,-,\"Quiz: One\",Quiz,\"Quiz attempt submitted\",\"The user with id"
                        + " '%d' has submitted the attempt with id '%d' for the quiz with course"
                        + " module id '13'.\",web,1.1.1.1\n";
        Path log =
                Files.writeString(
                        folder.resolve("logs_ALG1-P3_20260914-1405.csv"),
                        "Time,User full name,Affected user,Event context,Component,Event"
                                + " name,Description,Origin,IP address\n"
                                + did.formatted(6, "Ana Sol", 5, 3)
                                + did.formatted(7, "Ben Wu", 6, 9)
                                + did.formatted(8, "Cy Ode", 7, 10));
        ImportReport report = town.take(log);
        assertThat(Trial.heldRows(report)).isEmpty();
        assertThat(report.byPeople().values()).containsExactly("Algebra");
        assertThat(town.coveredTo()).containsOnlyKeys("Algebra");
        assertThat(
                        owner.select(COVERAGE.COVERS_FROM)
                                .from(COVERAGE)
                                .where(COVERAGE.DISTRICT_ID.eq(town.district()))
                                .fetch(COVERAGE.COVERS_FROM))
                .containsExactly(LocalDate.of(2026, 9, 14));
    }

    @Test
    void aFileWhosePeopleHaveNoClassOrSeveralInCommonIsAskedFor() throws IOException {
        for (String rows : List.of("Ana,Sol,ana@elm.example,8,8\n", "Cy,Ode,,7,7\n")) {
            ImportReport report = town.take(gradebook("export.csv", rows));
            assertThat(Trial.held(report)).containsExactly("export.csv:2 file UNKNOWN_CLASS");
            assertThat(WhoIsMeant.unknown(report))
                    .containsExactly(new WhoIsMeant.Unknown(false, "export", 1));
        }
        assertThat(classesWithWork()).isEmpty();
    }

    @Test
    void aFileMayNameAClassByTheCodeOfItsCourse() throws IOException {
        long course =
                owner.insertInto(COURSE)
                        .set(COURSE.DISTRICT_ID, town.district())
                        .set(COURSE.TITLE, "Mathematics of the ninth grade")
                        .set(COURSE.CODE, "ALG1")
                        .set(COURSE.SOURCE, "manual")
                        .set(COURSE.EXTERNAL_ID, "c1")
                        .returning(COURSE.ID)
                        .fetchSingle(COURSE.ID);
        owner.update(CLASS_GROUP)
                .set(CLASS_GROUP.COURSE_ID, course)
                .where(CLASS_GROUP.DISTRICT_ID.eq(town.district()))
                .and(CLASS_GROUP.TITLE.eq("Biology"))
                .execute();
        ImportReport report = town.take(gradebook("alg1 Grades-20260915.csv", "Cy,Ode,,7,7\n"));
        assertThat(Trial.heldRows(report)).isEmpty();
        assertThat(classesWithWork()).containsExactly("Biology");
    }

    @Test
    void aStatementMayHideAnAddressInAHash() throws IOException {
        Path path =
                Files.writeString(
                        folder.resolve("statements.json"),
                        """
                        {"statements": [{"id": "1", "actor": {"mbox_sha1sum": "f4e306c03aaf1e402b11cbda3b75a2e6c1df0cac"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/submitted"}, "object": {"id": "x"}, "timestamp": "2026-09-17T16:00:00Z"}]}
                        """);
        assertThat(Trial.heldRows(town.take(path))).isEmpty();
        assertThat(days()).containsExactly("1 2026-09-17 3");
    }

    @Test
    void aClassThatAnExportNamesAndNobodyKnowsIsNeverGuessed() throws IOException {
        Path path =
                submissions(
                        submission(
                                        1,
                                        "\"user\": {\"sis_user_id\": \"2\"}",
                                        "\"submitted_at\": \"2026-09-17T16:00:00Z\"")
                                .replace("Algebra", "Chess club"));
        assertThat(Trial.held(town.take(path)))
                .containsExactly("submissions.json:1 course_id UNKNOWN_CLASS");
        assertThat(classesWithWork()).isEmpty();
    }

    private List<String> classesWithWork() {
        return owner.selectDistinct(CLASS_GROUP.TITLE)
                .from(ASSIGNMENT)
                .join(CLASS_GROUP)
                .on(CLASS_GROUP.DISTRICT_ID.eq(ASSIGNMENT.DISTRICT_ID))
                .and(CLASS_GROUP.ID.eq(ASSIGNMENT.CLASS_ID))
                .where(ASSIGNMENT.DISTRICT_ID.eq(town.district()))
                .fetch(CLASS_GROUP.TITLE);
    }

    @Test
    void whoWasFoundByNameAloneIsListedForAPersonToLookAt() throws IOException {
        ImportReport report =
                town.take(
                        submissions(
                                submission(
                                        1,
                                        "\"user\": {\"name\": \"Cy Ode\"}",
                                        "\"submitted_at\": \"2026-09-17T16:00:00Z\"")));
        assertThat(report.byName()).containsExactly("Cy Ode");
        assertThat(report.held().count()).isZero();
    }

    @Test
    void aSecondTimeChangesNothingAndADryRunKeepsNothing() throws IOException {
        Path path =
                submissions(
                        submission(
                                1,
                                "\"user\": {\"sis_user_id\": \"1\"}",
                                "\"submitted_at\": \"2026-09-17T16:00:00Z\""));
        assertThat(town.dryRun(path).total().added()).isEqualTo(2);
        assertThat(days()).isEmpty();
        town.take(path);
        ImportReport again = town.take(path);
        assertThat(again.total().unchanged()).isEqualTo(again.total().read());
        assertThat(covered()).containsOnlyKeys("Algebra");
    }

    private Map<String, String> covered() {
        return town.coveredTo();
    }

    /** Whose day holds which habits. */
    private List<String> days() {
        return owner.select(STUDENT_DAY.STUDENT_ID, STUDENT_DAY.DAY, STUDENT_DAY.HABITS)
                .from(STUDENT_DAY)
                .where(STUDENT_DAY.DISTRICT_ID.eq(town.district()))
                .orderBy(STUDENT_DAY.DAY)
                .fetch(row ->
                        town.studentId(row.value1()) + " " + row.value2() + " " + row.value3());
    }
}
