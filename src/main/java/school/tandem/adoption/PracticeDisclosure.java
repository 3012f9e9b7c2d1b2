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
 *
 * <p>The trained less the followed are those who had the habit before and those who can't be
 * followed: the number of the one tells that of the other, so that both are told or neither is.
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
            return Optional.of(told(all, tally -> exact(tally.apply(all))));
        }
        Optional<DepartmentId> group = Optional.of(department);
        PracticeCount count = departments.get(group);
        return count == null
                ? Optional.empty()
                : Optional.of(told(count, tally -> divided(tally, group)));
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

    /**
     * @param judged what may be told of what is counted of them
     */
    private CoursePractice told(
            PracticeCount count, Function<Function<PracticeCount, Tally>, Shown> judged) {
        Shown trained = judged.apply(PracticeCount::ofTrained);
        if (trained instanceof Shown.Hidden) {
            return CoursePractice.hidden(course);
        }
        Told before = Told.of(count.before(), judged.apply(PracticeCount::ofBefore));
        Told unfollowed = Told.of(count.unfollowed(), judged.apply(PracticeCount::ofUnfollowed));
        Shown practised = judged.apply(PracticeCount::ofFollowed);
        Told since = Told.of(count.practised(), practised);
        return new CoursePractice(
                course,
                Told.of(count.trained(), trained),
                unfollowed.isExact() ? before : before.withoutCount(),
                before.isExact() ? unfollowed : unfollowed.withoutCount(),
                since,
                since.others(count.notYet()),
                practised instanceof Shown.Share ? Pace.of(count.followed()) : null);
    }
}
