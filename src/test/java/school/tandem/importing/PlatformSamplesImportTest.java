package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static school.tandemdb.adoption.Tables.ACTIVITY;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.COVERAGE;
import static school.tandemdb.adoption.Tables.SUBMISSION;
import static school.tandemdb.adoption.Tables.TEACHER_DAY;
import static school.tandemdb.roster.Tables.PERSON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictId;

/** Exports of Google Classroom, Schoology and gradebooks, from their files to what is kept. */
@Tag("database")
@Tag("long")
class PlatformSamplesImportTest {

    private static final Path SAMPLES = Path.of("src/test/resources/import");

    private static Server server;
    private static DSLContext owner;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        server = Server.at(new SettableClock("2026-10-05T14:00:00Z"));
        owner = server.database().asOwner();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Map<String, Integer> statuses(DistrictId district) {
        Map<String, Integer> statuses = new TreeMap<>();
        owner.select(SUBMISSION.STATUS, count())
                .from(SUBMISSION)
                .where(SUBMISSION.DISTRICT_ID.eq(district))
                .groupBy(SUBMISSION.STATUS)
                .forEach(row -> statuses.put(row.value1(), row.value2()));
        return statuses;
    }

    /** Such as {@code Kyle 2020-11-04 1}. */
    private static List<String> activities(DistrictId district) {
        return owner.select(PERSON.GIVEN_NAME, ACTIVITY.DAY, ACTIVITY.DID)
                .from(ACTIVITY)
                .join(PERSON)
                .on(PERSON.DISTRICT_ID.eq(ACTIVITY.DISTRICT_ID))
                .and(PERSON.ID.eq(ACTIVITY.PERSON_ID))
                .where(ACTIVITY.DISTRICT_ID.eq(district))
                .orderBy(PERSON.GIVEN_NAME, ACTIVITY.DAY, ACTIVITY.DID)
                .fetch(row -> row.value1() + " " + row.value2() + " " + row.value3());
    }

    @Test
    void edFisGradebookAndSchoologyFitItsRoster() {
        Trial trial = new Trial(server);
        DistrictId district = trial.take(SAMPLES.resolve("edfi-v1p1")).district();
        Path assignments = SAMPLES.resolve("edfi-gradebook/assignments.csv");
        Path submissions = SAMPLES.resolve("edfi-gradebook/submissions.csv");

        ImportReport report = trial.export(assignments, submissions);
        Trial.assertAddsUp(report);
        assertThat(report.format()).isEqualTo("gradebook-assignments+gradebook-submissions");
        assertThat(Trial.held(report)).containsExactly("submissions.csv:16 Status UNKNOWN_WORD");
        assertThat(Trial.file(report, "assignments.csv").added()).isEqualTo(4);
        assertThat(Trial.file(report, "submissions.csv").read()).isEqualTo(20);
        assertThat(Trial.file(report, "submissions.csv").added()).isEqualTo(19);
        assertThat(statuses(district)).isEqualTo(Map.of("handed_in", 13, "not_handed_in", 6));
        assertThat(
                        owner.select(ASSIGNMENT.DUE_ON)
                                .from(ASSIGNMENT)
                                .where(ASSIGNMENT.DISTRICT_ID.eq(district))
                                .orderBy(ASSIGNMENT.DUE_ON)
                                .fetch(row -> row.value1().toString()))
                .containsExactly("2020-08-20", "2020-08-21", "2020-12-31", "2021-05-01");

        ImportReport alone = trial.export(submissions);
        Trial.assertAddsUp(alone);
        assertThat(Trial.held(alone)).isEqualTo(Trial.held(report));
        assertThat(alone.total().unchanged()).isEqualTo(19);

        ImportReport schoology = trial.export(SAMPLES.resolve("schoology-usage.csv"));
        Trial.assertAddsUp(schoology);
        assertThat(Trial.held(schoology)).isEmpty();
        assertThat(schoology.total().read()).isEqualTo(45);
        assertThat(schoology.total().added()).isEqualTo(7);
        assertThat(activities(district))
                .containsExactly(
                        "Kyle 2020-11-04 1",
                        "Kyle 2020-11-04 2",
                        "Kyle 2020-11-10 1",
                        "Kyle 2020-11-10 2",
                        "Mary 2020-11-04 1",
                        "Mary 2020-11-04 2",
                        "Mary 2020-11-09 1");
        assertThat(owner.fetchCount(COVERAGE, COVERAGE.DISTRICT_ID.eq(district))).isEqualTo(4);

        ImportReport again = trial.export(SAMPLES.resolve("schoology-usage.csv"));
        assertThat(again.total().unchanged()).isEqualTo(45);
        trial.undo(district);
        trial.undo(district);
        assertThat(activities(district)).isEmpty();
    }

    @Test
    void aReportOfUseOfPeopleWhomNobodyKnowsIsHeld() {
        Trial trial = new Trial(server);
        trial.take(SAMPLES.resolve("edfi-v1p1"));
        ImportReport report = trial.export(SAMPLES.resolve("google-classroom-usage.csv"));
        Trial.assertAddsUp(report);
        assertThat(report.format()).isEqualTo("google-classroom-usage");
        assertThat(report.total().read()).isEqualTo(17);
        assertThat(report.total().held()).isEqualTo(17);
        assertThat(Trial.held(report))
                .contains(
                        "usage-1st.csv:3 email UNKNOWN_PERSON"
                                .replace("usage-1st", "google-classroom-usage"));
    }

    @Test
    void submissionsOfClassroomAreOfTheirStudentsAndClasses() throws IOException {
        PlatformTown town = new PlatformTown(server, folder);
        Path courses =
                file(
                        "1-courses.json",
                        """
                        {"courses": [
                          {"id": "101", "name": "Algebra", "section": "Period 1", "courseState": "ACTIVE"},
                          {"id": "102", "name": "Chess club", "courseState": "ACTIVE"}]}
                        """);
        Path people =
                file(
                        "2-people.json",
                        """
                        {"students": [
                          {"courseId": "101", "userId": "7", "profile": {"id": "7", "emailAddress": "ana@elm.example"}},
                          {"courseId": "101", "userId": "8", "profile": {"id": "8", "name": {"fullName": "Cy Ode"}}},
                          {"courseId": "101", "userId": "9", "profile": {"id": "9", "name": {"fullName": "Dee Ray"}}}],
                         "teachers": [
                          {"courseId": "101", "userId": "900", "profile": {"id": "900", "emailAddress": "ida@elm.example"}}]}
                        """);
        Path work =
                file(
                        "3-work.json",
                        """
                        {"courseWork": [
                          {"courseId": "101", "id": "55", "title": "Essay", "workType": "ASSIGNMENT", "state": "PUBLISHED",
                           "creationTime": "2026-09-08T14:00:00Z", "dueDate": {"year": 2026, "month": 9, "day": 19},
                           "dueTime": {"hours": 3, "minutes": 59}},
                          {"courseId": "102", "id": "1", "title": "Openings", "workType": "ASSIGNMENT", "state": "PUBLISHED"}]}
                        """);
        Path submissions =
                file(
                        "4-submissions.json",
                        """
                        {"studentSubmissions": [
                          {"courseId": "101", "courseWorkId": "55", "id": "a", "userId": "7", "state": "TURNED_IN",
                           "submissionHistory": [
                            {"stateHistory": {"state": "CREATED", "stateTimestamp": "2026-09-10T14:00:00Z", "actorUserId": "7"}},
                            {"stateHistory": {"state": "TURNED_IN", "stateTimestamp": "2026-09-18T02:00:00Z", "actorUserId": "7"}}]},
                          {"courseId": "101", "courseWorkId": "55", "id": "b", "userId": "8", "state": "CREATED",
                           "submissionHistory": [
                            {"stateHistory": {"state": "CREATED", "stateTimestamp": "2026-09-11T14:00:00Z", "actorUserId": "8"}}]},
                          {"courseId": "101", "courseWorkId": "55", "id": "c", "userId": "9", "state": "NEW"},
                          {"courseId": "102", "courseWorkId": "1", "id": "d", "userId": "7", "state": "TURNED_IN"}]}
                        """);
        ImportReport report = town.take(courses, people, work, submissions);
        Trial.assertAddsUp(report);
        assertThat(Trial.held(report))
                .containsExactlyInAnyOrder(
                        "1-courses.json:2 name UNKNOWN_CLASS",
                        "2-people.json:3 profile AMBIGUOUS_NAME",
                        "3-work.json:2 name UNKNOWN_CLASS",
                        "4-submissions.json:3 profile AMBIGUOUS_NAME",
                        "4-submissions.json:4 name UNKNOWN_CLASS");
        assertThat(statuses(town.district())).isEqualTo(Map.of("handed_in", 1, "not_handed_in", 1));
        assertThat(activities(town.district()))
                .containsExactly("Ana 2026-09-10 1", "Cy 2026-09-11 1");
        assertThat(town.coveredTo()).containsOnlyKeys("Algebra");
        assertThat(
                        owner.select(TEACHER_DAY.DAY)
                                .from(TEACHER_DAY)
                                .where(TEACHER_DAY.DISTRICT_ID.eq(town.district()))
                                .fetch(row -> row.value1().toString()))
                .containsExactly("2026-09-08");

        ImportReport again = town.take(courses, people, work, submissions);
        Trial.assertAddsUp(again);
        assertThat(again.total().unchanged()).isEqualTo(again.total().read() - 5);

        Path later =
                file(
                        "later.json",
                        """
                        {"studentSubmissions": [
                          {"courseId": "101", "courseWorkId": "55", "userId": "7", "state": "RETURNED",
                           "submissionHistory": [
                            {"stateHistory": {"state": "TURNED_IN", "stateTimestamp": "2026-09-18T02:00:00Z", "actorUserId": "7"}}]},
                          {"courseId": "101", "courseWorkId": "55", "userId": "77", "state": "NEW"}]}
                        """);
        ImportReport alone = town.take(later);
        Trial.assertAddsUp(alone);
        assertThat(Trial.held(alone)).containsExactly("later.json:2 userId UNKNOWN_PERSON");
        assertThat(alone.total().unchanged()).as("known by her own id").isEqualTo(1);
    }

    @Test
    void momentsAreReadByTheClocksOfTheSchoolsWhereTheyAllKeepOthersThanTheDistrict()
            throws IOException {
        PlatformTown town = new PlatformTown(server, folder);
        server.bean(Access.class)
                .asInstallation(() -> {
                    server.bean(Schools.class)
                            .change(town.school(), "Elm", ZoneId.of("Pacific/Auckland"));
                    return true;
                });
        town.take(
                file(
                        "late.jsonl",
                        """
                        {"actor": {"mbox": "mailto:ana@elm.example"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/submitted"}, "object": {"id": "https://elm.example/essay", "definition": {"type": "http://adlnet.gov/expapi/activities/assessment"}}, "timestamp": "2026-09-17T14:00:00Z"}
                        """));
        assertThat(activities(town.district())).first().asString().startsWith("Ana 2026-09-18");
    }

    @Test
    void workOfOneNameInTwoClassesIsOfTheClassOfItsStudent() throws IOException {
        PlatformTown town = new PlatformTown(server, folder);
        Path assignments =
                file(
                        "assignments.csv",
                        """
                        Class Name,Assignment Name,Due Date
                        Algebra,Quiz 1,2026-09-18
                        English I,Quiz 1,2026-09-19
                        Astronomy,Quiz 1,2026-09-20
                        """);
        Path submissions =
                file(
                        "submissions.csv",
                        """
                        Assignment Name,Student Name,Date,Status
                        Quiz 1,Ben Wu,2026-09-17,submitted
                        Quiz 1,Ana Sol,2026-09-17,submitted
                        """);
        ImportReport report = town.take(assignments, submissions);
        Trial.assertAddsUp(report);
        assertThat(Trial.held(report))
                .containsExactly(
                        "assignments.csv:4 Class Name UNKNOWN_CLASS",
                        // In both classes.
                        "submissions.csv:3 Class Name AMBIGUOUS_CLASS");
        assertThat(Trial.file(report, "assignments.csv").added()).isEqualTo(2);
        assertThat(statuses(town.district())).isEqualTo(Map.of("handed_in", 1));
        assertThat(
                        owner.select(ASSIGNMENT.DUE_ON)
                                .from(ASSIGNMENT)
                                .where(ASSIGNMENT.DISTRICT_ID.eq(town.district()))
                                .orderBy(ASSIGNMENT.DUE_ON)
                                .fetch(row -> row.value1().toString()))
                .containsExactly("2026-09-18", "2026-09-19");
    }

    @Test
    void whatOneOfTheStaffDoesIsNoStudentsDay() throws IOException {
        PlatformTown town = new PlatformTown(server, folder);
        ImportReport report =
                town.take(
                        file(
                                "usage.csv",
                                """
                                email,asOfDate,lastInteractionTime
                                ana@elm.example,2026-09-17,2026-09-17 15:00:00
                                ida@elm.example,2026-09-17,2026-09-17 15:00:00
                                who@elm.example,2026-09-17,2026-09-17 15:00:00
                                """));
        Trial.assertAddsUp(report);
        assertThat(Trial.held(report)).containsExactly("usage.csv:4 email UNKNOWN_PERSON");
        assertThat(report.total().read()).isEqualTo(3);
        assertThat(report.total().added()).isEqualTo(1);
        assertThat(activities(town.district())).containsExactly("Ana 2026-09-17 1");
        assertThat(town.coveredTo())
                .isEqualTo(Map.of("Algebra", "2026-09-17", "English I", "2026-09-17"));
    }
}
