package school.tandem.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.disclosure.Tally;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Access;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;
import school.tandem.training.StaffRecords.Completed;
import school.tandem.training.StaffRecords.Member;

/** Departments by courses, and the people behind: who misses what. */
@Component
public class CourseMatrix {

    /**
     * Departments by the courses that are required of anybody.
     *
     * @param departments by name
     */
    public record Matrix(
            List<Course> courses,
            Map<DepartmentId, String> departments,
            Map<DepartmentId, Map<CourseId, Tally>> cells) {

        /** Of the department's people who must complete the course, those who have. */
        public Tally of(DepartmentId department, CourseId course) {
            return cells.getOrDefault(department, Map.of()).getOrDefault(course, Tally.NONE);
        }
    }

    /** Somebody of the staff, with the required courses that they miss; not one that waits. */
    public record Gap(String name, @Nullable String department, List<String> courses) {}

    /**
     * What somebody did of a course.
     *
     * @param email empty: none is known
     * @param department empty: none
     * @param completedOn null: not yet
     */
    public record Line(
            String name,
            String email,
            StaffRole role,
            String department,
            String course,
            boolean required,
            CompletionState state,
            @Nullable LocalDate completedOn) {}

    private final DistrictTransactions inDistrict;
    private final Courses courses;
    private final StaffRecords staff;
    private final Schools schools;
    private final Access access;

    CourseMatrix(
            DistrictTransactions inDistrict,
            Courses courses,
            StaffRecords staff,
            Schools schools,
            Access access) {
        this.inDistrict = inDistrict;
        this.courses = courses;
        this.staff = staff;
        this.schools = schools;
        this.access = access;
    }

    /** The matrix as it stands today. */
    public Matrix of(SchoolKey key) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.read(
                key.district(), () -> matrix(required(key), staff.of(key, today(key))));
    }

    /** Who misses anything that is required of them, by name. */
    public List<Gap> gaps(SchoolKey key) {
        access.require(key, Permission.SEE_STAFF);
        return inDistrict.read(
                key.district(),
                () -> {
                    List<Course> all = required(key);
                    List<Gap> gaps = new ArrayList<>();
                    for (Member member : staff.of(key, today(key))) {
                        List<String> missing =
                                all.stream().filter(member::misses).map(Course::title).toList();
                        if (!missing.isEmpty()) {
                            gaps.add(new Gap(member.name(), member.departmentName(), missing));
                        }
                    }
                    return gaps;
                });
    }

    /** Everybody by every course that is required of them or that they did, by name. */
    public List<Line> lines(SchoolKey key) {
        access.require(key, Permission.SEE_STAFF);
        return inDistrict.read(
                key.district(),
                () -> {
                    List<Course> all = courses.of(key);
                    List<Line> lines = new ArrayList<>();
                    for (Member member : staff.of(key, today(key))) {
                        for (Course course : all) {
                            addLine(lines, member, course);
                        }
                    }
                    return lines;
                });
    }

    private static void addLine(List<Line> lines, Member member, Course course) {
        boolean required = concerns(course, member);
        Completed completed = member.completed().get(course.id());
        if (required || completed != null) {
            lines.add(
                    new Line(
                            member.name(),
                            orEmpty(member.email()),
                            member.role(),
                            orEmpty(member.departmentName()),
                            course.title(),
                            required,
                            member.state(course.id()),
                            completed == null ? null : completed.on()));
        }
    }

    private static Matrix matrix(List<Course> courses, List<Member> staff) {
        Map<DepartmentId, String> names = new HashMap<>();
        Map<DepartmentId, Map<CourseId, Progress>> counted = new HashMap<>();
        for (Member member : staff) {
            DepartmentId department = member.department();
            if (department != null) {
                names.put(department, orEmpty(member.departmentName()));
                for (Course course : courses) {
                    if (concerns(course, member)) {
                        counted.computeIfAbsent(department, one -> new HashMap<>())
                                .merge(
                                        course.id(),
                                        Progress.NONE.plus(member.state(course.id())),
                                        (all, one) -> all.plus(member.state(course.id())));
                    }
                }
            }
        }
        Map<DepartmentId, String> byName = new LinkedHashMap<>();
        names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                .forEach(entry -> byName.put(entry.getKey(), entry.getValue()));
        Map<DepartmentId, Map<CourseId, Tally>> cells = new HashMap<>();
        counted.forEach((department, row) -> {
            Map<CourseId, Tally> tallies = new HashMap<>();
            row.forEach((course, progress) -> tallies.put(course, tally(progress)));
            cells.put(department, tallies);
        });
        return new Matrix(courses, byName, cells);
    }

    private static Tally tally(Progress progress) {
        return new Tally(progress.done(), progress.done() + progress.missing(), progress.all());
    }

    private List<Course> required(SchoolKey key) {
        return courses.of(key).stream().filter(Course::isRequired).toList();
    }

    private static boolean concerns(Course course, Member member) {
        return course.isRequiredFor(member.role(), member.department());
    }

    private LocalDate today(SchoolKey key) {
        return schools.today(schools.find(key));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
