package school.tandem.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.adoption.PracticeCount.Trained;
import school.tandem.adoption.PracticeDays.Search;
import school.tandem.adoption.PracticeDays.Seen;
import school.tandem.roster.Calendars;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.SchoolCalendar;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;
import school.tandem.training.Course;
import school.tandem.training.CourseId;
import school.tandem.training.Courses;
import school.tandem.training.FirstCompletion;
import school.tandem.training.FirstCompletions;
import school.tandem.training.Practice;

/**
 * From training to practice: how many days pass between a teacher's first completion of a course
 * and the first day on which they do online what it trains. Who has not yet is censored on the last
 * day up to which a source that reports the practice covers a class they teach, or on which they
 * were here, whichever is earlier. Names nobody, and hides small groups.
 */
@Component
public class TrainingToPractice {

    /** Who practised within so many school days before a training had the habit already. */
    public static final int BEFORE = SchoolCalendar.WINDOW;

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Calendars calendars;
    private final Schools schools;
    private final Courses courses;
    private final FirstCompletions completions;
    private final Access access;

    TrainingToPractice(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Calendars calendars,
            Schools schools,
            Courses courses,
            FirstCompletions completions,
            Access access) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.calendars = calendars;
        this.schools = schools;
        this.courses = courses;
        this.completions = completions;
        this.access = access;
    }

    /**
     * The courses of a school that a teacher has completed, by title, as known today. A fixed
     * number of statements.
     *
     * @param department of the teachers, as it is today; null: all of them
     */
    public List<CoursePractice> of(SchoolKey key, @Nullable DepartmentId department) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.read(key.district(), () -> told(key, department));
    }

    private List<CoursePractice> told(SchoolKey key, @Nullable DepartmentId department) {
        LocalDate today = schools.today(schools.find(key));
        List<Course> all = courses.of(key);
        Map<CourseId, Map<Optional<DepartmentId>, PracticeCount>> counts =
                counts(key, all, completions.of(key, today), today);
        return all.stream()
                .filter(course -> counts.containsKey(course.id()))
                .map(course ->
                        new PracticeDisclosure(course, counts.getOrDefault(course.id(), Map.of()))
                                .told(department))
                .flatMap(Optional::stream)
                .toList();
    }

    /** By course and department of the teachers; empty: who is in none. */
    private Map<CourseId, Map<Optional<DepartmentId>, PracticeCount>> counts(
            SchoolKey key, List<Course> all, List<FirstCompletion> trained, LocalDate today) {
        Map<CourseId, Practice> trains = new HashMap<>();
        all.forEach(course -> trains.put(course.id(), course.trains()));
        List<FirstCompletion> known =
                trained.stream().filter(one -> trains.containsKey(one.course())).toList();
        SchoolCalendar calendar = calendars.of(key);
        Map<LocalDate, LocalDate> since = new HashMap<>();
        List<Search> searches = new ArrayList<>();
        for (FirstCompletion one : known) {
            searches.add(
                    new Search(
                            one.person(),
                            bits(trains.getOrDefault(one.course(), Practice.ANY)),
                            since.computeIfAbsent(one.on(), day -> calendar.shifted(day, BEFORE)),
                            one.on()));
        }
        PracticeDays days = new PracticeDays(dsl, key, today);
        List<Seen> seen = days.of(searches);
        FollowedTo followed = FollowedTo.of(dsl, key, today);
        Map<CourseId, Map<Optional<DepartmentId>, PracticeCount>> counts = new HashMap<>();
        for (int i = 0; i < known.size(); i++) {
            FirstCompletion one = known.get(i);
            Search search = searches.get(i);
            counts.computeIfAbsent(one.course(), course -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            Optional.ofNullable(one.department()), group -> new PracticeCount())
                    .add(
                            new Trained(
                                    one.on(),
                                    seen.get(i).before(),
                                    seen.get(i).first(),
                                    followed.of(one.person(), search.bits())));
        }
        return counts;
    }

    /** Which bits of a teacher's day a course is to bring about. */
    private static int bits(Practice practice) {
        return switch (practice) {
            case ATTENDANCE -> 1;
            case ASSIGNMENTS -> 2;
            case QUIZZES -> 4;
            case ANY -> 7;
        };
    }
}
