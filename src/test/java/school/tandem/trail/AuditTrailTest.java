package school.tandem.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.tandemdb.roster.Tables.ACADEMIC_SESSION;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.DEPARTMENT;
import static school.tandemdb.roster.Tables.HOLIDAY;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.security.Tables.ACCOUNT;
import static school.tandemdb.security.Tables.AUDIT_ENTRY;
import static school.tandemdb.security.Tables.AUDIT_VALUE;
import static school.tandemdb.security.Tables.DISTRICT;
import static school.tandemdb.security.Tables.MEMBERSHIP;
import static school.tandemdb.training.Tables.PHONE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import school.tandem.Browser;
import school.tandem.Server;
import school.tandem.adoption.ClassHabits;
import school.tandem.adoption.FamilyAnswer;
import school.tandem.adoption.HomeAccess;
import school.tandem.adoption.SurveyAnswers;
import school.tandem.adoption.Surveys;
import school.tandem.adoption.Via;
import school.tandem.importing.WhoIsMeant;
import school.tandem.rollout.Checklists;
import school.tandem.rollout.Item;
import school.tandem.rollout.ItemFields;
import school.tandem.rollout.ItemState;
import school.tandem.rollout.Phase;
import school.tandem.roster.Classes;
import school.tandem.roster.Departments;
import school.tandem.roster.HolidayCalendar;
import school.tandem.roster.Invitations;
import school.tandem.roster.People;
import school.tandem.roster.PersonId;
import school.tandem.roster.Plan;
import school.tandem.roster.Plans;
import school.tandem.roster.SampleSchool;
import school.tandem.roster.Schools;
import school.tandem.roster.StaffFields;
import school.tandem.roster.StudentGroups;
import school.tandem.roster.Terms;
import school.tandem.roster.intake.DaysRow;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Access;
import school.tandem.security.Accounts;
import school.tandem.security.Districts;
import school.tandem.security.Membership;
import school.tandem.security.Memberships;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;
import school.tandem.security.SetUp;
import school.tandem.training.Attendance;
import school.tandem.training.AttendanceState;
import school.tandem.training.AttendanceVia;
import school.tandem.training.Bookings;
import school.tandem.training.Completions;
import school.tandem.training.CourseFields;
import school.tandem.training.CourseId;
import school.tandem.training.Courses;
import school.tandem.training.Evidence;
import school.tandem.training.ExternalLearning;
import school.tandem.training.Feeds;
import school.tandem.training.LearningFields;
import school.tandem.training.LearningId;
import school.tandem.training.MeetingAttendance;
import school.tandem.training.MeetingSeen;
import school.tandem.training.Phones;
import school.tandem.training.Presence;
import school.tandem.training.Reminders;
import school.tandem.training.SessionFields;
import school.tandem.training.SessionId;
import school.tandem.training.Sessions;
import school.tandem.training.Skill;
import school.tandem.training.Tick;
import school.tandem.training.Ticks;
import school.tandem.training.Transcripts;

/**
 * Every command leaves its entries in the trail, in its own transaction, and no personal value
 * outside of the table that an erasure can purge. The commands run in the order written, on the
 * sample school.
 */
class AuditTrailTest {

    private static final String ADA = "ada@school.example";
    private static final LocalDate DAY = LocalDate.of(2026, 9, 8);

    private record Command(Set<String> actions, Runnable work) {}

    private static final Map<String, Command> COMMANDS = new LinkedHashMap<>();

    private static Server server;
    private static SchoolKey school;
    private static Plan plan;
    private static PersonId person;
    private static CourseId course;
    private static SessionId session;
    private static SessionId past;
    private static MeetingAttendance.Taken taken;
    private static @org.jspecify.annotations.Nullable DSLContext owner;
    private static Completions.Recorded recorded;
    private static Memberships.Ended ended;
    private static LearningId learned;
    private static ExternalLearning.Decided decided;
    private static List<Surveys.Link> links;

    @BeforeAll
    static void open() {
        server =
                Server.start(
                        Map.of(
                                "spring.mail.host", "127.0.0.1",
                                "spring.mail.port", "1",
                                "db-scheduler.enabled", "false"));
        Browser.on(server)
                .post(
                        bean(SetUp.class).link("").orElseThrow(),
                        Map.of("name", "Ada", "email", ADA, "password", "a long enough one"));
        school = bean(Access.class).asInstallation(bean(SampleSchool.class)::load);
        owner().update(DISTRICT)
                .set(DISTRICT.SAMPLE, false)
                .execute(); // its people can be written to
        var account = owner().select(ACCOUNT.ID).from(ACCOUNT).fetchSingle().value1();
        var teacher =
                owner().select(PERSON.ID)
                        .from(PERSON)
                        .where(PERSON.STAFF_ROLE.eq("teacher"))
                        .orderBy(PERSON.ID.desc())
                        .limit(1)
                        .fetchSingle()
                        .value1();
        bean(Access.class)
                .asInstallation(() -> {
                    bean(Accounts.class)
                            .addMembership(
                                    account,
                                    new Membership(
                                            school.district(),
                                            null,
                                            Role.ADMINISTRATOR,
                                            teacher.value()));
                    return account;
                });
        signIn();
    }

    @AfterAll
    static void close() {
        SecurityContextHolder.clearContext();
        server.close();
    }

    @BeforeEach
    void signInAgain() {
        signIn();
    }

    static Set<String> commands() {
        COMMANDS.clear();
        roster();
        training();
        rollout();
        access();
        return COMMANDS.keySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void aCommandLeavesItsEntriesInItsOwnTransaction(String name) {
        Command command = COMMANDS.get(name);
        long before = lastEntry();
        assertThatThrownBy(() ->
                        bean(school.tandem.security.DistrictTransactions.class)
                                .write(
                                        school.district(),
                                        () -> {
                                            command.work().run();
                                            throw new TakenBack();
                                        }))
                .isInstanceOf(TakenBack.class);
        assertThat(actionsSince(before)).as("left by a transaction that was taken back").isEmpty();
        command.work().run();
        assertThat(actionsSince(before)).containsExactlyInAnyOrderElementsOf(command.actions());
    }

    @Test
    void personalValuesStandApart() {
        long before = lastEntry();
        PersonId id =
                bean(People.class)
                        .add(school, staff("Zebulon", "Quixote", "zebulon@school.example"));
        bean(People.class).change(school, id, staff("Zebulonia", "Quixotic", "zq@school.example"));
        bean(Invitations.class).invite(school, id, Role.TEACHER);
        bean(People.class).end(school, id);
        List<String> entries =
                owner().selectFrom(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.ID.gt(before))
                        .fetch(entry -> entry.toString().toLowerCase(java.util.Locale.ROOT));
        assertThat(entries)
                .hasSizeGreaterThan(3)
                .allSatisfy(entry -> assertThat(entry).doesNotContain("zebulon", "quixot", "zq@"));
        assertThat(
                        owner().select(AUDIT_VALUE.AFTER)
                                .from(AUDIT_VALUE)
                                .where(AUDIT_VALUE.ENTRY_ID.gt(before))
                                .fetch(AUDIT_VALUE.AFTER))
                .contains("Zebulonia", "Quixotic", "zq@school.example");
    }

    private static void roster() {
        command("school.change", () -> bean(Schools.class).change(school, "Riverside", null));
        command("school.create", () -> bean(Schools.class).create(school.district(), "Hillside"));
        command("plan.make", () -> plan = bean(Plans.class).make(school, planFields("Second")));
        command(
                "plan.change",
                () -> bean(Plans.class).change(school, plan.id(), planFields("Third")));
        command("plan.archive", () -> bean(Plans.class).archive(school, plan.id()));
        command("plan.giveBack", () -> bean(Plans.class).giveBack(school, plan.id()));
        command(
                "person.add",
                () ->
                        person =
                                bean(People.class)
                                        .add(school, staff("Noor", "Vega", "noor@school.example")));
        command(
                "person.change",
                () ->
                        bean(People.class)
                                .change(school, person, staff("Noor", "Veda", "n@school.example")));
        command("person.end", () -> bean(People.class).end(school, person));
        command("person.giveBack", () -> bean(People.class).giveBack(school, person));
        command(
                "department.rename",
                () ->
                        bean(Departments.class)
                                .rename(school, first(DEPARTMENT.ID), "Renamed department"));
        command(
                "class.department",
                () ->
                        bean(Classes.class)
                                .setDepartment(
                                        school, first(CLASS_GROUP.ID), "Renamed department"));
        command(
                "term.add",
                () ->
                        bean(Terms.class)
                                .add(
                                        school,
                                        "Summer",
                                        LocalDate.of(2031, 6, 1),
                                        LocalDate.of(2031, 7, 1)));
        command(
                "term.change",
                () ->
                        bean(Terms.class)
                                .change(
                                        school,
                                        term(),
                                        "Late summer",
                                        LocalDate.of(2031, 6, 1),
                                        LocalDate.of(2031, 7, 2)));
        command("term.remove", () -> bean(Terms.class).remove(school, term()));
        command("term.giveBack", () -> bean(Terms.class).giveBack(school, term()));
        command(
                "holiday.add",
                () ->
                        bean(HolidayCalendar.class)
                                .add(school, List.of(new DaysRow(1, "A day off", DAY, DAY))));
        command(
                "holiday.remove",
                () ->
                        bean(HolidayCalendar.class)
                                .remove(
                                        school,
                                        owner().select(HOLIDAY.ID)
                                                .from(HOLIDAY)
                                                .where(HOLIDAY.NAME.eq("A day off"))
                                                .fetchSingle()
                                                .value1()));
        command(
                "district.change",
                () ->
                        bean(Districts.class)
                                .change(
                                        school.district(),
                                        "Riverside district",
                                        ZoneId.of("America/New_York")));
        command(
                "homeAccess.answer",
                () -> bean(HomeAccess.class).answer(school, student(), true, false, Via.PAPER));
        command(
                "survey.open",
                () -> bean(Surveys.class).open(school, LocalDate.now().plusDays(20)));
        command(
                "survey.prolong",
                () -> bean(Surveys.class).prolong(school, LocalDate.now().plusDays(30)));
        command(
                "survey.links",
                () -> links = bean(Surveys.class).makeLinks(school, Surveys.Whom.UNANSWERED));
        command(
                "homeAccess.link",
                () ->
                        assertThat(
                                        bean(SurveyAnswers.class)
                                                .answer(
                                                        school.district(),
                                                        links.getFirst()
                                                                .path()
                                                                .replaceFirst(".*/", ""),
                                                        FamilyAnswer.PARTLY,
                                                        FamilyAnswer.YES))
                                .isPresent());
        command("survey.close", () -> bean(Surveys.class).close(school));
        command("groups.keep", () -> bean(StudentGroups.class).keep(school.district()));
        command("groups.forget", () -> bean(StudentGroups.class).forget(school.district()));
        command(
                "students.read",
                () -> bean(ClassHabits.class).ofClass(school, first(CLASS_GROUP.ID)));
    }

    private static void training() {
        command("course.add", () -> course = bean(Courses.class).add(school, courseFields("Own")));
        command(
                "course.change",
                () -> bean(Courses.class).change(school, course, courseFields("Changed")));
        command("course.archive", () -> bean(Courses.class).archive(school, course));
        command("course.giveBack", () -> bean(Courses.class).giveBack(school, course));
        command(
                "session.plan",
                () -> session = bean(Sessions.class).plan(school, sessionFields("Room 1")));
        command(
                "session.change",
                () -> bean(Sessions.class).change(school, session, sessionFields("Room 2")));
        command("session.cancel", () -> bean(Sessions.class).cancel(school, session));
        command("session.giveBack", () -> bean(Sessions.class).giveBack(school, session));
        command("booking.take", () -> bean(Bookings.class).book(school, session));
        command("booking.leave", () -> bean(Bookings.class).leave(school, session));
        command(
                "booking.take for others",
                () -> bean(Bookings.class).bookFor(school, session, List.of(someTeacher())));
        command(
                "booking.leave for others",
                () -> bean(Bookings.class).leaveFor(school, session, List.of(someTeacher())));
        command("learning.submit", () -> learned = submitLearning());
        command(
                "learning.return",
                () ->
                        decided =
                                bean(ExternalLearning.class)
                                        .sendBack(school, List.of(learned), "No name on it."));
        command("learning.takeBack", () -> bean(ExternalLearning.class).takeBack(school, decided));
        command("learning.withdraw", () -> bean(ExternalLearning.class).withdraw(school, learned));
        command(
                "learning.approve of nothing left",
                () -> bean(ExternalLearning.class).approve(school, List.of(learned)));
        command("training.remind", () -> bean(Reminders.class).remind(school));
        command(
                "training.remind.takeBack",
                () -> bean(Reminders.class).takeBack(school, new Reminders.Sent(0, List.of())));
        command(
                "booking.take of what was given back",
                () -> bean(Bookings.class).takeBack(school, session, List.of()));
        command("feed.make", () -> bean(Feeds.class).make(school, Feeds.Kind.OWN));
        command("feed.end", () -> bean(Feeds.class).end(school, Feeds.Kind.OWN));
        command("attendance.mark", () -> mark(session));
        command(
                "attendance.mark of the rest",
                () -> bean(Attendance.class).markRest(school, session, AttendanceVia.SHEET));
        command(
                "session.plan of one behind",
                () -> past = bean(Sessions.class).plan(school, behind()));
        command("attendance.mark of one behind", () -> mark(past));
        command(
                "attendance.mark by a phone's list",
                () ->
                        bean(Ticks.class)
                                .take(
                                        school,
                                        past,
                                        List.of(
                                                new Tick(
                                                        UUID.randomUUID(),
                                                        Instant.now(),
                                                        false,
                                                        someTeacher(),
                                                        ""),
                                                new Tick(
                                                        UUID.randomUUID(),
                                                        Instant.now(),
                                                        true,
                                                        person,
                                                        ""))));
        command("phone.forget", () -> bean(Phones.class).forget(school, phoneOf(someTeacher())));
        command(
                "phone.forget of one's own",
                () -> bean(Phones.class).forgetOwn(school, phoneOf(me())));
        command(
                "attendance.report",
                () -> taken = bean(MeetingAttendance.class).take(school, past, seen()));
        command(
                "attendance.report.undo",
                () -> bean(MeetingAttendance.class).undo(school, past, taken.report()));
        command(
                "session.close",
                Set.of("completion.record", "session.close"),
                () -> bean(Attendance.class).close(school, past));
        command("session.reopen", () -> bean(Attendance.class).reopen(school, past));
        Completions completions = bean(Completions.class);
        command("completion.log", () -> completions.logOwn(school, course, DAY));
        command("completion.takeBack", () -> completions.takeBackOwn(school, course));
        command("completion.note", () -> completions.note(school, course, List.of(person), DAY));
        command(
                "completion.confirm",
                () -> recorded = completions.confirm(school, course, List.of(person)));
        command(
                "completion.takeBack of a confirmation",
                () -> completions.takeBack(school, recorded));
        command(
                "completion.record",
                () -> completions.record(school, course, List.of(person), DAY, null));
        command("transcript.read", () -> bean(Transcripts.class).of(school, someTeacher()));
    }

    private static void rollout() {
        Checklists checklists = bean(Checklists.class);
        command("checklist.start", () -> checklists.start(school, plan.id()));
        command("item.add", () -> checklists.add(school, plan.id(), itemFields("Ours")));
        command(
                "item.change",
                () -> checklists.change(school, plan.id(), item(), itemFields("Ours, changed")));
        command(
                "item.state",
                () -> checklists.setState(school, plan.id(), item(), ItemState.UNDER_WAY, ""));
        command(
                "item.state at a moment",
                () ->
                        checklists.doneAt(
                                school, plan.id(), item(), Instant.parse("2026-09-08T12:00:00Z")));
        command(
                "rehearsal.record",
                () -> checklists.rehearse(school, plan.id(), DAY, true, "Went well"));
        command("rehearsal.forget", () -> checklists.forgetRehearsal(school, plan.id(), DAY));
    }

    private static void access() {
        command(
                "import.meant",
                () ->
                        bean(WhoIsMeant.class)
                                .decide(
                                        school.district(),
                                        "canvas",
                                        new WhoIsMeant.Unknown(true, "7", 1),
                                        null));
        command(
                "account.invite",
                Set.of("account.invite", "membership.add"),
                () ->
                        bean(Invitations.class)
                                .invite(school, false, Role.VIEWER, "Kai", "kai@school.example"));
        command(
                "membership.change",
                Set.of("membership.end", "membership.add"),
                () -> bean(Memberships.class).changeRole(school.district(), kai(), Role.TRAINER));
        command(
                "membership.end",
                () -> ended = bean(Memberships.class).end(school.district(), kai()));
        command("membership.add", () -> bean(Memberships.class).giveBack(ended));
    }

    /** One whose single entry is called as the command is, up to a blank. */
    private static LearningId submitLearning() {
        return bean(ExternalLearning.class)
                .submit(
                        school,
                        new LearningFields(
                                course, "Quizzes", "", 60, java.time.LocalDate.of(2026, 7, 1)),
                        new Evidence("image/jpeg", new byte[] {1}));
    }

    private static void command(String name, Runnable work) {
        command(name, Set.of(name.replaceAll(" .*", "")), work);
    }

    private static void command(String name, Set<String> actions, Runnable work) {
        COMMANDS.put(name, new Command(actions, work));
    }

    private static long lastEntry() {
        return owner().select(org.jooq.impl.DSL.coalesce(org.jooq.impl.DSL.max(AUDIT_ENTRY.ID), 0L))
                .from(AUDIT_ENTRY)
                .fetchSingle()
                .value1();
    }

    private static List<String> actionsSince(long entry) {
        return owner().select(AUDIT_ENTRY.ACTION)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.ID.gt(entry))
                .fetch(AUDIT_ENTRY.ACTION);
    }

    private static void signIn() {
        var user = bean(UserDetailsService.class).loadUserByUsername(ADA);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                user, null, user.getAuthorities()));
    }

    private static <T> T first(org.jooq.TableField<?, T> id) {
        return owner().select(id).from(id.getTable()).orderBy(id).limit(1).fetchSingle().value1();
    }

    private static long term() {
        return owner().select(org.jooq.impl.DSL.max(ACADEMIC_SESSION.ID))
                .from(ACADEMIC_SESSION)
                .fetchSingle()
                .value1();
    }

    private static String student() {
        return owner().select(PERSON.EXTERNAL_ID)
                .from(PERSON)
                .where(PERSON.KIND.eq("student"))
                .limit(1)
                .fetchSingle()
                .value1();
    }

    private static long kai() {
        return owner().select(org.jooq.impl.DSL.max(MEMBERSHIP.ID))
                .from(MEMBERSHIP)
                .fetchSingle()
                .value1();
    }

    private static Item item() {
        return bean(Checklists.class).of(school, plan.id()).orElseThrow().items().stream()
                .filter(item -> item.title().startsWith("Ours"))
                .findFirst()
                .orElseThrow();
    }

    private static StaffFields staff(String given, String family, String email) {
        return new StaffFields(given, family, email, StaffRole.TEACHER, null);
    }

    private static Plans.Fields planFields(String name) {
        return new Plans.Fields(name, null, null, LocalDate.of(2027, 1, 11));
    }

    private static CourseFields courseFields(String title) {
        return CourseFields.of(title, 30, Set.of(StaffRole.TEACHER), Skill.TRAINED);
    }

    private static SessionFields sessionFields(String place) {
        return SessionFields.of(
                course, LocalDate.of(2027, 1, 4), LocalTime.of(15, 0), 60, place, "Ines");
    }

    private static PersonId someTeacher() {
        return owner().select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.STAFF_ROLE.eq("teacher"))
                .orderBy(PERSON.ID)
                .limit(1)
                .fetchSingle()
                .value1();
    }

    private static void mark(SessionId at) {
        bean(Attendance.class)
                .mark(
                        school,
                        at,
                        List.of(someTeacher()),
                        AttendanceState.PRESENT,
                        AttendanceVia.LIST);
    }

    private static PersonId me() {
        return new PersonId(bean(Access.class).personIn(school));
    }

    /** What a remembered phone of somebody can be forgotten by. */
    private static String phoneOf(PersonId person) {
        String id = UUID.randomUUID().toString();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        owner().insertInto(PHONE)
                .set(PHONE.DISTRICT_ID, school.district())
                .set(PHONE.TOKEN_HASH, id)
                .set(PHONE.SCHOOL_ID, school.school())
                .set(PHONE.SESSION_ID, past)
                .set(PHONE.EMAIL, "somebody@school.example")
                .set(PHONE.PERSON_ID, person)
                .set(PHONE.SCANNED_AT, now)
                .set(PHONE.VIA, "scan")
                .set(PHONE.ASKED_AT, now)
                .set(PHONE.CONFIRMED_AT, now)
                .execute();
        return id;
    }

    private static MeetingSeen seen() {
        return new MeetingSeen(
                "a digest",
                null,
                null,
                List.of(new MeetingSeen.Seen(person, Presence.NONE)),
                MeetingAttendance.USUAL_SHARE,
                true,
                0,
                0);
    }

    private static SessionFields behind() {
        return SessionFields.of(
                course, LocalDate.of(2026, 1, 5), LocalTime.of(15, 0), 60, "Room 3", "Ines");
    }

    private static ItemFields itemFields(String title) {
        return new ItemFields(Phase.PREPARE, title, "", "", 10, 1, 1, false);
    }

    private static <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    private static DSLContext owner() {
        if (owner == null) {
            owner = server.database().asOwner();
        }
        return owner;
    }

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
