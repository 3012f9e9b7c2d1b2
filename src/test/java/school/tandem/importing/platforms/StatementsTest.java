package school.tandem.importing.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Statements of xAPI and events of Caliper, a line each, in lists and in envelopes. */
class StatementsTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static Told told(Platform platform, String text) {
        List<ExportFile> files =
                PlatformMutations.files(
                        Map.of("statements.jsonl", text.getBytes(StandardCharsets.UTF_8)));
        assertThat(platform.format(files.getFirst())).isEqualTo(platform.source());
        return Told.by(platform.open(files, ZONE));
    }

    private static String statement(String id, String verb, String type, String when) {
        return """
        {"id": "%s", "actor": {"mbox": "mailto:ana@elm.example", "name": "Ana Sol"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/%s"}, "object": {"id": "http://elm.example/x", "definition": {"type": "http://adlnet.gov/expapi/activities/%s"}}, "timestamp": "%s", "context": {"contextActivities": {"grouping": [{"id": "http://elm.example/courses/alg1", "definition": {"type": "http://adlnet.gov/expapi/activities/course", "name": {"en-US": "Algebra"}}}]}}}
        """
                .formatted(id, verb, type, when);
    }

    @Test
    void verbsSayWhatWasDone() {
        Told told =
                told(
                        new Xapi(),
                        statement("1", "submitted", "assignment", "2026-09-14T14:00:00Z")
                                + statement(
                                        "2", "completed", "assessment", "2026-09-14T14:00:00.123Z")
                                + statement(
                                        "3", "attempted", "assessment", "2026-09-15T02:00:00+00:00")
                                + statement("4", "viewed", "module", "2026-09-15T14:00:00Z")
                                + statement("5", "completed", "lesson", "2026-09-15T14:00:00Z")
                                + statement("6", "logged-in", "module", "2026-09-15T14:00:00Z")
                                + statement("7", "attended", "meeting", "2026-09-15T14:00:00Z"));
        assertThat(told.all)
                .containsExactly(
                        "Ana Sol HANDED_IN on 2026-09-14 in Algebra",
                        "Ana Sol QUIZ on 2026-09-14 in Algebra",
                        "Ana Sol OPENED on 2026-09-14 in Algebra",
                        "Ana Sol OPENED on 2026-09-15 in Algebra",
                        "Ana Sol OPENED on 2026-09-15 in Algebra",
                        "Ana Sol ATTENDED on 2026-09-15 in Algebra");
        assertThat(told.nothing).isEqualTo(1);
        assertThat(told.activities.getFirst().who().email()).isEqualTo("ana@elm.example");
    }

    @Test
    void whatIsVoidedSaysNothing() {
        Told told =
                told(
                        new Xapi(),
                        statement("1", "submitted", "assignment", "2026-09-14T14:00:00Z")
                                + """
                                {"id": "9", "actor": {"mbox": "mailto:a@b.example"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"}, "object": {"objectType": "StatementRef", "id": "1"}, "timestamp": "2026-09-14T14:00:00Z"}
                                """);
        assertThat(told.activities).isEmpty();
        assertThat(told.nothing).isEqualTo(2);
    }

    @Test
    void linesThatCannotBeReadAreHeldAndTheOthersStand() {
        Told told =
                told(
                        new Xapi(),
                        statement("1", "submitted", "assignment", "2026-09-14T14:00:00Z")
                                + "{\"id\": \n"
                                + statement("2", "submitted", "assignment", "")
                                + statement("3", "submitted", "assignment", "last week"));
        assertThat(told.activities).hasSize(1);
        assertThat(told.held)
                .containsExactly("2  NOT_JSON", "3 timestamp BLANK", "4 timestamp NOT_A_DATE");
    }

    private static String event(String type, String action, String object, String role) {
        return """
        {"id": "urn:uuid:1", "type": "%s", "actor": {"id": "https://elm.example/users/5", "type": "Person", "otherIdentifiers": [{"type": "SystemIdentifier", "identifierType": "SisSourcedId", "identifier": "1"}]}, "action": "%s", "object": {"id": "https://elm.example/x", "type": "%s"}, "eventTime": "2026-09-14T14:00:00.000Z", "group": {"id": "https://elm.example/sections/9", "type": "CourseSection", "name": "Algebra"}, "membership": {"roles": ["%s"]}}
        """
                .formatted(type, action, object, role);
    }

    @Test
    void eventsSayWhatLearnersAndInstructorsDo() {
        Told told =
                told(
                        new Caliper(),
                        event(
                                        "AssignableEvent",
                                        "Submitted",
                                        "AssignableDigitalResource",
                                        "Learner")
                                + event("AssessmentEvent", "Submitted", "Assessment", "Learner")
                                + event("AssessmentEvent", "Started", "Assessment", "Learner")
                                + event("ViewEvent", "Viewed", "Page", "Learner")
                                + event(
                                        "SessionEvent",
                                        "LoggedIn",
                                        "SoftwareApplication",
                                        "Learner")
                                + event(
                                        "ResourceManagementEvent",
                                        "Created",
                                        "AssignableDigitalResource",
                                        "Instructor")
                                + event(
                                        "ResourceManagementEvent",
                                        "Published",
                                        "Assessment",
                                        "Instructor")
                                + event("ViewEvent", "Viewed", "Page", "Instructor"));
        assertThat(told.activities)
                .extracting(row -> row.did().name())
                .containsExactly("HANDED_IN", "QUIZ", "OPENED", "OPENED", "SET_WORK", "GAVE_QUIZ");
        assertThat(told.nothing).isEqualTo(2);
        assertThat(told.activities.getFirst().who().words()).contains("1");
    }

    @Test
    void envelopesAreOpened() {
        String event =
                event("AssignableEvent", "Submitted", "AssignableDigitalResource", "Learner")
                        .strip();
        String envelope =
                "{\"sensor\": \"https://elm.example\", \"sendTime\": \"2026-09-14T15:00:00.000Z\", \"dataVersion\": \"http://purl.imsglobal.org/ctx/caliper/v1p2\", \"data\": ["
                        + event
                        + ","
                        + event
                        + "]}\n";
        assertThat(told(new Caliper(), envelope).activities).hasSize(2);
        assertThat(told(new Caliper(), envelope + envelope).activities).hasSize(4);
        assertThat(told(new Caliper(), "[" + event + "]").activities).hasSize(1);
    }

    @Test
    void pagesAndEnvelopesMayBeCollectedInAList() {
        String event =
                event("AssignableEvent", "Submitted", "AssignableDigitalResource", "Learner")
                        .strip();
        String envelope = "{\"sensor\": \"https://elm.example\", \"data\": [" + event + "]}";
        assertThat(told(new Caliper(), "[" + envelope + "," + envelope + "]").activities)
                .hasSize(2);
        String statement =
                statement("1", "submitted", "assignment", "2026-09-14T14:00:00Z").strip();
        assertThat(
                        told(
                                        new Xapi(),
                                        "[{\"statements\": ["
                                                + statement
                                                + "], \"more\": \"/x\"}, {\"statements\": ["
                                                + statement
                                                + "], \"more\": \"\"}]")
                                .activities)
                .hasSize(2);
    }

    @Test
    void aStatementMayStandBesideWhatItsStoreSaysOfIt() {
        String statement =
                statement("1", "submitted", "assignment", "2026-09-14T14:00:00Z").strip();
        Told told =
                told(
                        new Xapi(),
                        "{\"_id\": \"a\", \"voided\": false, \"statement\": " + statement + "}\n");
        assertThat(told.all).containsExactly("Ana Sol HANDED_IN on 2026-09-14 in Algebra");
    }

    @Test
    void rostersIdsAreFoundAmongTheIdentifiersOfAnEvent() {
        Told told =
                told(
                        new Caliper(),
                        """
                        {"id": "urn:uuid:1", "type": "AssignableEvent", "actor": {"id": "https://elm.example/users/5", "type": "Person", "otherIdentifiers": [{"type": "SystemIdentifier", "identifierType": "LtiUserId", "identifier": "lti-9"}, {"type": "SystemIdentifier", "identifierType": "OneRosterSourcedId", "identifier": "u1"}]}, "action": "Submitted", "object": {"type": "AssignableDigitalResource"}, "eventTime": "2026-09-14T14:00:00.000Z", "group": {"id": "https://elm.example/sections/9", "type": "CourseSection", "otherIdentifiers": [{"identifierType": "LtiContextId", "identifier": "ctx"}, {"identifierType": "LisSourcedId", "identifier": "elm.example:k1"}]}}
                        {"id": "urn:uuid:2", "type": "ViewEvent", "actor": "https://elm.example/users/u2", "action": "Viewed", "object": "https://elm.example/pages/7", "eventTime": "2026-09-14T14:00:00.000Z", "membership": {"organization": "https://elm.example/sections/k1", "roles": ["Learner"]}}
                        """);
        assertThat(told.activities)
                .extracting(row -> row.did() + " by " + row.who().words() + " in " + row.course())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("HANDED_IN by [u1] in").contains("id=k1"),
                        two -> assertThat(two).startsWith("OPENED by [u2] in").contains("id=k1"));
    }

    @Test
    void groupsAddressesInHashesAndOpenIdsSayWhoDidIt() {
        String rest =
                """
                "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"}, "object": {"id": "x", "definition": {"type": "http://id.tincanapi.com/activitytype/school-assignment"}}, "stored": "2026-09-14T14:00:00Z", "context": {"contextActivities": {"grouping": {"id": "https://elm.example/course/view.php?id=3", "definition": {"type": "http://id.tincanapi.com/activitytype/lms/course", "extensions": {"https://w3id.org/learning-analytics/learning-management-system/external-id": "k1"}}}}}}
                """;
        Told told =
                told(
                        new Xapi(),
                        "{\"id\": \"1\", \"actor\": {\"objectType\": \"Group\", \"name\": \"A\", \"member\": [{\"mbox\": \"mailto:ana@elm.example\"}, {\"mbox\": \"mailto:ben@elm.example\"}]}, "
                                + rest
                                + "{\"id\": \"2\", \"actor\": {\"mbox_sha1sum\": \"ebd31e95054c018b10727ccffd2ef2ec3a016ee9\"}, "
                                + rest
                                + "{\"id\": \"3\", \"actor\": {\"openid\": \"https://id.elm.example/u2\"}, "
                                + rest);
        assertThat(told.all)
                .containsExactly(
                        "ana@elm.example HANDED_IN on 2026-09-14 in k1",
                        "ben@elm.example HANDED_IN on 2026-09-14 in k1",
                        "ebd31e95054c018b10727ccffd2ef2ec3a016ee9 HANDED_IN on 2026-09-14 in k1",
                        "u2 HANDED_IN on 2026-09-14 in k1");
        assertThat(told.records).hasSize(3);
    }
}
