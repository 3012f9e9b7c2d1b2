package school.tandem.adoption;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import school.tandem.disclosure.Shown;
import school.tandem.disclosure.Suppression;
import school.tandem.disclosure.Tally;
import school.tandem.roster.DepartmentId;
import school.tandem.training.Course;

/**
 * Decides what may be told of a course. Of the whole school the numbers are told from the smallest
 * group of staff on; of a department what they, the school's and the other departments' together
 * don't give away.
 */
final class PracticeDisclosure {

    private final Course course;
    private final Map<Optional<DepartmentId>, PracticeCount> departments;

    /**
     * @param departments all in which anybody was trained; empty: who is in none
     */
    PracticeDisclosure(Course course, Map<Optional<DepartmentId>, PracticeCount> departments) {
        this.course = course;
        this.departments = departments;
    }

    /**
     * @param department null: the whole school
     * @return empty: nobody of the department was trained
     */
    Optional<CoursePractice> told(@Nullable DepartmentId department) {
        if (department == null) {
            PracticeCount all = PracticeCount.sum(departments.values());
            return Optional.of(told(all, exact(all.ofTrained()), exact(all.ofFollowed())));
        }
        Optional<DepartmentId> group = Optional.of(department);
        PracticeCount count = departments.get(group);
        return count == null
                ? Optional.empty()
                : Optional.of(
                        told(
                                count,
                                divided(PracticeCount::ofTrained, group),
                                divided(PracticeCount::ofFollowed, group)));
    }

    /** The share itself, or nothing of too few. */
    private static Shown exact(Tally tally) {
        if (tally.all() > 0 && tally.people() < Suppression.STAFF) {
            return new Shown.Hidden();
        }
        return tally.known() == 0
                ? new Shown.Unknown()
                : new Shown.Share((double) tally.yes() / tally.known());
    }

    private Shown divided(Function<PracticeCount, Tally> tally, Optional<DepartmentId> department) {
        Map<Optional<DepartmentId>, Tally> tallies = new LinkedHashMap<>();
        departments.forEach((group, count) -> tallies.put(group, tally.apply(count)));
        return Suppression.shares(tallies, Suppression.STAFF)
                .getOrDefault(department, new Shown.Hidden());
    }

    private CoursePractice told(PracticeCount count, Shown trained, Shown practised) {
        if (trained instanceof Shown.Hidden) {
            return CoursePractice.hidden(course);
        }
        Told since = Told.of(count.practised(), practised);
        return new CoursePractice(
                course,
                Told.of(count.trained(), trained),
                Told.of(count.before(), trained),
                Told.of(count.unfollowed(), trained),
                since,
                since.others(count.notYet()),
                practised instanceof Shown.Share ? Pace.of(count.followed()) : null);
    }
}
