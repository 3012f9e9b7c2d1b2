package school.tandem.training;

import java.util.List;
import java.util.Map;
import school.tandem.roster.DepartmentId;

/**
 * The training of a school on a day, as readiness counts it.
 *
 * @param teachers how many there are
 * @param completions of required courses, over all whom they are required of
 * @param completeTeachers teachers with all that they must complete
 * @param coaches out of one for every fifteen teachers; none where no course is there
 * @param byDepartment the required completions of its teachers and other staff
 * @param courses each required course, most missed first
 */
public record TrainingProgress(
        int teachers,
        Progress completions,
        Progress completeTeachers,
        Progress coaches,
        Map<DepartmentId, Progress> byDepartment,
        List<CourseProgress> courses) {}
