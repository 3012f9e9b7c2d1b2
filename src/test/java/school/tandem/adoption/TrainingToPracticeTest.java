package school.tandem.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandem.adoption.TrainedStaff.ASSIGNMENT;
import static school.tandem.adoption.TrainedStaff.QUIZ;
import static school.tandem.adoption.TrainedStaff.TRAINED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.adoption.KaplanMeier.Step;
import school.tandem.adoption.Pace.AtRisk;
import school.tandem.disclosure.Shown;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.Departments;
import school.tandem.roster.PersonId;
import school.tandem.roster.Rooms;
import school.tandem.roster.intake.StaffRole;
import school.tandem.training.Completions;
import school.tandem.training.CourseId;
import school.tandem.training.FirstCompletion;
import school.tandem.training.FirstCompletions;
import school.tandem.training.Practice;

/** Who is followed after a training, for how long, and who is not. */
@Tag("database")
class TrainingToPracticeTest {

    private static Rooms rooms;
    private TrainedStaff staff;
    private CourseId course;

    @BeforeAll
    static void open() {
        rooms = Rooms.with("school.tandem.training", "school.tandem.adoption");
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void aCourseOnQuizzes() {
        staff = new TrainedStaff(rooms);
        course = staff.course("Online quizzes", Practice.QUIZZES, null);
    }

    @Test
    void eachTeacherCountsAsWhatIsKnownOfThem() {
        everyKind();
        CoursePractice told = told(null);
        assertThat(told.trained().count()).isEqualTo(10);
        assertThat(told.before().count()).isEqualTo(1);
        assertThat(told.unfollowed().count()).isEqualTo(2);
        assertThat(told.practised().count()).isEqualTo(3);
        assertThat(told.notYet().count()).isEqualTo(4);
        Pace pace = told.pace();
        assertThat(pace.followed()).isEqualTo(7);
        assertThat(pace.half()).isEmpty();
        assertThat(pace.early()).isNull();
        assertThat(pace.atRisk())
                .isEqualTo(
                        Map.of(
                                5, new AtRisk(5),
                                10, new AtRisk(null),
                                20, new AtRisk(0),
                                40, new AtRisk(0)));
        assertThat(pace.curve().stream().map(Step::time)).containsExactly(0, 3);
        assertThat(pace.curveTo()).isEqualTo(7);
    }

    @Test
    void aCourseThatTrainsAnythingIsFollowedByAnything() {
        CourseId any = staff.course("Teaching by video", Practice.ANY, null);
        PersonId[] people = {
            staff.teacher(null, ASSIGNMENT, "2026-09-16"),
            staff.teacher(null, QUIZ, "2026-09-16"),
            staff.teacher(null, ASSIGNMENT, "2026-09-18"),
            staff.teacher(null, ASSIGNMENT, "2026-09-20"),
            staff.teacher(null, 0)
        };
        staff.completed(any, TRAINED, people);
        staff.completed(course, TRAINED, people);
        List<CoursePractice> both = rooms.bean(TrainingToPractice.class).of(staff.school, null);
        assertThat(both.stream().map(one -> one.course().title()))
                .containsExactly("Online quizzes", "Teaching by video");
        assertThat(both.get(0).practised().count()).isEqualTo(1);
        assertThat(both.get(1).practised().count()).isEqualTo(4);
        assertThat(both.get(1).pace().half()).hasValue(4);
    }

    @Test
    void fewerThanFiveAreNotTold() {
        staff.completed(
                course,
                TRAINED,
                staff.teacher(null, QUIZ, "2026-09-16"),
                staff.teacher(null, QUIZ, "2026-09-17"),
                staff.teacher(null, QUIZ, "2026-09-18"),
                staff.teacher(null, 0));
        assertThat(told(null).isHidden()).isTrue();
        staff.completed(course, TRAINED, staff.teacher(null, QUIZ, "2026-09-01"));
        CoursePractice five = told(null);
        assertThat(five.trained().count()).isEqualTo(5);
        assertThat(five.before().count()).isEqualTo(1);
        assertThat(five.practised()).isEqualTo(Told.HIDDEN);
        assertThat(five.notYet()).isEqualTo(Told.HIDDEN);
        assertThat(five.pace()).isNull();
    }

    @Test
    void aDepartmentThatWouldGiveASmallOneAwayIsHiddenToo() {
        everyKind();
        Map<DepartmentId, String> departments = rooms.bean(Departments.class).names(staff.school);
        assertThat(departments.values()).containsExactly("Arts", "Computing");
        departments.keySet().forEach(one -> assertThat(told(one).isHidden()).isTrue());
    }

    @Test
    void ofADepartmentNearlyAllOfWhomDoOnlyABoundIsTold() {
        for (String department : List.of("Arts", "Computing", "Sports")) {
            for (int i = 0; i < 6; i++) {
                boolean does = department.equals("Sports") || i < 3;
                staff.completed(
                        course,
                        TRAINED,
                        does
                                ? staff.teacher(department, QUIZ, "2026-09-2" + i)
                                : staff.teacher(department, 0));
            }
        }
        Map<DepartmentId, String> names = rooms.bean(Departments.class).names(staff.school);
        List<CoursePractice> told = names.keySet().stream().map(this::told).toList();
        assertThat(told).allMatch(one -> one.trained().count() == 6);
        assertThat(told.get(0).practised()).isEqualTo(Told.HIDDEN);
        assertThat(told.get(1).practised().count()).isEqualTo(3);
        assertThat(told.get(1).pace().half()).hasValue(8);
        assertThat(told.get(2).practised().shown()).isEqualTo(new Shown.Over(.8));
        assertThat(told.get(2).notYet().count()).isNull();
        assertThat(told.get(2).pace()).isNull();
        assertThat(told(null).practised().count()).isEqualTo(12);
    }

    @Test
    void whoNearlyAllHadTheHabitIsABoundAndNotTheNumber() {
        trained("Arts", 6, 0, 0);
        trained("Computing", 6, 0, 6);
        trained("Sports", 6, 0, 6);
        List<CoursePractice> told = byDepartment();
        assertThat(told).extracting(one -> one.before().count()).containsOnlyNulls();
        assertThat(told.get(0).trained().count()).isEqualTo(6);
        assertThat(told.get(0).before().shown()).isEqualTo(new Shown.Over(.8));
        assertThat(told.get(1).before()).isEqualTo(Told.HIDDEN);
        assertThat(told.get(2).unfollowed()).isEqualTo(new Told(null, new Shown.Under(.2)));
        assertThat(told.get(2).before()).isEqualTo(Told.HIDDEN);
        assertThat(told(null).before().count()).isEqualTo(18);
    }

    @Test
    void whoHadTheHabitIsToldWhereItGivesNobodyAway() {
        trained("Arts", 4, 3, 5);
        trained("Computing", 4, 3, 5);
        assertThat(byDepartment())
                .hasSize(2)
                .allMatch(one -> Integer.valueOf(4).equals(one.before().count()))
                .allMatch(one -> Integer.valueOf(3).equals(one.unfollowed().count()));
    }

    private List<CoursePractice> byDepartment() {
        return rooms.bean(Departments.class).names(staff.school).keySet().stream()
                .map(this::told)
                .toList();
    }

    /** So many who had the habit, whom no source covers, and who are followed without practice. */
    private void trained(String department, int before, int uncovered, int followed) {
        for (int i = 0; i < before; i++) {
            staff.completed(course, TRAINED, staff.teacher(department, QUIZ, "2026-09-11"));
        }
        for (int i = 0; i < uncovered; i++) {
            PersonId teacher = staff.person(StaffRole.TEACHER, department);
            staff.teaches(teacher, "9999-12-31");
            staff.completed(course, TRAINED, teacher);
        }
        for (int i = 0; i < followed; i++) {
            staff.completed(course, TRAINED, staff.teacher(department, 0));
        }
    }

    @Test
    void aCourseCompletedAgainCountsFromItsFirstTime() {
        CourseId yearly = staff.course("Yearly", Practice.QUIZZES, 6);
        PersonId teacher = staff.teacher(null, 0);
        LocalDate first = LocalDate.of(2025, 9, 1);
        staff.completed(yearly, first, teacher);
        staff.completed(yearly, LocalDate.of(2026, 4, 1), teacher);
        staff.completed(yearly, LocalDate.of(2026, 10, 1), teacher);
        assertThat(rooms.bean(FirstCompletions.class).of(staff.school, LocalDate.of(2026, 10, 5)))
                .containsExactly(new FirstCompletion(yearly, teacher, null, first));
    }

    @Test
    void whatNobodyConfirmedIsNoFirstTime() {
        CourseId yearly = staff.course("Yearly", Practice.QUIZZES, 6);
        PersonId teacher = staff.teacher(null, 0);
        LocalDate first = LocalDate.of(2026, 9, 1);
        rooms.bean(Completions.class)
                .note(staff.school, yearly, List.of(teacher), LocalDate.of(2025, 9, 1));
        rooms.bean(Completions.class).note(staff.school, yearly, List.of(teacher), first);
        rooms.bean(Completions.class).confirm(staff.school, yearly, List.of(teacher));
        assertThat(rooms.bean(FirstCompletions.class).of(staff.school, LocalDate.of(2026, 10, 5)))
                .containsExactly(new FirstCompletion(yearly, teacher, null, first));
    }

    /** Ten teachers who count, four of them of the arts, and two who don't. */
    private void everyKind() {
        PersonId left = staff.teacher("Arts", 0);
        PersonId assignmentsOnly = staff.person(StaffRole.TEACHER, "Computing");
        staff.covered(staff.teaches(assignmentsOnly, "9999-12-31"), ASSIGNMENT);
        PersonId uncovered = staff.person(StaffRole.TEACHER, "Computing");
        staff.teaches(uncovered, "9999-12-31");
        PersonId classEnded = staff.person(StaffRole.TEACHER, "Computing");
        staff.covered(staff.teaches(classEnded, "2026-09-28"), QUIZ);
        staff.completed(
                course,
                TRAINED,
                staff.teacher("Arts", QUIZ, "2026-09-17"),
                staff.teacher("Arts", QUIZ, "2026-09-14"),
                staff.teacher("Arts", ASSIGNMENT, "2026-09-16"),
                left,
                staff.teacher("Computing", QUIZ, "2026-09-01", "2026-09-15"),
                assignmentsOnly,
                uncovered,
                classEnded,
                staff.teacher("Computing", QUIZ, "2026-10-12"),
                staff.teacher("Computing", QUIZ, "2026-08-14", "2026-09-24"),
                staff.person(StaffRole.OTHER, "Computing"));
        staff.left(left, "2026-09-22");
        rooms.bean(Completions.class)
                .note(
                        staff.school,
                        course,
                        List.of(staff.teacher("Computing", QUIZ, "2026-09-15")),
                        TRAINED);
    }

    private CoursePractice told(DepartmentId department) {
        return rooms.bean(TrainingToPractice.class).of(staff.school, department).getFirst();
    }
}
