package school.tandem.training;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import school.tandem.security.Access;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** Counts the training of a school, live: there are few enough staff for two statements to do. */
@Component
public class TrainingFigures {

    private final DistrictTransactions inDistrict;
    private final Courses courses;
    private final StaffRecords staff;
    private final Access access;

    TrainingFigures(
            DistrictTransactions inDistrict, Courses courses, StaffRecords staff, Access access) {
        this.inDistrict = inDistrict;
        this.courses = courses;
        this.staff = staff;
        this.access = access;
    }

    /**
     * What is known now about a day: who was on the staff, what is required of them today, and what
     * they had completed by then. Completions are counted of all staff of a role that a course is
     * required for; teachers are those of a running class, or all where none runs.
     */
    public TrainingProgress of(SchoolKey key, LocalDate day) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.read(
                key.district(),
                () -> {
                    List<Course> all = courses.of(key);
                    return new TrainingCount(all, staff.of(key, day)).count();
                });
    }
}
