package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.tandemdb.training.Tables.TICK;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.roster.People;
import school.tandem.roster.PersonId;
import school.tandem.roster.Rooms;
import school.tandem.roster.StaffFields;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.BadInput;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;

/**
 * What a trainer's phone ticks, on a database; it is ten o'clock, and the session began at eight.
 */
@Tag("database")
class TicksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    private static Rooms rooms;
    private static int number;
    private SchoolKey school;
    private List<PersonId> staff;
    private SessionId session;
    private Attendance attendance;
    private Ticks ticks;

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
                        Doors.class,
                        Arrivals.class,
                        Phones.class,
                        RoomList.class,
                        Ticks.class);
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void aSessionThatRuns() {
        number++;
        school = rooms.school(rooms.district("District " + number).id(), "Lincoln");
        rooms.signIn(rooms.account("t" + number + "@school.example", school, Role.ADMINISTRATOR));
        staff =
                IntStream.range(0, 4)
                        .mapToObj(i ->
                                rooms.bean(People.class)
                                        .add(
                                                school,
                                                new StaffFields(
                                                        "T" + i,
                                                        "Family" + i,
                                                        "t%d.%d@s.example".formatted(i, number),
                                                        StaffRole.TEACHER,
                                                        null)))
                        .toList();
        CourseId course =
                rooms.bean(Courses.class)
                        .add(
                                school,
                                CourseFields.of(
                                        "Quizzes", 60, Set.of(StaffRole.TEACHER), Skill.TRAINED));
        session =
                rooms.bean(Sessions.class)
                        .plan(
                                school,
                                SessionFields.of(
                                        course, TODAY, LocalTime.of(8, 0), 300, "Room 1", ""));
        attendance = rooms.bean(Attendance.class);
        ticks = rooms.bean(Ticks.class);
    }

    @Test
    void aTickIsTakenOnceHoweverOftenItIsSent() {
        List<Tick> sent = List.of(tick(0, 30, true), tick(1, 20, true));
        List<UUID> ids = sent.stream().map(Tick::id).toList();
        for (int i = 0; i < 3; i++) {
            assertThat(ticks.take(school, session, sent).taken()).isEqualTo(ids);
        }
        assertThat(seen()).containsExactly("present list 09:30 later", "present list 09:40 later");
        assertThat(rooms.database.asOwner().fetchCount(TICK, TICK.SESSION_ID.eq(session)))
                .isEqualTo(2);
    }

    @Test
    void whatWasTakenBackStaysSoWhenAnEarlierTickComesAgainOrLate() {
        Tick here = tick(0, 30, true);
        take(here);
        take(tick(0, 20, false));
        assertThat(seen()).isEmpty();
        take(here, tick(0, 25, true));
        assertThat(seen()).isEmpty();
        take(tick(0, 10, true));
        assertThat(seen()).containsExactly("present list 09:50 later");
    }

    @Test
    void theLastOfABatchCountsInWhateverOrder() {
        take(tick(0, 10, false), tick(0, 30, true), tick(1, 10, true), tick(1, 30, false));
        assertThat(seen()).containsExactly("present list 09:50 later");
        assertThat(attendance.of(school, session).getFirst().name()).isEqualTo("T1 Family1");
    }

    @Test
    void whatWasSeenAfterATickStays() {
        attendance.mark(
                school, session, staff.subList(0, 2), AttendanceState.EXCUSED, AttendanceVia.LIST);
        take(tick(0, 5, true), tick(1, 5, false));
        assertThat(seen()).containsExactly("excused list 10:00", "excused list 10:00");
        take(tick(0, 0, true));
        assertThat(seen().getFirst()).isEqualTo("present list 10:00");
    }

    @Test
    void aClockThatIsFarOffIsBroughtIntoTheHoursOfTheSession() {
        take(tick(0, 60 * 24 * 400, true), tick(1, -500, true));
        assertThat(seen()).containsExactly("present list 07:30 later", "present list 10:00");
    }

    @Test
    void aNameIsOnesOrIsNotTaken() {
        Tick one = named("family2");
        Tick several = named("fam");
        Tick nobody = named("Zoltan");
        Ticks.Taken taken = ticks.take(school, session, List.of(one, several, nobody));
        assertThat(taken.taken()).containsExactly(one.id());
        assertThat(taken.unknown()).containsExactly(several.id(), nobody.id());
        take(one);
        assertThat(attendance.of(school, session))
                .extracting(Attendee::name)
                .containsExactly("T2 Family2");
    }

    @Test
    void aClosedSessionTakesNone() {
        attendance.close(school, session);
        assertThatThrownBy(() -> take(tick(0, 5, true)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("sessionClosed");
        attendance.reopen(school, session);
        take(tick(0, 5, true));
        assertThat(seen()).hasSize(1);
    }

    @Test
    void peopleOfElsewhereAreNobodyHere() {
        take(new Tick(UUID.randomUUID(), Rooms.NOW, true, new PersonId(999_999), ""));
        assertThat(seen()).isEmpty();
    }

    @Test
    void theListNamesWhoHasASeatElseWhoMissesTheCourse() {
        RoomList list = rooms.bean(RoomList.class);
        assertThat(list.lines(school, session)).hasSize(4);
        rooms.bean(Completions.class)
                .record(
                        school,
                        rooms.bean(Sessions.class).find(school, session).course(),
                        staff.subList(0, 1),
                        TODAY.minusDays(3),
                        null);
        assertThat(list.lines(school, session))
                .extracting(RoomList.Line::name)
                .containsExactly("T1 Family1", "T2 Family2", "T3 Family3");
        rooms.bean(Bookings.class).bookFor(school, session, staff.subList(2, 3));
        take(tick(0, 1, true));
        assertThat(list.lines(school, session))
                .extracting(RoomList.Line::name, RoomList.Line::here)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("T0 Family0", true),
                        org.assertj.core.groups.Tuple.tuple("T2 Family2", false));
    }

    private void take(Tick... sent) {
        ticks.take(school, session, List.of(sent));
    }

    private Tick tick(int who, long minutesAgo, boolean here) {
        Instant at = Rooms.NOW.minusSeconds(60 * minutesAgo);
        return new Tick(UUID.randomUUID(), at, here, staff.get(who), "");
    }

    private static Tick named(String typed) {
        return new Tick(UUID.randomUUID(), Rooms.NOW, true, null, typed);
    }

    /** Who was seen: state, how, when in New York, and whether it was sent later; by name. */
    private List<String> seen() {
        return attendance.of(school, session).stream()
                .filter(one -> one.state() != null)
                .map(one ->
                        "%s %s %s%s"
                                .formatted(
                                        one.state().code(),
                                        one.via().code(),
                                        one.at().atZone(Rooms.NEW_YORK).toLocalTime(),
                                        one.sentLater() ? " later" : ""))
                .toList();
    }
}
