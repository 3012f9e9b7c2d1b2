package school.tandem.importing.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.tandem.adoption.intake.Did;
import school.tandem.adoption.intake.HandIn;

/** What Google Classroom's lists, pages and reports say. */
class GoogleClassroomTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static PlatformReader reader(String name, String text) {
        return new GoogleClassroom()
                .open(
                        PlatformMutations.files(
                                Map.of(name, text.getBytes(StandardCharsets.UTF_8))),
                        NEW_YORK);
    }

    private static Told told(String text) {
        return Told.by(reader("export.json", text));
    }

    private static Told submission(String state, String history) {
        return told(
                """
                [{"courseId": "1", "courseWorkId": "2", "userId": "7", "state": "%s",
                  "updateTime": "2026-09-30T10:00:00Z", "submissionHistory": [%s]}]
                """
                        .formatted(state, history));
    }

    private static String change(String state, String at, String actor) {
        return "{\"stateHistory\": {\"state\": \"%s\", \"stateTimestamp\": \"%s\", \"actorUserId\": \"%s\"}}"
                .formatted(state, at, actor);
    }

    @Test
    void listsSayWhoAndWhichClassTheOtherRecordsMean() {
        PlatformSamples sample = PlatformSamples.CLASSROOM_PAGES;
        PlatformReader reader = sample.platform().open(sample.files(), NEW_YORK);
        Told told = Told.by(reader);
        assertThat(told.all)
                .containsExactly(
                        "course 101 is [alg-1, Algebra Period 1, Algebra - Period 1, Period 1,"
                                + " Algebra]",
                        "student 7 is Ana Sol",
                        "student 8 is Cy Ode",
                        "Ana Sol 101/55 HANDED_IN on 2026-09-16",
                        "Ana Sol OPENED on 2026-09-10 in Algebra Period 1",
                        "Cy Ode 101/55 NOT_HANDED_IN on null",
                        "teacher 900 is Ida Poe",
                        // Half past ten in the evening of the day before; a minute to midnight.
                        "work 101/55 «Essay» of Algebra Period 1, null, assigned 2026-08-31, due 2026-09-17",
                        "work 101/56 «Check» of Algebra Period 1, QUIZ, assigned 2026-09-03, due null");
        assertThat(told.nothing).as("the course that ended and the draft").isEqualTo(2);
        assertThat(told.handIns.getFirst().who().email()).isEqualTo("ana@elm.example");
        assertThat(reader.reports())
                .containsExactlyInAnyOrder(Did.HANDED_IN, Did.SET_WORK, Did.OPENED);
        assertThat(reader.until()).isNull();
    }

    @Test
    void objectsOfAllKindsALineAreToldApart() {
        PlatformSamples sample = PlatformSamples.CLASSROOM_LINES;
        Told told = Told.by(sample.platform().open(sample.files(), NEW_YORK));
        assertThat(told.all)
                .containsExactly(
                        "course 101 is [Algebra]",
                        "student 7 is ana@elm.example",
                        "work 101/55 «Essay» of Algebra, null, assigned null, due null",
                        "ana@elm.example 101/55 HANDED_IN on null");
        assertThat(told.nothing).as("an announcement").isEqualTo(1);
    }

    @Test
    void theFirstTurningInIsTheDayWhateverFollowed() {
        Told told =
                submission(
                        "RECLAIMED_BY_STUDENT",
                        String.join(
                                ",",
                                change("CREATED", "2026-09-09T14:00:00Z", "7"),
                                change("TURNED_IN", "2026-09-12T14:00:00Z", "7"),
                                change("RECLAIMED_BY_STUDENT", "2026-09-13T14:00:00Z", "7"),
                                change("TURNED_IN", "2026-09-14T14:00:00Z", "7"),
                                change("RECLAIMED_BY_STUDENT", "2026-09-15T14:00:00Z", "7")));
        assertThat(told.handIns.getFirst().what()).isEqualTo(HandIn.HANDED_IN);
        assertThat(told.handIns.getFirst().on()).isEqualTo(LocalDate.of(2026, 9, 12));
        assertThat(told.activities.getFirst().day()).isEqualTo(LocalDate.of(2026, 9, 9));
        assertThat(told.activities.getFirst().isRecord()).isFalse();
    }

    @Test
    void whatATeacherReturnedUnaskedWasNotHandedIn() {
        Told told =
                submission(
                        "RETURNED",
                        change("CREATED", "2026-09-09T14:00:00Z", "900")
                                + ","
                                + change("RETURNED", "2026-09-12T14:00:00Z", "900"));
        assertThat(told.handIns.getFirst().what()).isEqualTo(HandIn.NOT_HANDED_IN);
        assertThat(told.activities).as("the teacher opened it").isEmpty();
    }

    @Test
    void whatSomebodyElseTurnedInIsNotTheStudents() {
        Told told = submission("RETURNED", change("TURNED_IN", "2026-09-12T14:00:00Z", "900"));
        assertThat(told.handIns.getFirst().what()).isEqualTo(HandIn.NOT_HANDED_IN);
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, NOT_HANDED_IN",
        "CREATED, NOT_HANDED_IN",
        "TURNED_IN, HANDED_IN",
        "RECLAIMED_BY_STUDENT, HANDED_IN",
        "RETURNED, UNKNOWN"
    })
    void withoutAHistoryTheStateDecidesAndNeverTheDay(String state, HandIn what) {
        Told told = submission(state, "");
        assertThat(told.handIns.getFirst().what()).isEqualTo(what);
        assertThat(told.handIns.getFirst().on()).isNull();
    }

    @Test
    void whatCannotBeReadIsHeldWithItsField() {
        Told told =
                told(
                        """
                        {"studentSubmissions": [
                          {"courseId": "1", "courseWorkId": "2", "userId": "7", "state": "BURNT"},
                          {"courseId": "1", "courseWorkId": "2", "userId": "", "state": "NEW"},
                          {"courseId": "1", "courseWorkId": "2", "userId": "7", "state": "NEW",
                           "submissionHistory": [{"stateHistory": {"state": "TURNED_IN", "stateTimestamp": "soon"}}]},
                          7],
                         "courseWork": [{"courseId": "1", "id": "9", "title": "X", "dueDate": {"year": 2026, "month": 2, "day": 31}}]}
                        """);
        assertThat(told.held)
                .containsExactly(
                        "1 state UNKNOWN_WORD",
                        "2 userId BLANK",
                        "3 stateTimestamp NOT_A_DATE",
                        "4  NOT_JSON",
                        "5 dueDate IMPOSSIBLE_DATE");
    }

    @Test
    void workIsDueOnTheClocksOfTheSchool() {
        String work =
                """
                {"courseWork": [{"courseId": "1", "id": "9", "title": "X", "workType": "ASSIGNMENT",
                  "dueDate": {"year": 2026, "month": 9, "day": 18}%s}]}
                """;
        assertThat(told(work.formatted("")).works.getFirst().dueOn())
                .isEqualTo(LocalDate.of(2026, 9, 18));
        // Midnight in Greenwich is left out as 0, and is the evening before in New York.
        assertThat(told(work.formatted(", \"dueTime\": {}")).works.getFirst().dueOn())
                .isEqualTo(LocalDate.of(2026, 9, 17));
        assertThat(told(work.formatted(", \"dueTime\": {\"hours\": 20}")).works.getFirst().dueOn())
                .isEqualTo(LocalDate.of(2026, 9, 18));
        assertThat(
                        told(work.formatted(", \"assigneeMode\": \"INDIVIDUAL_STUDENTS\""))
                                .works
                                .getFirst()
                                .dueOn())
                .as("whoever was not given it does not owe it")
                .isNull();
    }

    @Test
    void whatWasTurnedInOnceIsLateWhereItIsSaid() {
        String late = "TURNED_IN\", \"late\": true, \"x\": \"";
        String once = change("TURNED_IN", "2026-09-18T19:00:00Z", "7");
        assertThat(submission(late, once).handIns.getFirst().late()).isTrue();
        assertThat(submission("TURNED_IN", once).handIns.getFirst().late()).isNull();
        String again = once + "," + change("TURNED_IN", "2026-09-20T19:00:00Z", "7");
        assertThat(submission(late, again).handIns.getFirst().late())
                .as("of the last time, and the first counts")
                .isNull();
    }

    @Test
    void fromAnnouncementsTopicsAndMaterialsNothingFollows() {
        for (String list :
                List.of(
                        "{\"topic\": [{\"courseId\": \"1\", \"topicId\": \"5\", \"name\": \"Unit 1\", \"updateTime\": \"2026-09-01T12:00:00Z\"}]}",
                        "{\"announcements\": [{\"courseId\": \"1\", \"id\": \"9\", \"text\": \"Welcome\", \"state\": \"PUBLISHED\", \"creatorUserId\": \"900\"}]}",
                        "{\"courseWorkMaterial\": [{\"courseId\": \"1\", \"id\": \"3\", \"title\": \"Notes\", \"state\": \"PUBLISHED\"}]}")) {
            assertThat(ClassroomRecords.areIn(list)).as(list).isTrue();
            Told told = told(list);
            assertThat(told.all).as(list).isEmpty();
            assertThat(told.nothing).as(list).isEqualTo(1);
        }
    }

    @Test
    void whatAScriptPutsIntoACourseIsReadAsIfItStoodBesideIt() {
        Told told =
                told(
                        """
                        [{"id": "1", "name": "Algebra", "courseState": "ACTIVE",
                          "students": [{"courseId": "1", "userId": "7",
                            "profile": {"emailAddress": "ana@elm.example", "name": {"fullName": "Ana Sol"}}}],
                          "courseWork": [{"courseId": "1", "id": "2", "title": "Essay", "workType": "ASSIGNMENT",
                            "studentSubmissions": [
                              {"courseId": "1", "courseWorkId": "2", "userId": "7", "state": "TURNED_IN"}, 7]}]}]
                        """);
        assertThat(told.all)
                .containsExactly(
                        "course 1 is [Algebra]",
                        "student 7 is Ana Sol",
                        "work 1/2 «Essay» of Algebra, null, assigned null, due null",
                        "Ana Sol 1/2 HANDED_IN on null",
                        "held 1  7 NOT_JSON");
    }

    @Test
    void worksOfOneTitleAreSeveral() {
        Told told =
                Told.by(
                        reader(
                                "Algebra - Grades.csv",
                                """
                                Last Name,First Name,Email Address,Exit Ticket,Exit Ticket
                                Date,,,2026-09-25,2026-09-18
                                Points,,,5,5
                                Sol,Ana,ana@elm.example,,5
                                """));
        assertThat(told.all)
                .containsExactly(
                        "work algebra/exit ticket #2 «Exit Ticket» of Algebra, null, assigned null, due 2026-09-25",
                        "work algebra/exit ticket «Exit Ticket» of Algebra, null, assigned null, due 2026-09-18",
                        "Ana Sol algebra/exit ticket #2 UNKNOWN on null",
                        "Ana Sol algebra/exit ticket HANDED_IN on null");
    }

    @Test
    void pagesThatAToolGatheredInAListAreReadOneAfterTheOther() {
        String one =
                "{\"courseId\": \"1\", \"courseWorkId\": \"2\", \"userId\": \"%s\", \"state\": \"NEW\"}";
        String seven = one.formatted("7");
        String eight = one.formatted("8");
        List<String> gathered =
                List.of(
                        "[{\"studentSubmissions\": [%s], \"nextPageToken\": \"x\"}, {\"studentSubmissions\": [%s]}]",
                        "[[%s], [%s]]", "{\"studentSubmissions\": [[%s], [%s]]}");
        for (String list : gathered) {
            Told told = told(list.formatted(seven, eight));
            assertThat(told.all)
                    .as(list)
                    .containsExactly("7 1/2 NOT_HANDED_IN on null", "8 1/2 NOT_HANDED_IN on null");
            assertThat(told.records).extracting(At::line).containsExactly(1L, 2L);
        }
    }

    @Test
    void theCourseBesideItsListsIsRead() {
        Told told =
                told(
                        """
                        {"course": {"id": "1", "name": "Algebra", "courseState": "ACTIVE"},
                         "courseWork": [{"courseId": "1", "id": "2", "title": "Essay", "workType": "ASSIGNMENT"}]}
                        """);
        assertThat(told.all)
                .containsExactly(
                        "work 1/2 «Essay» of Algebra, null, assigned null, due null",
                        "course 1 is [Algebra]");
    }

    @Test
    void gradesAsATeacherDownloadsThemSayWhatWasHandedInAndNotWhen() {
        PlatformSamples sample = PlatformSamples.CLASSROOM_GRADEBOOK;
        PlatformReader reader = sample.platform().open(sample.files(), NEW_YORK);
        Told told = Told.by(reader);
        assertThat(told.all)
                .containsExactly(
                        "work algebra/essay «Essay» of Algebra, null, assigned null, due 2026-09-26",
                        "work algebra/check «Check» of Algebra, null, assigned null, due null",
                        "Ana Sol algebra/essay HANDED_IN on null",
                        "Ana Sol algebra/check UNKNOWN on null",
                        "Ben Wu algebra/essay UNKNOWN on null",
                        "Ben Wu algebra/check HANDED_IN on null");
        assertThat(told.nothing).as("days, points and averages").isEqualTo(3);
        assertThat(told.handIns.getFirst().course().isNamed()).isFalse();
        assertThat(reader.reports()).isEmpty();
    }

    @Test
    void gradesMayBeInSpanish() {
        Told told =
                Told.by(
                        reader(
                                "Álgebra - Calificaciones.csv",
                                """
                                Apellidos;Nombre;Dirección de correo electrónico;Ensayo;Promedio
                                Fecha;;;26/09/2026;
                                Puntos;;;10;
                                Sol;Ana;ana@elm.example;9,5;9,5
                                """));
        assertThat(told.all)
                .containsExactly(
                        "work álgebra/ensayo «Ensayo» of Álgebra, null, assigned null, due 2026-09-26",
                        "Ana Sol álgebra/ensayo HANDED_IN on null");
    }

    @Test
    void aUsageReportSaysOnWhichDayClassroomWasUsedLast() {
        PlatformSamples sample = PlatformSamples.CLASSROOM_USAGE;
        PlatformReader reader = sample.platform().open(sample.files(), NEW_YORK);
        Told told = Told.by(reader);
        assertThat(told.all).containsExactly("ana@elm.example OPENED on 2026-09-16 in null");
        assertThat(told.nothing).as("signed in, and did nothing in Classroom").isEqualTo(1);
        assertThat(reader.reports()).containsExactly(Did.OPENED);
        assertThat(reader.until()).isEqualTo(LocalDate.of(2026, 9, 16));
    }

    @Test
    void usageAsItsInterfaceReturnsItLeavesTeachersOut() {
        PlatformSamples sample = PlatformSamples.CLASSROOM_USAGE_REPORTS;
        PlatformReader reader = sample.platform().open(sample.files(), NEW_YORK);
        Told told = Told.by(reader);
        assertThat(told.all).containsExactly("ana@elm.example OPENED on 2026-09-17 in null");
        assertThat(told.nothing).as("a teacher, and one who never did").isEqualTo(2);
        assertThat(reader.until()).isEqualTo(LocalDate.of(2026, 9, 17));
    }

    @Test
    void aTableOfTheSameReportMayCallItsColumnsOtherwise() {
        Told told =
                Told.by(
                        reader(
                                "gam.csv",
                                """
                                email,date,classroom:num_posts_created,classroom:role,classroom:timestamp_last_interaction
                                ana@elm.example,2026-09-17,3,student,2026-09-17T14:00:00.000Z
                                ida@elm.example,2026-09-17,3,teacher,2026-09-17T14:00:00.000Z
                                ,2026-09-17,3,student,2026-09-17T14:00:00.000Z
                                """));
        assertThat(told.all)
                .containsExactly(
                        "ana@elm.example OPENED on 2026-09-17 in null", "held 4 email  BLANK");
    }

    @Test
    void usageMayCountItsMomentsFrom1970() {
        Told table =
                Told.by(
                        reader(
                                "gam.csv",
                                """
                                email,date,classroom:classroom_last_usage_date_usec,classroom:timestamp_last_interaction
                                ana@elm.example,2026-09-17,1789610400000000,
                                ben@elm.example,2026-09-17,,1789610400000
                                cy@elm.example,2026-09-17,0,Never
                                Dee Ray,2026-09-17,,2026-09-17T02:00:00Z
                                """));
        assertThat(table.all)
                .containsExactly(
                        "ana@elm.example OPENED on 2026-09-16 in null",
                        "ben@elm.example OPENED on 2026-09-16 in null",
                        "Dee Ray OPENED on 2026-09-16 in null");
        assertThat(table.activities.getLast().who().name()).isEqualTo("Dee Ray");
        Told report =
                told(
                        """
                        {"usageReports": [{"date": "2026-09-17", "entity": {"userEmail": "ana@elm.example"},
                          "parameters": [{"name": "classroom:timestamp_last_interaction", "intValue": "1789610400000"},
                            {"name": "classroom:classroom_last_usage_date_usec", "intValue": "0"}]}]}
                        """);
        assertThat(report.all).containsExactly("ana@elm.example OPENED on 2026-09-16 in null");
    }

    @Test
    void anEmptyPageBesideOthersIsNoObstacle() {
        List<ExportFile> files =
                PlatformMutations.files(
                        new java.util.TreeMap<>(
                                Map.of(
                                        "1.json", "{}".getBytes(StandardCharsets.UTF_8),
                                        "2.json",
                                                "{\"studentSubmissions\": []}"
                                                        .getBytes(StandardCharsets.UTF_8),
                                        "3.json",
                                                "{\"courses\": [{\"id\": \"1\", \"courseState\": \"ACTIVE\"}]}"
                                                        .getBytes(StandardCharsets.UTF_8))));
        assertThat(Platforms.of(files)).map(Platform::source).hasValue("google-classroom");
        assertThat(Platforms.of(files.subList(0, 2))).isEmpty();
    }
}
