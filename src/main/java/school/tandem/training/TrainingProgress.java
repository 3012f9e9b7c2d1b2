package school.tandem.training;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.DepartmentId;

/**
 * The training of a school on a day, as readiness counts it.
 *
 * @param teachers how many teach a class that runs on the day; before any class is known, all
 * @param completions of required courses, over all whom they are required of
 * @param completeTeachers teachers with all that they must complete
 * @param coaches out of one for every fifteen teachers; none where no course is there
 * @param coachMinutes how long the shortest course takes that makes somebody a coach; null: none
 *     does
 * @param byDepartment the required completions of its teachers and other staff
 * @param staffByDepartment of how many people these are
 * @param courses each required course, most missed first
 */
public record TrainingProgress(
        int teachers,
        Progress completions,
        Progress completeTeachers,
        Progress coaches,
        @Nullable Integer coachMinutes,
        Map<DepartmentId, Progress> byDepartment,
        Map<DepartmentId, Integer> staffByDepartment,
        List<CourseProgress> courses) {

    /** How many people the completions of a department are of. */
    public int staffIn(DepartmentId department) {
        return staffByDepartment.getOrDefault(department, 0);
    }
}
