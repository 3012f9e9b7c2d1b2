package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.tandemdb.security.Tables.AUDIT_ENTRY;
import static school.tandemdb.training.Tables.ATTENDANCE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
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
import school.tandem.roster.Rooms;
import school.tandem.roster.StaffFields;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.AccessDenied;
import school.tandem.security.NotHere;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;
import school.tandem.training.MeetingAttendance.Taken;
import school.tandem.training.MeetingSeen.Seen;

/** Presence by the report of a meeting, on a database. */
@Tag("database")
class MeetingAttendanceTest {

    private static Rooms rooms;
    private static int number;
    private SchoolKey school;
    private List<PersonId> staff;
    private SessionId session;
    private Attendance attendance;
    private MeetingAttendance meetings;

    @BeforeAll
    static void open() {
        rooms =
                new Rooms(
                        Courses.class,
                        Sessions.class,
                        Bookings.class,
                        Outbox.class,
                        Attendance.class,
                        MeetingAttendance.class,
                        StaffRecords.class,
                        Completions.class,
                        TrainingFigures.class);
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void aSessionOfAnHour() {
        number++;
        school = rooms.school(rooms.district("District " + number).id(), "Lincoln");
        People people = rooms.bean(People.class);
        rooms.signIn(rooms.account("admin" + number + "@m.example", school, Role.ADMINISTRATOR));
        staff =
                IntStream.range(0, 4)
                        .mapToObj(i ->
                                people.add(
                                        school,
                                        new StaffFields(
                                                "T" + i,
                                                "Family" + i,
                                                "t%d.%d@m.example".formatted(i, number),
                                                StaffRole.TEACHER,
                                                null)))
                        .toList();
        session =
                rooms.bean(Sessions.class)
                        .plan(
                                school,
                                SessionFields.of(
                                        course(),
                                        Rooms.NOW.atZone(Rooms.NEW_YORK).toLocalDate().minusDays(1),
                                        LocalTime.of(18, 0),
                                        60,
                                        "",
                                        ""));
        attendance = rooms.bean(Attendance.class);
        meetings = rooms.bean(MeetingAttendance.class);
    }

    @Test
    void whoWasThereLongEnoughCounts() {
        Taken taken = meetings.take(school, session, seen(75, false, 60, 45, 44));
        assertThat(taken).returns(3, Taken::marked).returns(0, Taken::kept);
        assertThat(marks())
                .containsExactly(
                        "T0 Family0 PRESENT REPORT 60",
                        "T1 Family1 PRESENT REPORT 45",
                        "T2 Family2 PARTIAL REPORT 44");
        assertThat(attendance.close(school, session)).isEqualTo(2);
    }

    @Test
    void theMinimumShareIsChosen() {
        meetings.take(school, session, seen(50, false, 30, 29));
        assertThat(marks())
                .containsExactly("T0 Family0 PRESENT REPORT 30", "T1 Family1 PARTIAL REPORT 29");
        assertThatThrownBy(() -> meetings.take(school, session, seen(0, false, 60)))
                .hasMessageContaining("training.bad.share");
        assertThatThrownBy(() -> meetings.take(school, session, seen(101, false, 60)))
                .hasMessageContaining("training.bad.share");
    }

    @Test
    void undoneItIsAsBefore() {
        mark(AttendanceState.EXCUSED, AttendanceVia.SCAN, 1);
        List<String> before = marks();
        Taken taken = meetings.take(school, session, seen(75, false, 60, 60));
        assertThat(marks()).isNotEqualTo(before).hasSize(2);
        assertThat(meetings.undo(school, session, taken.report())).isEqualTo(2);
        assertThat(marks()).isEqualTo(before);
        assertThatThrownBy(() -> meetings.undo(school, session, taken.report()))
                .isInstanceOf(NotHere.class);
    }

    @Test
    void whatWasMarkedByHandStaysUnlessSaidOtherwise() {
        mark(AttendanceState.MISSING, AttendanceVia.LIST, 0);
        mark(AttendanceState.EXCUSED, AttendanceVia.SHEET, 1);
        Taken taken = meetings.take(school, session, seen(75, false, 60, 60, 60));
        assertThat(taken).returns(1, Taken::marked).returns(2, Taken::kept);
        assertThat(marks())
                .containsExactly(
                        "T0 Family0 MISSING LIST null",
                        "T1 Family1 EXCUSED SHEET null",
                        "T2 Family2 PRESENT REPORT 60");
        assertThat(meetings.take(school, session, seen(75, true, 60, 60)).marked()).isEqualTo(2);
        assertThat(marks()).startsWith("T0 Family0 PRESENT REPORT 60");
    }

    @Test
    void aMarkMadeByHandSinceIsNotUndone() {
        Taken taken = meetings.take(school, session, seen(75, false, 60, 60));
        mark(AttendanceState.EXCUSED, AttendanceVia.LIST, 0);
        assertThat(meetings.undo(school, session, taken.report())).isEqualTo(1);
        assertThat(marks()).hasSize(1).first().asString().startsWith("T0 Family0 EXCUSED LIST");
    }

    @Test
    void aScanStaysWhereTheReportLacksThemOrSaysLess() {
        mark(AttendanceState.PRESENT, AttendanceVia.SCAN, 0, 3);
        meetings.take(school, session, seen(75, false, 10, 60));
        assertThat(marks())
                .containsExactly(
                        "T0 Family0 PRESENT SCAN null",
                        "T1 Family1 PRESENT REPORT 60",
                        "T3 Family3 PRESENT SCAN null");
    }

    @Test
    void somebodyByTwoNamesIsMarkedOnceWithTheUnion() {
        Instant start = start();
        MeetingSeen seen =
                new MeetingSeen(
                        "d",
                        null,
                        null,
                        List.of(
                                new Seen(staff.getFirst(), stay(start, 0, 30)),
                                new Seen(staff.getFirst(), stay(start, 20, 50))),
                        75,
                        false,
                        0,
                        0);
        assertThat(meetings.take(school, session, seen).marked()).isEqualTo(1);
        assertThat(marks()).containsExactly("T0 Family0 PRESENT REPORT 50");
    }

    @Test
    void reportsAreTakenBackLatestFirst() {
        Taken first = meetings.take(school, session, seen(75, false, 60));
        Taken second = meetings.take(school, session, seen(75, false, 30));
        assertThatThrownBy(() -> meetings.undo(school, session, first.report()))
                .hasMessageContaining("laterReport");
        meetings.undo(school, session, second.report());
        assertThat(marks()).containsExactly("T0 Family0 PRESENT REPORT 60");
        meetings.undo(school, session, first.report());
        assertThat(marks()).isEmpty();
    }

    @Test
    void aClosedSessionAndAnEmptyReportAreSaid() {
        assertThatThrownBy(() -> meetings.take(school, session, seen(75, false)))
                .hasMessageContaining("training.bad.nobody");
        attendance.close(school, session);
        assertThatThrownBy(() -> meetings.take(school, session, seen(75, false, 60)))
                .hasMessageContaining("sessionClosed");
    }

    @Test
    void anotherSchoolsStaffIsNeitherShownNorMarked() {
        SchoolKey other = rooms.school(school.district(), "Other");
        rooms.signIn(
                rooms.districtAccount(
                        "d" + number + "@m.example", school.district(), Role.ADMINISTRATOR));
        PersonId elsewhere =
                rooms.bean(People.class)
                        .add(
                                other,
                                new StaffFields(
                                        "Else",
                                        "Where",
                                        "else%d@m.example".formatted(number),
                                        StaffRole.TEACHER,
                                        null));
        assertThat(meetings.review(school, List.of()).staff()).hasSize(4);
        MeetingSeen seen =
                new MeetingSeen(
                        "d",
                        null,
                        null,
                        List.of(new Seen(elsewhere, stay(start(), 0, 60))),
                        75,
                        false,
                        0,
                        0);
        assertThat(meetings.take(school, session, seen).marked()).isZero();
        assertThatThrownBy(() -> meetings.take(other, session, seen(75, false, 60)))
                .isInstanceOf(NotHere.class);
    }

    @Test
    void whoDoesNotManageTrainingMayNot() {
        rooms.signIn(rooms.account("teacher" + number + "@m.example", school, Role.TEACHER));
        assertThatThrownBy(() -> meetings.take(school, session, seen(75, false, 60)))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> meetings.review(school, List.of()))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void theTrailHasCountsAndADigestAndNoNames() {
        meetings.take(school, session, seen(75, false, 60, 10));
        String facts =
                rooms.database
                        .asOwner()
                        .select(AUDIT_ENTRY.FACTS)
                        .from(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.DISTRICT_ID.eq(school.district()))
                        .and(AUDIT_ENTRY.ACTION.eq("attendance.report"))
                        .fetchSingle()
                        .value1()
                        .data();
        assertThat(facts)
                .contains("\"people\": 2", "\"guests\": 1", "\"held\": 2", "\"digest\": \"abc\"")
                .doesNotContain("Family");
    }

    private CourseId course() {
        return rooms.bean(Courses.class)
                .add(
                        school,
                        CourseFields.of("Quizzes", 60, Set.of(StaffRole.TEACHER), Skill.TRAINED));
    }

    /** The first of the staff for so many minutes, the second for so many, and so on. */
    private MeetingSeen seen(int share, boolean overHand, int... minutes) {
        List<Seen> people = new ArrayList<>();
        for (int i = 0; i < minutes.length; i++) {
            people.add(new Seen(staff.get(i), stay(start(), 0, minutes[i])));
        }
        return new MeetingSeen("abc", null, null, people, share, overHand, 1, 2);
    }

    private Instant start() {
        return rooms.bean(Sessions.class).find(school, session).startsAt();
    }

    private static Presence stay(Instant start, int from, int until) {
        return new Presence(
                List.of(
                        new Stay(
                                start.plus(Duration.ofMinutes(from)),
                                start.plus(Duration.ofMinutes(until)))),
                List.of());
    }

    private void mark(AttendanceState state, AttendanceVia via, int... people) {
        attendance.mark(
                school, session, IntStream.of(people).mapToObj(staff::get).toList(), state, via);
    }

    private List<String> marks() {
        return attendance.of(school, session).stream()
                .map(one ->
                        "%s %s %s %s"
                                .formatted(one.name(), one.state(), one.via(), minutes(one.id())))
                .toList();
    }

    private @Nullable Integer minutes(PersonId person) {
        return rooms.database
                .asOwner()
                .select(ATTENDANCE.MINUTES)
                .from(ATTENDANCE)
                .where(ATTENDANCE.DISTRICT_ID.eq(school.district()))
                .and(ATTENDANCE.SESSION_ID.eq(session))
                .and(ATTENDANCE.PERSON_ID.eq(person))
                .fetchSingle()
                .value1();
    }
}
