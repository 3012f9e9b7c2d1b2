package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.roster.People;
import school.tandem.roster.PersonId;
import school.tandem.roster.Plan;
import school.tandem.roster.Plans;
import school.tandem.roster.Rooms;
import school.tandem.roster.StaffFields;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.AccessDenied;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictId;
import school.tandem.security.NotHere;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;

/** Seats, presence and what becomes of them, on a database. */
@Tag("database")
class AttendanceTest {

    /** The morning that the rooms live in. */
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    private static Rooms rooms;
    private static int number;
    private SchoolKey school;
    private List<PersonId> staff;
    private Courses courses;
    private Sessions sessions;
    private Bookings bookings;
    private Attendance attendance;

    @BeforeAll
    static void open() {
        rooms =
                new Rooms(
                        Courses.class,
                        Sessions.class,
                        Bookings.class,
                        Outbox.class,
                        Attendance.class,
                        StaffRecords.class,
                        Completions.class,
                        TrainingFigures.class,
                        OwnTraining.class,
                        Feeds.class);
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void aSchoolWithATrainer() {
        number++;
        school = rooms.school(rooms.district("District " + number).id(), "Lincoln");
        People people = rooms.bean(People.class);
        rooms.signIn(
                rooms.account("admin" + number + "@school.example", school, Role.ADMINISTRATOR));
        staff =
                IntStream.range(0, 5)
                        .mapToObj(i ->
                                people.add(
                                        school,
                                        new StaffFields(
                                                "T" + i,
                                                "Family" + i,
                                                "t%d.%d@school.example".formatted(i, number),
                                                StaffRole.TEACHER,
                                                i < 2 ? "Arts" : null)))
                        .toList();
        courses = rooms.bean(Courses.class);
        sessions = rooms.bean(Sessions.class);
        bookings = rooms.bean(Bookings.class);
        attendance = rooms.bean(Attendance.class);
    }

    @Test
    void closingASessionTurnsPresenceIntoCompletions() {
        CourseId course = course("Online quizzes", 1, null);
        SessionId session = session(course, TODAY.minusDays(1), 1, null);
        mark(session, AttendanceState.PRESENT, 0);
        mark(session, AttendanceState.LATE, 1);
        mark(session, AttendanceState.PARTIAL, 2);
        mark(session, AttendanceState.EXCUSED, 3);
        assertThat(attendance.close(school, session)).isEqualTo(2);
        assertThat(states(course))
                .containsExactly(
                        CompletionState.CONFIRMED,
                        CompletionState.CONFIRMED,
                        CompletionState.MISSING,
                        CompletionState.MISSING,
                        CompletionState.MISSING);
        assertThat(sessions.find(school, session).completed()).isEqualTo(2);
        attendance.reopen(school, session);
        assertThat(states(course)).containsOnly(CompletionState.MISSING);
        assertThat(attendance.of(school, session)).hasSize(4);
    }

    @Test
    void whoHadASeatAndWasNotSeenIsMissingOnceItIsClosed() {
        SessionId session = running(2);
        bookings.bookFor(school, session, staff.subList(0, 3));
        mark(session, AttendanceState.PRESENT, 0);
        attendance.close(school, session);
        assertThat(attendance.of(school, session))
                .extracting(Attendee::state)
                .containsExactly(AttendanceState.PRESENT, AttendanceState.MISSING, null);
        assertThatThrownBy(() -> mark(session, AttendanceState.PRESENT, 1))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("sessionClosed");
        attendance.reopen(school, session);
        attendance.markRest(school, session, AttendanceVia.SHEET);
        assertThat(attendance.of(school, session))
                .extracting(Attendee::state)
                .containsExactly(AttendanceState.PRESENT, AttendanceState.PRESENT, null);
    }

    @Test
    void aCourseOfTwoPartsIsCompletedByASessionOfEach() {
        CourseId course = course("Teaching by video", 2, null);
        SessionId first = session(course, TODAY.minusDays(9), 1, null);
        SessionId again = session(course, TODAY.minusDays(8), 1, null);
        SessionId second = session(course, TODAY.minusDays(2), 2, null);
        mark(first, AttendanceState.PRESENT, 0, 1);
        mark(again, AttendanceState.PRESENT, 0, 2);
        mark(second, AttendanceState.PRESENT, 0, 3);
        assertThat(attendance.close(school, first)).isZero();
        assertThat(attendance.close(school, again)).isZero();
        assertThat(attendance.close(school, second)).isEqualTo(1);
        assertThat(states(course).getFirst()).isEqualTo(CompletionState.CONFIRMED);
        assertThat(states(course).subList(1, 5)).containsOnly(CompletionState.MISSING);
        assertThatThrownBy(() -> session(course, TODAY, 3, null)).isInstanceOf(BadInput.class);
    }

    @Test
    void aCompletionThatHasRunOutIsMissingAndCanBeRenewed() {
        CourseId course = course("First aid", 1, 12);
        Completions completions = rooms.bean(Completions.class);
        completions.record(
                school, course, staff.subList(0, 1), TODAY.minusMonths(12).plusDays(1), null);
        completions.record(school, course, staff.subList(1, 2), TODAY.minusMonths(12), null);
        assertThat(states(course).subList(0, 2))
                .containsExactly(CompletionState.CONFIRMED, CompletionState.MISSING);
        completions.record(school, course, staff.subList(0, 2), TODAY, null);
        assertThat(states(course).subList(0, 2)).containsOnly(CompletionState.CONFIRMED);
        assertThat(completions.of(school, course))
                .extracting(CourseMember::completedOn)
                .startsWith(TODAY.minusMonths(12).plusDays(1), TODAY);
    }

    @Test
    void aCourseIsRequiredOnlyInItsDepartments() {
        SchoolKey key = school;
        var arts = rooms.bean(school.tandem.roster.Departments.class).of(key).getFirst().id();
        CourseId course =
                courses.add(
                        key,
                        new CourseFields(
                                "Critique online",
                                60,
                                new Requirement(
                                        Set.of(StaffRole.TEACHER),
                                        Set.of(arts),
                                        new Due(Due.From.MOVE, -14)),
                                Skill.PRACTISED,
                                Practice.ANY,
                                1,
                                null));
        assertThat(rooms.bean(Completions.class).of(key, course)).hasSize(2);
        TrainingProgress progress = rooms.bean(TrainingFigures.class).of(key, TODAY);
        assertThat(progress.completions().missing()).isEqualTo(2);
        assertThat(progress.completeTeachers().all()).isEqualTo(2);
        assertThat(courses.find(key, course).required().due())
                .isEqualTo(new Due(Due.From.MOVE, -14));
    }

    @Test
    void seatsRunOutAndTheNextOneIsOfferedWhatBecomesFree() {
        SessionId session = session(course("Coaching", 1, null), TODAY.plusDays(9), 1, 2);
        bookings.bookFor(school, session, staff.subList(0, 4));
        assertThat(sessions.find(school, session))
                .returns(2, TrainingSession::booked)
                .returns(2, TrainingSession::waiting)
                .returns(true, TrainingSession::full);
        bookings.leaveFor(school, session, staff.subList(0, 1));
        assertThat(attendance.of(school, session))
                .extracting(Attendee::booking)
                .containsExactly(BookingState.BOOKED, BookingState.OFFERED, BookingState.WAITING);
    }

    @Test
    void oneSeesOnesOwnSeatsDueDaysAndMissedSessions() {
        CourseId course =
                courses.add(
                        school,
                        new CourseFields(
                                "Online quizzes",
                                60,
                                new Requirement(
                                        Set.of(StaffRole.TEACHER),
                                        Set.of(),
                                        new Due(Due.From.MOVE, -7)),
                                Skill.TRAINED,
                                Practice.ANY,
                                1,
                                null));
        SessionId past = session(course, TODAY.minusDays(1), 1, null);
        SessionId next = session(course, TODAY.plusDays(3), 1, 1);
        SessionId later = session(course, TODAY.plusDays(9), 1, 1);
        mark(past, AttendanceState.MISSING, 4);
        bookings.bookFor(school, next, staff.subList(0, 1));
        Plan plan =
                rooms.bean(Plans.class)
                        .make(school, new Plans.Fields("Plan", null, null, TODAY.plusDays(60)));
        rooms.signIn(teacher(4));
        OwnTraining training = rooms.bean(OwnTraining.class);
        assertThat(training.of(school, plan).orElseThrow())
                .singleElement()
                .satisfies(mine -> {
                    assertThat(mine.due()).isEqualTo(TODAY.plusDays(53));
                    assertThat(mine.missed()).isTrue();
                    assertThat(mine.booked()).isNull();
                    assertThat(mine.sessions())
                            .extracting(TrainingSession::id)
                            .containsExactly(next, later);
                });
        assertThat(bookings.book(school, next).state()).isEqualTo(BookingState.WAITING);
        bookings.leave(school, next);
        assertThat(bookings.book(school, later).state()).isEqualTo(BookingState.BOOKED);
        assertThat(training.of(school, null).orElseThrow().getFirst().booked())
                .satisfies(seat -> assertThat(seat.session().id()).isEqualTo(later));
        assertThatThrownBy(() -> bookings.bookFor(school, later, staff))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void aCalendarAddressHoldsOnesSeatsUntilItIsEnded() {
        SessionId booked = session(course("Booked", 1, null), TODAY.plusDays(3), 1, null);
        session(course("Other", 1, null), TODAY.plusDays(4), 1, null);
        rooms.signIn(teacher(0));
        Feeds feeds = rooms.bean(Feeds.class);
        bookings.book(school, booked);
        String own = feeds.make(school, Feeds.Kind.OWN);
        String all = feeds.make(school, Feeds.Kind.SCHOOL);
        assertThat(read(own)).contains("Booked").doesNotContain("Other");
        assertThat(read(all)).contains("Booked", "Other");
        String anew = feeds.make(school, Feeds.Kind.OWN);
        assertThat(read(own)).isEmpty();
        assertThat(read(anew)).contains("Booked");
        feeds.end(school, Feeds.Kind.OWN);
        assertThat(read(anew)).isEmpty();
        assertThat(feeds.has(school, Feeds.Kind.OWN)).isFalse();
        assertThat(feeds.has(school, Feeds.Kind.SCHOOL)).isTrue();
    }

    /** What a calendar program gets; empty: nothing. */
    private String read(String path) {
        String[] parts = path.replaceAll("/calendar/|[.]ics", "").split("-", 2);
        return rooms.bean(Feeds.class)
                .read(new DistrictId(Long.parseLong(parts[0])), parts[1])
                .orElse("");
    }

    /** The e-mail address of an account that is this member of the staff. */
    private String teacher(int index) {
        return rooms.teacher("teacher" + number + "@school.example", school, staff.get(index));
    }

    @Test
    void whatIsOverOrCancelledCantBeBooked() {
        SessionId over = session(course("Over", 1, null), TODAY.minusDays(1), 1, null);
        assertThatThrownBy(() -> bookings.bookFor(school, over, staff))
                .hasMessageContaining("sessionOver");
        SessionId cancelled = session(course("Cancelled", 1, null), TODAY.plusDays(1), 1, null);
        sessions.cancel(school, cancelled);
        assertThatThrownBy(() -> bookings.bookFor(school, cancelled, staff))
                .hasMessageContaining("sessionCancelled");
        assertThatThrownBy(() -> attendance.close(school, cancelled)).isInstanceOf(BadInput.class);
        SessionId ahead = session(course("Ahead", 1, null), TODAY.plusDays(1), 1, null);
        assertThatThrownBy(() -> attendance.close(school, ahead))
                .hasMessageContaining("sessionAhead");
    }

    @Test
    void anotherSchoolsPeopleAndSessionsAreNotHere() {
        SessionId session = running(null);
        SchoolKey other = rooms.school(school.district(), "Other");
        assertThatThrownBy(() -> attendance.close(other, session)).isInstanceOf(NotHere.class);
        rooms.signIn(
                rooms.districtAccount(
                        "d" + number + "@school.example", school.district(), Role.ADMINISTRATOR));
        assertThatThrownBy(() -> attendance.close(other, session)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> bookings.bookFor(other, session, staff))
                .isInstanceOf(NotHere.class);
    }

    private CourseId course(String title, int parts, @Nullable Integer validMonths) {
        return courses.add(
                school,
                new CourseFields(
                        title,
                        60,
                        Requirement.of(Set.of(StaffRole.TEACHER)),
                        Skill.TRAINED,
                        Practice.ANY,
                        parts,
                        validMonths));
    }

    /** Begun two hours ago and not over. */
    private SessionId running(@Nullable Integer capacity) {
        return sessions.plan(
                school,
                new SessionFields(
                        course("Running", 1, null),
                        TODAY,
                        LocalTime.of(8, 0),
                        300,
                        "Room 1",
                        "",
                        "",
                        capacity,
                        1));
    }

    private SessionId session(
            CourseId course, LocalDate day, int part, @Nullable Integer capacity) {
        return sessions.plan(
                school,
                new SessionFields(
                        course, day, LocalTime.of(15, 0), 60, "Room 1", "", "", capacity, part));
    }

    private void mark(SessionId session, AttendanceState state, int... people) {
        attendance.mark(
                school,
                session,
                IntStream.of(people).mapToObj(staff::get).toList(),
                state,
                AttendanceVia.LIST);
    }

    private List<CompletionState> states(CourseId course) {
        return rooms.bean(Completions.class).of(school, course).stream()
                .map(CourseMember::state)
                .toList();
    }
}
