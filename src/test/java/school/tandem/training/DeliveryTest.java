package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.security.Tables.DISTRICT;
import static school.tandemdb.training.Tables.NOTICE;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import school.tandem.roster.People;
import school.tandem.roster.PersonId;
import school.tandem.roster.Rooms;
import school.tandem.roster.StaffFields;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.BadInput;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;

/** What is told by e-mail of sessions and seats, and to whom. */
@Tag("database")
class DeliveryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    /** A mail server that can be out of reach. */
    static class MailServer extends JavaMailSenderImpl {
        void reach(int port) {
            setHost("127.0.0.1");
            setPort(port);
        }
    }

    private static Rooms rooms;
    private static int number;
    private SchoolKey school;
    private List<PersonId> staff;
    private Sessions sessions;
    private Bookings bookings;
    private Reminders reminders;
    private CourseId course;

    @BeforeAll
    static void open() {
        System.setProperty("tandem.mail.from", "tandem@school.example");
        rooms =
                new Rooms(
                        MailServer.class,
                        Courses.class,
                        Sessions.class,
                        Bookings.class,
                        StaffRecords.class,
                        Outbox.class,
                        Letters.class,
                        Delivery.class,
                        Reminders.class);
    }

    @AfterAll
    static void close() {
        System.clearProperty("tandem.mail.from");
        rooms.close();
    }

    @BeforeEach
    void aSchoolWithACourse() {
        number++;
        rooms.bean(MailServer.class).reach(MAIL.getSmtp().getPort());
        school = rooms.school(rooms.district("District " + number).id(), "Lincoln");
        rooms.signIn(
                rooms.account("admin" + number + "@school.example", school, Role.ADMINISTRATOR));
        staff =
                IntStream.range(0, 4)
                        .mapToObj(i ->
                                rooms.bean(People.class)
                                        .add(
                                                school,
                                                new StaffFields(
                                                        "T" + i,
                                                        "Núñez " + i,
                                                        i == 3 ? "" : address(i),
                                                        StaffRole.TEACHER,
                                                        null)))
                        .toList();
        sessions = rooms.bean(Sessions.class);
        bookings = rooms.bean(Bookings.class);
        reminders = rooms.bean(Reminders.class);
        course = course("Online quizzes");
    }

    @AfterEach
    void inEnglishAgain() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aSeatIsAnInvitationThatCalendarsTake() throws Exception {
        SessionId session = session(TODAY.plusDays(3), null);
        book(session, 0);
        assertThat(sent()).as("held back for a minute").isEmpty();
        MimeMessage message = only(sentAfterAMinute());
        assertThat(message.getAllRecipients()[0].toString()).isEqualTo(address(0));
        assertThat(message.getFrom()[0].toString()).isEqualTo("tandem@school.example");
        assertThat(message.getSubject()).startsWith("Your seat: Online quizzes, Oct 8, 2026");
        assertThat(text(message))
                .contains("Hello T0 Núñez 0", "Online quizzes\n", "Room 1", "Lincoln");
        assertThat(part(message, 1).getContentType()).contains("method=REQUEST");
        Calendar calendar = calendar(message);
        calendar.validate();
        assertThat(calendar.toString())
                .contains("METHOD:REQUEST", "UID:session-", "DTSTART:20261008T190000Z")
                .contains("ORGANIZER;CN=Lincoln:mailto:tandem@school.example")
                .containsPattern(
                        "ATTENDEE;CN=\"?T0 Núñez 0\"?;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:");
    }

    @Test
    void whatIsTakenBackWithinTheMinuteIsNotTold() throws Exception {
        SessionId session = session(TODAY.plusDays(3), null);
        book(session, 0);
        bookings.leaveFor(school, session, staff.subList(0, 1));
        assertThat(sentAfterAMinute()).isEmpty();
        book(session, 0);
        sentAfterAMinute();
        sessions.cancel(school, session);
        sessions.giveBack(school, session);
        assertThat(sentAfterAMinute()).isEmpty();
    }

    @Test
    void aMovedAndACancelledSessionAreTheSameEventWithAHigherSequence() throws Exception {
        SessionId session = session(TODAY.plusDays(3), null);
        book(session, 0);
        Calendar first = calendar(only(sentAfterAMinute()));
        sessions.change(school, session, fields(TODAY.plusDays(3), LocalTime.of(16, 0), null));
        MimeMessage moved = only(sentAfterAMinute());
        assertThat(moved.getSubject()).startsWith("Changed: ").contains("4:00");
        sessions.cancel(school, session);
        MimeMessage cancelled = only(sentAfterAMinute());
        assertThat(cancelled.getSubject()).startsWith("Cancelled: ");
        assertThat(calendar(cancelled).toString()).contains("METHOD:CANCEL", "STATUS:CANCELLED");
        assertThat(uid(calendar(moved))).isEqualTo(uid(first)).isEqualTo(uid(calendar(cancelled)));
        assertThat(List.of(first, calendar(moved), calendar(cancelled)))
                .extracting(DeliveryTest::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aChangeThatMovesNobodyIsNotTold() throws Exception {
        SessionId session = session(TODAY.plusDays(3), 5);
        book(session, 0);
        sentAfterAMinute();
        sessions.change(school, session, fields(TODAY.plusDays(3), LocalTime.of(15, 0), 6));
        assertThat(sentAfterAMinute()).isEmpty();
    }

    @Test
    void aFreedSeatIsOfferedByMailAndSoIsOneThatWasAdded() throws Exception {
        SessionId session = session(TODAY.plusDays(3), 1);
        book(session, 0);
        book(session, 1);
        book(session, 2);
        sentAfterAMinute();
        bookings.leaveFor(school, session, staff.subList(0, 1));
        List<MimeMessage> sent = sentAfterAMinute();
        assertThat(sent)
                .extracting(MimeMessage::getSubject)
                .anyMatch(subject -> subject.startsWith("Seat given back: "))
                .anyMatch(subject -> subject.startsWith("A seat is free: "));
        MimeMessage offer =
                sent.stream().filter(one -> to(one).equals(address(1))).findFirst().orElseThrow();
        assertThat(offer.getContent().toString()).contains("held for you until Oct 6, 2026");
        sessions.change(school, session, fields(TODAY.plusDays(3), LocalTime.of(15, 0), 2));
        assertThat(to(only(sentAfterAMinute()))).isEqualTo(address(2));
    }

    @Test
    void aSeatGivenBackByMistakeIsTheirsAgainAndNobodyIsToldOfIt() throws Exception {
        SessionId session = session(TODAY.plusDays(3), 1);
        book(session, 0);
        book(session, 1);
        sentAfterAMinute();
        List<Booking> given = bookings.leaveFor(school, session, staff.subList(0, 1));
        bookings.takeBack(school, session, given);
        assertThat(sentAfterAMinute()).isEmpty();
        assertThat(sessions.find(school, session).waiting()).isEqualTo(1);
    }

    @Test
    void whoOnlyWaitedHasNothingToBeTakenFromTheirCalendar() throws Exception {
        SessionId session = session(TODAY.plusDays(3), 1);
        book(session, 0);
        book(session, 1);
        sentAfterAMinute();
        sessions.cancel(school, session);
        List<MimeMessage> sent = sentAfterAMinute();
        assertThat(sent).hasSize(2);
        assertThat(sent)
                .filteredOn(one -> to(one).equals(address(1)))
                .singleElement()
                .satisfies(one -> assertThat(one.getContent()).isInstanceOf(String.class));
    }

    @Test
    void aSessionThatIsOverOffersNoSeats() throws Exception {
        SessionId session = session(TODAY.plusDays(3), 1);
        book(session, 0);
        book(session, 1);
        sentAfterAMinute();
        sessions.change(school, session, fields(TODAY.minusDays(1), LocalTime.of(15, 0), 2));
        assertThat(sentAfterAMinute()).isEmpty();
        assertThat(sessions.find(school, session).waiting()).isEqualTo(1);
    }

    @Test
    void oneMessageRemindsOfAllThatSomebodyMissesAndOfNoSessionTwice() throws Exception {
        course("Attendance online");
        session(TODAY.plusDays(3), null);
        assertThat(reminders.outlook(school))
                .isEqualTo(
                        new Reminders.Outlook(
                                Reach.SENDS, 3, 0, 1, List.of(address(0), address(1), address(2))));
        assertThat(reminders.remind(school).people()).isEqualTo(3);
        List<MimeMessage> sent = sentAfterAMinute();
        assertThat(sent)
                .extracting(DeliveryTest::to)
                .containsExactlyInAnyOrder(address(0), address(1), address(2));
        assertThat(sent.getFirst().getContent().toString().replace("\r\n", "\n"))
                .contains("• Online quizzes\nOct 8, 2026", "• Attendance online");
        assertThat(reminders.remind(school).people()).isZero();
        assertThat(sentAfterAMinute()).isEmpty();
        session(TODAY.plusDays(2), null);
        assertThat(reminders.remind(school).people()).as("an earlier session").isEqualTo(3);
        assertThat(only(sentAfterAMinute().subList(0, 1)).getContent().toString())
                .doesNotContain("Attendance online");
    }

    @Test
    void aReminderTakenBackInTimeIsNotSentAndMayBeGivenAgain() throws Exception {
        session(TODAY.plusDays(3), null);
        reminders.takeBack(school, reminders.remind(school));
        assertThat(sentAfterAMinute()).isEmpty();
        assertThat(reminders.outlook(school).people()).isEqualTo(3);
    }

    @Test
    void thePeopleOfTheSampleAreNeverWrittenTo() throws Exception {
        rooms.database
                .asOwner()
                .update(DISTRICT)
                .set(DISTRICT.SAMPLE, true)
                .where(DISTRICT.ID.eq(school.district()))
                .execute();
        SessionId session = session(TODAY.plusDays(3), null);
        book(session, 0);
        assertThat(sentAfterAMinute()).isEmpty();
        assertThatThrownBy(() -> reminders.remind(school)).isInstanceOf(BadInput.class);
    }

    @Test
    void aMailServerOutOfReachIsTriedAgainLater() throws Exception {
        rooms.bean(MailServer.class).reach(1);
        book(session(TODAY.plusDays(3), null), 0);
        assertThat(sentAfterAMinute()).isEmpty();
        rooms.bean(MailServer.class).reach(MAIL.getSmtp().getPort());
        assertThat(sent()).as("not at once").isEmpty();
        assertThat(sentAfterAMinute()).hasSize(1);
        assertThat(sentAfterAMinute()).as("once").isEmpty();
    }

    @Test
    void whoHasLeftAndWhatIsOverIsNotWrittenAbout() throws Exception {
        book(session(TODAY.plusDays(3), null), 0);
        book(session(TODAY.plusDays(3), null), 1);
        rooms.database
                .asOwner()
                .update(PERSON)
                .set(PERSON.WITHDRAWN_ON, TODAY)
                .where(PERSON.ID.eq(staff.getFirst()))
                .execute();
        assertThat(to(only(sentAfterAMinute()))).isEqualTo(address(1));
    }

    @Test
    void aLetterIsInTheLanguageOfWhoeverCausedIt() throws Exception {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("es"));
        book(session(TODAY.plusDays(3), null), 0);
        LocaleContextHolder.resetLocaleContext();
        MimeMessage message = only(sentAfterAMinute());
        assertThat(message.getSubject()).startsWith("Su plaza: ");
        assertThat(text(message)).contains("Hola, T0 Núñez 0:");
    }

    private void book(SessionId session, int person) {
        bookings.bookFor(school, session, staff.subList(person, person + 1));
    }

    private CourseId course(String title) {
        return rooms.bean(Courses.class)
                .add(
                        school,
                        new CourseFields(
                                title,
                                60,
                                Requirement.of(Set.of(StaffRole.TEACHER)),
                                Skill.TRAINED,
                                Practice.ANY,
                                1,
                                null));
    }

    private SessionId session(LocalDate day, @org.jspecify.annotations.Nullable Integer capacity) {
        return sessions.plan(school, fields(day, LocalTime.of(15, 0), capacity));
    }

    private SessionFields fields(
            LocalDate day, LocalTime time, @org.jspecify.annotations.Nullable Integer capacity) {
        return new SessionFields(course, day, time, 60, "Room 1", "", "", capacity, 1);
    }

    private static List<MimeMessage> sentAfterAMinute() throws Exception {
        rooms.database
                .asOwner()
                .update(NOTICE)
                .set(NOTICE.NEXT_TRY_AT, Rooms.NOW.atOffset(ZoneOffset.UTC))
                .execute();
        return sent();
    }

    private static List<MimeMessage> sent() throws Exception {
        MAIL.purgeEmailFromAllMailboxes();
        rooms.bean(Delivery.class).round();
        return Arrays.asList(MAIL.getReceivedMessages());
    }

    private static String address(int person) {
        return "t%d.%d@school.example".formatted(person, number);
    }

    private static MimeMessage only(List<MimeMessage> sent) {
        assertThat(sent).hasSize(1);
        return sent.getFirst();
    }

    private static String to(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) throws Exception {
        return part(message, 0).getContent().toString().replace("\r\n", "\n");
    }

    private static jakarta.mail.BodyPart part(MimeMessage message, int index) throws Exception {
        return ((Multipart) message.getContent()).getBodyPart(index);
    }

    private static Calendar calendar(MimeMessage message) throws Exception {
        return new CalendarBuilder().build(new StringReader(bytes(part(message, 1))));
    }

    private static String bytes(jakarta.mail.BodyPart part) throws Exception {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String uid(Calendar calendar) {
        return line(calendar, "UID:");
    }

    private static int sequence(Calendar calendar) {
        return Integer.parseInt(line(calendar, "SEQUENCE:"));
    }

    private static String line(Calendar calendar, String name) {
        return calendar.toString()
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElseThrow();
    }
}
