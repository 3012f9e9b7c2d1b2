package school.tandem.adoption.ui;

import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.CoursePractice;
import school.tandem.roster.DepartmentId;
import school.tandem.security.NotHere;
import school.tandem.training.CourseId;

/**
 * Which courses, and teachers of which department, as the address says.
 *
 * @param course null: all
 * @param department null: all
 */
record PracticeFilter(@Nullable CourseId course, @Nullable DepartmentId department) {

    static final String COURSE = "course";
    static final String DEPARTMENT = "department";

    static PracticeFilter in(Location location) {
        Long course = id(location, COURSE);
        Long department = id(location, DEPARTMENT);
        return new PracticeFilter(
                course == null ? null : new CourseId(course),
                department == null ? null : new DepartmentId(department));
    }

    private static @Nullable Long id(Location location, String name) {
        String said = location.getQueryParameters().getSingleParameter(name).orElse("");
        if (said.isEmpty()) {
            return null;
        }
        if (!said.matches("\\d{1,18}")) {
            throw new NotHere(name);
        }
        return Long.parseLong(said);
    }

    /**
     * Itself.
     *
     * @throws NotHere if the school has no such department
     */
    PracticeFilter known(Map<DepartmentId, String> departments) {
        if (department != null && !departments.containsKey(department)) {
            throw new NotHere("Department " + department);
        }
        return this;
    }

    List<CoursePractice> in(List<CoursePractice> all) {
        return all.stream()
                .filter(one -> course == null || one.course().id().equals(course))
                .toList();
    }

    PracticeFilter course(@Nullable CourseId other) {
        return new PracticeFilter(other, department);
    }

    PracticeFilter department(@Nullable DepartmentId other) {
        return new PracticeFilter(course, other);
    }
}
