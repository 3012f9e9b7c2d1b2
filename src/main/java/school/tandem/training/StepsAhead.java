package school.tandem.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.roster.Plan;
import school.tandem.roster.Plans;
import school.tandem.security.Access;
import school.tandem.security.SchoolKey;

/** What somebody has to complete next. Asks nobody's permission: it is told to themselves. */
@Component
class StepsAhead {

    private final StaffRecords staff;
    private final Courses courses;
    private final Sessions sessions;
    private final Plans plans;
    private final Access access;
    private final Clock clock;

    StepsAhead(
            StaffRecords staff,
            Courses courses,
            Sessions sessions,
            Plans plans,
            Access access,
            Clock clock) {
        this.staff = staff;
        this.courses = courses;
        this.sessions = sessions;
        this.plans = plans;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Part of the caller's transaction; four statements.
     *
     * @param here where they are right now: its course does not come next
     * @return empty: they are not on the staff
     */
    Optional<NextStep> of(Door here, PersonId person) {
        LocalDate today = LocalDate.now(clock.withZone(here.zone()));
        return access.asInstallation(
                () -> staff.of(here.school(), person, today).map(member -> of(here, member)));
    }

    private NextStep of(Door here, StaffRecords.Member member) {
        SchoolKey key = here.school();
        List<Course> required =
                courses.of(key).stream()
                        .filter(one -> one.isRequiredFor(member.role(), member.department()))
                        .toList();
        List<Course> open =
                required.stream()
                        .filter(one -> member.state(one.id()) == CompletionState.MISSING)
                        .toList();
        int done = required.size() - open.size();
        List<Course> others = open.stream().filter(one -> !one.id().equals(here.course())).toList();
        NextStep none = new NextStep(done, required.size(), null, null, 0);
        if (others.isEmpty()) {
            return none;
        }
        Map<CourseId, Integer> places = sessions.withPlaces(key);
        Plan plan = plans.current(key).orElse(null);
        return others.stream()
                .filter(one -> places.containsKey(one.id()))
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
                                places.getOrDefault(one.id(), 0)))
                .orElse(none);
    }

    private static @Nullable LocalDate due(Course course, @Nullable Plan plan) {
        Due due = course.required().due();
        return due == null || plan == null ? null : due.in(plan);
    }
}
