package school.tandem.training;

import java.util.List;

/**
 * How far a school is with one required course.
 *
 * @param progress of the people who must complete it
 * @param lastOf how many teachers miss nothing but this one
 * @param missingIn the departments where most of them miss it, at most two
 */
public record CourseProgress(
        Course course, Progress progress, int lastOf, List<String> missingIn) {}
