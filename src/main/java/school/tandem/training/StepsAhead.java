package school.tandem.training;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.roster.Plan;
import school.tandem.roster.Plans;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.SchoolKey;

/** What somebody has to complete next. Asks nobody's permission: it is told to themselves. */
@Component
class StepsAhead {

    /** More sessions than a school has ahead. */
    private static final int LOOKED_AT = 200;

    private final StaffRecords staff;
    private final Courses courses;
    private final Sessions sessions;
    private final Schools schools;
    private final Plans plans;
    private final Access access;

    StepsAhead(
            StaffRecords staff,
            Courses courses,
            Sessions sessions,
            Schools schools,
            Plans plans,
            Access access) {
        this.staff = staff;
        this.courses = courses;
        this.sessions = sessions;
        this.schools = schools;
        this.plans = plans;
        this.access = access;
    }

    /**
     * Part of the caller's transaction.
     *
     * @param here the course that they are at right now, which does not come next
     * @return empty: they are not on the staff
     */
    Optional<NextStep> of(SchoolKey key, PersonId person, CourseId here) {
        return access.asInstallation(() ->
                staff.of(key, person, schools.today(schools.find(key)))
                        .map(member -> of(key, member, here)));
    }

    private NextStep of(SchoolKey key, StaffRecords.Member member, CourseId here) {
        List<Course> required =
                courses.of(key).stream()
                        .filter(one -> one.isRequiredFor(member.role(), member.department()))
                        .toList();
        List<Course> open =
                required.stream()
                        .filter(one -> member.state(one.id()) == CompletionState.MISSING)
                        .toList();
        int done = required.size() - open.size();
        if (open.isEmpty()) {
            return new NextStep(done, required.size(), null, null, 0);
        }
        List<TrainingSession> withPlaces =
                sessions.ahead(key, LOOKED_AT).stream().filter(one -> !one.full()).toList();
        Plan plan = plans.current(key).orElse(null);
        return open.stream()
                .filter(one -> !one.id().equals(here) && count(withPlaces, one) > 0)
                .min(
                        Comparator.comparing((Course one) ->
                                        Optional.ofNullable(due(one, plan)).orElse(LocalDate.MAX))
                                .thenComparing(Course::title))
                .map(one ->
                        new NextStep(
                                done,
                                required.size(),
                                one.title(),
                                due(one, plan),
                                count(withPlaces, one)))
                .orElseGet(() -> new NextStep(done, required.size(), null, null, 0));
    }

    private static int count(List<TrainingSession> sessions, Course course) {
        return (int) sessions.stream().filter(one -> one.course().equals(course.id())).count();
    }

    private static @Nullable LocalDate due(Course course, @Nullable Plan plan) {
        Due due = course.required().due();
        return due == null || plan == null ? null : due.in(plan);
    }
}
