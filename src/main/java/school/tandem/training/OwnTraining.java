package school.tandem.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.Plan;
import school.tandem.security.Access;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** Somebody's own training: what is required, due, booked, missed and done. */
@Component
public class OwnTraining {

    /** So many sessions ahead are there to choose from. */
    private static final int AHEAD = 200;

    /**
     * A course, with the sessions that it can still be completed at.
     *
     * @param due null: no day is set
     * @param missed whether they had a seat and were not there
     * @param booked their seat, or their wait for one; null: neither
     * @param sessions ahead, the next one first
     */
    public record Mine(
            OwnCourse course,
            @Nullable LocalDate due,
            boolean missed,
            @Nullable Seat booked,
            List<TrainingSession> sessions) {}

    /** A session ahead that they have booked, wait for, or are offered a seat at. */
    public record Seat(TrainingSession session, Booking booking) {}

    private final DistrictTransactions inDistrict;
    private final Completions completions;
    private final Sessions sessions;
    private final Bookings bookings;
    private final Attendance attendance;
    private final Access access;

    OwnTraining(
            DistrictTransactions inDistrict,
            Completions completions,
            Sessions sessions,
            Bookings bookings,
            Attendance attendance,
            Access access) {
        this.inDistrict = inDistrict;
        this.completions = completions;
        this.sessions = sessions;
        this.bookings = bookings;
        this.attendance = attendance;
        this.access = access;
    }

    /**
     * The courses of whoever asks, what is still to do first; empty: they are not on the staff.
     *
     * @param plan whose dates courses are due by; null: none
     */
    public Optional<List<Mine>> of(SchoolKey key, @Nullable Plan plan) {
        access.require(key, Permission.LOG_OWN_TRAINING);
        return inDistrict.read(
                key.district(),
                () -> completions.own(key).map(courses -> mine(key, plan, courses)));
    }

    private List<Mine> mine(SchoolKey key, @Nullable Plan plan, List<OwnCourse> courses) {
        List<TrainingSession> ahead = sessions.ahead(key, AHEAD);
        Map<SessionId, Booking> booked = bookings.own(key);
        Set<CourseId> missed = missed(key);
        List<Mine> mine = new ArrayList<>();
        for (OwnCourse one : courses) {
            Course course = one.course();
            Due due = course.required().due();
            List<TrainingSession> possible =
                    ahead.stream().filter(s -> s.course().equals(course.id())).toList();
            mine.add(
                    new Mine(
                            one,
                            due == null || plan == null || !one.required() ? null : due.in(plan),
                            missed.contains(course.id()),
                            seat(possible, booked),
                            possible));
        }
        return mine;
    }

    private static @Nullable Seat seat(
            List<TrainingSession> possible, Map<SessionId, Booking> booked) {
        for (TrainingSession session : possible) {
            Booking booking = booked.get(session.id());
            if (booking != null) {
                return new Seat(session, booking);
            }
        }
        return null;
    }

    private Set<CourseId> missed(SchoolKey key) {
        Map<SessionId, AttendanceState> seen = attendance.own(key);
        Set<CourseId> missed = new HashSet<>();
        if (seen.containsValue(AttendanceState.MISSING)) {
            sessions.behind(key, AHEAD).stream()
                    .filter(session -> seen.get(session.id()) == AttendanceState.MISSING)
                    .forEach(session -> missed.add(session.course()));
        }
        return missed;
    }
}
