package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.PersonId;
import school.tandem.roster.intake.StaffRole;
import school.tandem.training.StaffRecords.Completed;
import school.tandem.training.StaffRecords.Member;

class TrainingCountTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final DepartmentId ARTS = new DepartmentId(1);

    private final Course quizzes = course(1, "Quizzes", 60, Set.of(StaffRole.TEACHER), false);
    private final Course video = course(2, "Video", 45, Set.of(StaffRole.TEACHER), false);
    private final Course coach = course(3, "Coach", 120, Set.of(), true);
    private final List<Member> staff = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "15,1", "16,2", "30,2", "31,3"})
    void oneCoachIsNeededForEveryFifteenTeachers(int teachers, int needed) {
        for (int i = 0; i < teachers; i++) {
            teacher(true, Map.of());
        }
        assertThat(count(quizzes, coach).coaches()).isEqualTo(new Progress(0, needed, 0));
    }

    @Test
    void moreCoachesThanNeededCountNoMore() {
        teacher(true, Map.of(coach, true));
        teacher(true, Map.of(coach, true));
        teacher(true, Map.of(coach, false));
        assertThat(count(coach).coaches()).isEqualTo(new Progress(1, 0, 0));
    }

    @Test
    void whoSaysTheyAreACoachIsUnknownUntilConfirmed() {
        for (int i = 0; i < 16; i++) {
            teacher(true, i == 0 ? Map.of(coach, false) : Map.of());
        }
        assertThat(count(coach).coaches()).isEqualTo(new Progress(0, 1, 1));
    }

    @Test
    void aSelfLoggedCompletionIsUnknownAndAMissingOneIsEnoughForANo() {
        teacher(true, Map.of(quizzes, true, video, true));
        teacher(true, Map.of(quizzes, true, video, false));
        teacher(true, Map.of(quizzes, false));
        var counted = count(quizzes, video);
        assertThat(counted.completions()).isEqualTo(new Progress(3, 1, 2));
        assertThat(counted.completeTeachers()).isEqualTo(new Progress(1, 1, 1));
    }

    @Test
    void teachersAreThoseOfARunningClassAndAllWhereNoneRuns() {
        teacher(true, Map.of(quizzes, true));
        teacher(false, Map.of());
        assertThat(count(quizzes).completeTeachers()).isEqualTo(new Progress(1, 0, 0));
        assertThat(count(quizzes).teachers()).isEqualTo(1);
        staff.removeFirst();
        assertThat(count(quizzes).completeTeachers()).isEqualTo(new Progress(0, 1, 0));
    }

    @Test
    void completionsAreCountedOfTheRolesThatMust() {
        Course all = course(4, "Sign-in", 30, Set.of(StaffRole.TEACHER, StaffRole.IT), false);
        teacher(true, Map.of());
        staff.add(member(StaffRole.IT, null, false, Map.of(all, true)));
        staff.add(member(StaffRole.OTHER, null, false, Map.of()));
        assertThat(count(all).completions()).isEqualTo(new Progress(1, 1, 0));
        assertThat(count(all).completeTeachers()).isEqualTo(new Progress(0, 1, 0));
    }

    @Test
    void theLastCourseCompletesOnlyThoseOfWhomAllElseIsSure() {
        teacher(true, Map.of(video, true));
        teacher(true, Map.of(video, false));
        teacher(true, Map.of());
        CourseProgress progress =
                count(quizzes, video).courses().stream()
                        .filter(one -> one.course().equals(quizzes))
                        .findFirst()
                        .orElseThrow();
        assertThat(progress.lastOf()).isEqualTo(1);
        assertThat(progress.progress().missing()).isEqualTo(3);
    }

    @Test
    void aDepartmentTooSmallIsNotNamedAndItsPeopleAreCountedOnce() {
        for (int i = 0; i < 4; i++) {
            staff.add(member(StaffRole.TEACHER, ARTS, true, Map.of()));
        }
        assertThat(count(quizzes, video).courses())
                .allSatisfy(one -> assertThat(one.missingIn()).isEmpty());
        assertThat(count(quizzes, video).staffIn(ARTS)).isEqualTo(4);
        staff.add(member(StaffRole.TEACHER, ARTS, true, Map.of()));
        assertThat(count(quizzes, video).courses())
                .allSatisfy(one -> assertThat(one.missingIn()).containsExactly("Arts"));
    }

    @Test
    void withoutACourseNothingIsKnown() {
        teacher(true, Map.of());
        var counted = count();
        assertThat(counted.coaches().all()).isZero();
        assertThat(counted.completeTeachers().all()).isZero();
        assertThat(counted.completions().all()).isZero();
    }

    private TrainingProgress count(Course... courses) {
        return new TrainingCount(List.of(courses), staff).count();
    }

    private void teacher(boolean teaches, Map<Course, Boolean> confirmed) {
        staff.add(member(StaffRole.TEACHER, null, teaches, confirmed));
    }

    private Member member(
            StaffRole role,
            @Nullable DepartmentId department,
            boolean teaches,
            Map<Course, Boolean> confirmed) {
        Map<CourseId, Completed> completed = new HashMap<>();
        confirmed.forEach((course, sure) ->
                completed.put(course.id(), new Completed(course.id(), DAY, sure)));
        return new Member(
                new PersonId(staff.size() + 1L),
                "Somebody",
                null,
                role,
                department,
                department == null ? null : "Arts",
                teaches,
                completed);
    }

    private static Course course(
            long id, String title, int minutes, Set<StaffRole> requiredFor, boolean givesCoach) {
        return new Course(
                new CourseId(id),
                title,
                minutes,
                Requirement.of(requiredFor),
                givesCoach ? Skill.COACH : Skill.TRAINED,
                Practice.ANY,
                1,
                null,
                false);
    }
}
