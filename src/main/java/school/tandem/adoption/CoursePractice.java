package school.tandem.adoption;

import org.jspecify.annotations.Nullable;
import school.tandem.training.Course;

/**
 * What became of a course: of the teachers who completed it, how many had the habit before, have
 * practised since, and have not yet, as far as it may be told. All counts are of teachers.
 *
 * @param trained who completed it; they are the sum of the other four
 * @param before who had practised already, within the {@link TrainingToPractice#BEFORE} school days
 *     before: they are no part of the curve
 * @param unfollowed who had not, and whose classes no source covers from that day on
 * @param practised who did for the first time on the day of the training or later
 * @param notYet who have not, up to the last day that a source covers or they were here
 * @param pace null: too few to tell, or nobody to follow
 */
public record CoursePractice(
        Course course,
        Told trained,
        Told before,
        Told unfollowed,
        Told practised,
        Told notYet,
        @Nullable Pace pace) {

    static CoursePractice hidden(Course course) {
        return new CoursePractice(
                course, Told.HIDDEN, Told.HIDDEN, Told.HIDDEN, Told.HIDDEN, Told.HIDDEN, null);
    }

    /** Whether it may not even be told how many were trained. */
    public boolean isHidden() {
        return trained.equals(Told.HIDDEN);
    }
}
