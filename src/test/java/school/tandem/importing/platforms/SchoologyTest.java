package school.tandem.importing.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.tandem.adoption.intake.Did;
import school.tandem.adoption.intake.HandIn;

/** What Schoology's usage analytics and grades say. */
class SchoologyTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static PlatformReader reader(PlatformSamples sample) {
        return sample.platform().open(sample.files(), NEW_YORK);
    }

    @Test
    void whatStudentsAndTeachersDoInCoursesIsToldByItsLocalDay() {
        PlatformReader reader = reader(PlatformSamples.SCHOOLOGY_USAGE);
        Told told = Told.by(reader);
        assertThat(told.all)
                .containsExactly(
                        // Two in the morning in Greenwich is the evening before in New York.
                        "Ana Sol OPENED on 2026-09-16 in Algebra Section 1",
                        "Ana Sol HANDED_IN on 2026-09-17 in Algebra Section 1",
                        "Ana Sol QUIZ on 2026-09-18 in Algebra Section 1",
                        "Ana Sol QUIZ on 2026-09-19 in Algebra Section 1",
                        "Ana Sol OPENED on 2026-09-20 in Algebra Section 1",
                        "Ida Poe SET_WORK on 2026-09-16 in Algebra Section 1",
                        "Ida Poe GAVE_QUIZ on 2026-09-16 in Algebra Section 1",
                        "Ida Poe TOOK_ATTENDANCE on 2026-09-16 in Algebra Section 1",
                        "held 15 last_event_timestamp yesterday NOT_A_DATE",
                        "held 16 action_type  BLANK");
        assertThat(told.nothing)
                .as("a session, a group, a teacher's reading, an administrator, an unknown act")
                .isEqualTo(5);
        assertThat(reader.reports())
                .containsExactlyInAnyOrder(
                        Did.OPENED,
                        Did.HANDED_IN,
                        Did.QUIZ,
                        Did.SET_WORK,
                        Did.GAVE_QUIZ,
                        Did.TOOK_ATTENDANCE);
        assertThat(told.activities.getFirst().who())
                .isEqualTo(
                        new Who("unique_user_id", "501", "1", "ana@elm.example", "ana", "Ana Sol"));
        assertThat(told.activities.getFirst().course())
                .isEqualTo(new Course("course_name", "9", null, "Algebra", "Section 1"));
    }

    @Test
    void attendanceIsReportedOnlyWhereSomeIsTakenThere() {
        PlatformReader reader =
                new Schoology()
                        .open(
                                PlatformMutations.files(
                                        Map.of(
                                                "usage.csv",
                                                """
                                                Role_Name;Email;Action_Type;Item_Type;Course_Name;Last_Event_Timestamp
                                                Estudiante;ana@elm.example;read;page;Algebra;2026-09-17 15:00:00
                                                """
                                                        .getBytes(StandardCharsets.UTF_8))),
                                NEW_YORK);
        assertThat(reader.reports()).doesNotContain(Did.TOOK_ATTENDANCE).contains(Did.OPENED);
        assertThat(Told.by(reader).all)
                .containsExactly("ana@elm.example OPENED on 2026-09-17 in Algebra");
    }

    @Test
    void aRowForEachGradeNeverSaysTheDay() {
        PlatformReader reader = reader(PlatformSamples.SCHOOLOGY_GRADES);
        Told told = Told.by(reader);
        assertThat(told.handIns)
                .extracting(row -> row.who().shown() + " " + row.what() + " " + row.on())
                .containsExactly(
                        "Ana Sol HANDED_IN null",
                        "Ben Wu UNKNOWN null",
                        "Cy Ode NOT_HANDED_IN null",
                        "Ana Sol EXEMPT null",
                        "Ben Wu HANDED_IN null",
                        "Cy Ode UNKNOWN null");
        assertThat(told.works)
                .extracting(work -> work.title() + " " + work.kind() + " " + work.dueOn())
                .containsExactly(
                        "Essay null 2026-09-18",
                        "Essay null 2026-09-18",
                        "Essay null null",
                        "Unit 1 QUIZ null",
                        "Unit 1 QUIZ null",
                        "Unit 1 QUIZ null");
        assertThat(told.works.stream().map(Work::id).distinct()).hasSize(2);
        assertThat(reader.reports()).as("no day is known, so none is a no").isEmpty();
    }

    @Test
    void aGradebookHasAColumnForEachMaterialAndItsFileNamesTheCourse() {
        Told told = Told.by(reader(PlatformSamples.SCHOOLOGY_GRADEBOOK));
        assertThat(told.handIns)
                .extracting(row -> row.who().shown() + " " + row.workColumn() + " " + row.what())
                .containsExactly(
                        "Ana Sol Essay (Max Points: 10) HANDED_IN",
                        "Ana Sol Unit 1 Test (Max Points: 20) EXEMPT",
                        "Ben Wu Essay (Max Points: 10) UNKNOWN",
                        "Ben Wu Unit 1 Test (Max Points: 20) NOT_HANDED_IN");
        assertThat(told.works.stream().map(Work::title).distinct())
                .containsExactly("Essay", "Unit 1 Test");
        assertThat(told.works.getFirst().course()).isNotNull();
        assertThat(told.works.getFirst().course().words())
                .startsWith("Algebra section 1")
                .endsWith("Algebra");
    }

    @Test
    void sumsAndWhatNeedsNoDateAreNoTrouble() {
        Told grades =
                Told.by(
                        reader(
                                "grades.csv",
                                """
                                Unique User ID,First Name,Last Name,Course Name,Section Name,Assignment Title,Assignment Due Date,Max Points,Grade
                                1,Ana,Sol,Algebra,Section 1,Essay,0000-00-00 00:00:00,10,9
                                """));
        assertThat(grades.held).isEmpty();
        assertThat(grades.works.getFirst().dueOn()).isNull();

        Told book =
                Told.by(
                        reader(
                                "book.csv",
                                """
                                Name,Unique User ID,Grade,Essay,Quarter 1,MP2 Grade,Percentage,Final
                                "Sol, Ana",1,9,8,95,A,95,A
                                """));
        assertThat(book.works).extracting(Work::title).containsExactly("Essay");
        assertThat(book.handIns.getFirst().who().name()).isEqualTo("Ana Sol");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Overall,Average Rate of Change (Max Points: 10),Role of DNA - 20 pts,Essay (Max Points: 10),Overall (100 pts)"
                        + " | Average Rate of Change, Role of DNA, Essay",
                "Essay 1,Quiz 2,Extra Credit (5 pts),Overall | Essay 1, Quiz 2, Extra Credit",
                "Exit Ticket (Max Points: 5),Exit Ticket (Max Points: 5) | Exit Ticket, Exit Ticket #2"
            })
    void whatIsMaterialIsReadWhateverItsTitle(String headers, String works) {
        String cells = "9,".repeat(headers.split(",").length);
        Told told =
                Told.by(
                        reader(
                                "book.csv",
                                "Unique User ID,First Name,Last Name,%s\n1,Ana,Sol,%s\n"
                                        .formatted(
                                                headers, cells.substring(0, cells.length() - 1))));
        assertThat(told.works).extracting(Work::title).containsExactly(works.split(", "));
        assertThat(told.handIns).hasSameSizeAs(told.works);
        assertThat(told.handIns.stream().map(HandedIn::workId).distinct())
                .hasSameSizeAs(told.works);
    }

    @Test
    void aGradebookWithoutIdsIsKnownByItsPoints() {
        String text =
                """
                First Name,Last Name,Essay - 10 pts,Quiz 1 (20 points),Overall
                Ana,Sol,9,,95
                ,Average,8,7,90
                """;
        assertThat(new Schoology().format(file("book.csv", text))).isEqualTo("schoology-gradebook");
        Told told = Told.by(reader("book.csv", text.replace(",Average", ",")));
        assertThat(told.all)
                .contains(
                        "Ana Sol book/essay HANDED_IN on null",
                        "Ana Sol book/quiz 1 UNKNOWN on null");
        assertThat(told.handIns.getFirst().who().column()).isEqualTo("Last Name");
        assertThat(told.nothing).as("two sums of nobody").isEqualTo(2);
    }

    @Test
    void gradesOfWholePeriodsAreOfNoWork() {
        String text =
                """
                Unique User ID,First Name,Last Name,Course Name,Section Name,Section School Code,Grading Period,Grade,Grade Percentage
                1,Ana,Sol,Algebra,Section 1,alg-1,Q1,A,95
                """;
        assertThat(new Schoology().format(file("overall.csv", text))).isEmpty();
    }

    private static ExportFile file(String name, String text) {
        return PlatformMutations.files(Map.of(name, text.getBytes(StandardCharsets.UTF_8)))
                .getFirst();
    }

    private static PlatformReader reader(String name, String text) {
        return new Schoology().open(List.of(file(name, text)), NEW_YORK);
    }

    @Test
    void aListOfAccountsIsNoGradebook() {
        assertThat(
                        Platforms.of(
                                PlatformMutations.files(
                                        Map.of(
                                                "users.csv",
                                                "Unique User ID,First Name,Last Name,Role,Nickname\n1,Ana,Sol,Student,A\n"
                                                        .getBytes(StandardCharsets.UTF_8)))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', UNKNOWN",
        "-, UNKNOWN",
        "0, UNKNOWN",
        "0.00, UNKNOWN",
        "-3, UNKNOWN",
        "7, HANDED_IN",
        "0.5, HANDED_IN",
        "95%, HANDED_IN",
        "9 / 10, HANDED_IN",
        "B+, HANDED_IN",
        "F, UNKNOWN",
        "Incomplete, UNKNOWN",
        "Meets, UNKNOWN",
        "MISSING, NOT_HANDED_IN",
        "Excused, EXEMPT"
    })
    void aMarkAboveZeroIsOfSomethingHandedIn(String mark, HandIn what) {
        assertThat(Mark.of(mark)).isEqualTo(what);
    }
}
