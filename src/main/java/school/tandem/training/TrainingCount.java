package school.tandem.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.tandem.disclosure.Suppression;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.PersonId;
import school.tandem.roster.intake.StaffRole;
import school.tandem.training.StaffRecords.Member;

/** Turns courses and staff into the progress of a school. */
final class TrainingCount {

    /** One coach helps so many teachers. */
    static final int TEACHERS_PER_COACH = 15;

    private final List<Course> courses;
    private final List<Member> staff;
    private final List<Member> teachers;

    TrainingCount(List<Course> courses, List<Member> staff) {
        this.courses = courses;
        this.staff = staff;
        this.teachers = teachers(staff);
    }

    /** Who teaches a running class; where no class runs, whoever is a teacher. */
    private static List<Member> teachers(List<Member> staff) {
        List<Member> all = staff.stream().filter(m -> m.role() == StaffRole.TEACHER).toList();
        List<Member> teaching = all.stream().filter(Member::teaches).toList();
        return teaching.isEmpty() ? all : teaching;
    }

    TrainingProgress count() {
        List<CourseProgress> required = new ArrayList<>();
        Map<DepartmentId, Progress> byDepartment = new HashMap<>();
        Map<DepartmentId, Set<PersonId>> people = new HashMap<>();
        Progress completions = Progress.NONE;
        for (Course course : courses) {
            List<Member> obliged =
                    staff.stream()
                            .filter(member ->
                                    course.isRequiredFor(member.role(), member.department()))
                            .toList();
            for (Member member : obliged) {
                CompletionState state = member.state(course.id());
                completions = completions.plus(state);
                DepartmentId department = member.department();
                if (department != null) {
                    byDepartment.merge(
                            department, Progress.NONE.plus(state), (all, one) -> all.plus(state));
                    people.computeIfAbsent(department, d -> new HashSet<>()).add(member.id());
                }
            }
            if (course.isRequired()) {
                required.add(progress(course, obliged));
            }
        }
        required.sort(
                Comparator.comparingLong((CourseProgress one) -> one.progress().missing())
                        .reversed());
        return new TrainingProgress(
                teachers.size(),
                completions,
                complete(),
                coaches(teachers.size()),
                coachMinutes(),
                byDepartment,
                people.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().size())),
                required);
    }

    private CourseProgress progress(Course course, List<Member> obliged) {
        Progress progress = Progress.NONE;
        Map<String, Long> missing = new HashMap<>();
        Map<String, Long> people = new HashMap<>();
        for (Member member : obliged) {
            CompletionState state = member.state(course.id());
            progress = progress.plus(state);
            String department = member.departmentName();
            if (department != null) {
                people.merge(department, 1L, Long::sum);
                if (state == CompletionState.MISSING) {
                    missing.merge(department, 1L, Long::sum);
                }
            }
        }
        // A department so small would be told who of it misses the course.
        missing.keySet().removeIf(name -> people.getOrDefault(name, 0L) < Suppression.STAFF);
        return new CourseProgress(course, progress, lastOf(course), most(missing));
    }

    /**
     * Teachers whom nothing but this course keeps from having completed all: what they said of
     * others and nobody confirmed may still turn out otherwise.
     */
    private int lastOf(Course course) {
        return (int)
                teachers.stream()
                        .filter(member -> course.isRequiredFor(member.role(), member.department()))
                        .filter(member -> member.state(course.id()) == CompletionState.MISSING)
                        .filter(member ->
                                requiredOf(member)
                                        .filter(other -> !other.equals(course.id()))
                                        .allMatch(other ->
                                                member.state(other) == CompletionState.CONFIRMED))
                        .count();
    }

    private Stream<CourseId> requiredOf(Member member) {
        return courses.stream()
                .filter(course -> course.isRequiredFor(member.role(), member.department()))
                .map(Course::id);
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

    /** Of the teachers of whom anything is required, those who have completed all of it. */
    private Progress complete() {
        Progress complete = Progress.NONE;
        for (Member teacher : teachers) {
            Optional<CompletionState> least =
                    requiredOf(teacher).map(teacher::state).min(Comparator.naturalOrder());
            complete = least.isEmpty() ? complete : complete.plus(least.get());
        }
        return complete;
    }

    private @Nullable Integer coachMinutes() {
        return courses.stream()
                .filter(Course::givesCoach)
                .map(Course::minutes)
                .min(Comparator.naturalOrder())
                .orElse(null);
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
