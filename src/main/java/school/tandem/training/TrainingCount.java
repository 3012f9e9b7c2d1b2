package school.tandem.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.intake.StaffRole;
import school.tandem.training.StaffRecords.Member;

/** Turns courses and staff into the progress of a school. */
final class TrainingCount {

    /** One coach helps so many teachers. */
    static final int TEACHERS_PER_COACH = 15;

    private final List<Course> courses;
    private final List<Member> staff;

    TrainingCount(List<Course> courses, List<Member> staff) {
        this.courses = courses;
        this.staff = staff;
    }

    TrainingProgress count() {
        List<Member> teachers = staff.stream().filter(m -> m.role() == StaffRole.TEACHER).toList();
        List<CourseProgress> required = new ArrayList<>();
        Map<DepartmentId, Progress> byDepartment = new HashMap<>();
        Progress completions = Progress.NONE;
        for (Course course : courses) {
            List<Member> obliged =
                    staff.stream().filter(member -> course.isRequiredFor(member.role())).toList();
            for (Member member : obliged) {
                CompletionState state = member.state(course.id());
                completions = completions.plus(state);
                DepartmentId department = member.department();
                if (department != null) {
                    byDepartment.merge(
                            department, Progress.NONE.plus(state), (all, one) -> all.plus(state));
                }
            }
            if (!course.requiredFor().isEmpty()) {
                required.add(progress(course, obliged));
            }
        }
        required.sort(
                Comparator.comparingLong((CourseProgress one) -> one.progress().missing())
                        .reversed());
        return new TrainingProgress(
                teachers.size(),
                completions,
                complete(teachers),
                coaches(teachers.size()),
                byDepartment,
                required);
    }

    private CourseProgress progress(Course course, List<Member> obliged) {
        Progress progress = Progress.NONE;
        Map<String, Long> missing = new HashMap<>();
        for (Member member : obliged) {
            CompletionState state = member.state(course.id());
            progress = progress.plus(state);
            String department = member.departmentName();
            if (state == CompletionState.MISSING && department != null) {
                missing.merge(department, 1L, Long::sum);
            }
        }
        return new CourseProgress(course, progress, lastOf(course), most(missing));
    }

    /** Teachers whom nothing but this course keeps from having completed all. */
    private int lastOf(Course course) {
        List<Course> others =
                courses.stream()
                        .filter(other -> other.isRequiredFor(StaffRole.TEACHER))
                        .filter(other -> !other.id().equals(course.id()))
                        .toList();
        return (int)
                staff.stream()
                        .filter(member -> member.role() == StaffRole.TEACHER)
                        .filter(member -> course.isRequiredFor(member.role()))
                        .filter(member -> member.state(course.id()) == CompletionState.MISSING)
                        .filter(member ->
                                others.stream()
                                        .allMatch(o ->
                                                member.state(o.id()) != CompletionState.MISSING))
                        .count();
    }

    private static List<String> most(Map<String, Long> missing) {
        return missing.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(2)
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    private Progress complete(List<Member> teachers) {
        List<CourseId> all =
                courses.stream()
                        .filter(course -> course.isRequiredFor(StaffRole.TEACHER))
                        .map(Course::id)
                        .toList();
        Progress complete = Progress.NONE;
        if (!all.isEmpty()) {
            for (Member teacher : teachers) {
                complete = complete.plus(least(teacher, all));
            }
        }
        return complete;
    }

    /** What is known of all of them together: one that is missing is enough for a no. */
    private static CompletionState least(Member teacher, List<CourseId> all) {
        return all.stream()
                .map(teacher::state)
                .min(Comparator.naturalOrder())
                .orElse(CompletionState.MISSING);
    }

    private Progress coaches(int teachers) {
        if (courses.isEmpty()) {
            return Progress.NONE;
        }
        List<CourseId> give = courses.stream().filter(Course::givesCoach).map(Course::id).toList();
        int needed = (teachers + TEACHERS_PER_COACH - 1) / TEACHERS_PER_COACH;
        long confirmed = 0;
        long logged = 0;
        for (Member member : staff) {
            CompletionState best =
                    give.stream()
                            .map(member::state)
                            .max(Comparator.naturalOrder())
                            .orElse(CompletionState.MISSING);
            confirmed += best == CompletionState.CONFIRMED ? 1 : 0;
            logged += best == CompletionState.LOGGED ? 1 : 0;
        }
        long done = Math.min(confirmed, needed);
        long unconfirmed = Math.min(logged, needed - done);
        return new Progress(done, needed - done - unconfirmed, unconfirmed);
    }
}
