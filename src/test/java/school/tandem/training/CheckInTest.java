package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandemdb.training.Tables.ATTENDANCE;
import static school.tandemdb.training.Tables.PHONE;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import school.tandem.Browser;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.roster.People;
import school.tandem.roster.PersonId;
import school.tandem.roster.Schools;
import school.tandem.roster.StaffFields;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Access;
import school.tandem.security.Accounts;
import school.tandem.security.Districts;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;

/** Checking in as phones do it that run no script. Sessions begin at 10:00 in New York. */
class CheckInTest {

    private static final String PASSWORD = "a long enough one";
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final Pattern SCAN = Pattern.compile("name=\"scan\" value=\"([^\"]+)\"");
    private static final SettableClock CLOCK = new SettableClock("2026-10-05T13:50:00Z");

    private static Server server;
    private static SchoolKey school;
    private static CourseId course;
    private static List<PersonId> staff;
    private SessionId session;

    @BeforeAll
    static void aSchoolWithStaff() {
        server = Server.at(CLOCK);
        school =
                asInstallation(() -> {
                    var district =
                            bean(Districts.class)
                                    .create("North", ZoneId.of("America/New_York"), false);
                    return bean(Schools.class).create(district.id(), "Lincoln").key();
                });
        staff =
                asInstallation(() ->
                        IntStream.range(0, 6)
                                .mapToObj(i -> bean(People.class).add(school, teacher(i)))
                                .toList());
        course = course("Online quizzes");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void aSessionThatBeginsInTenMinutes() {
        CLOCK.set("2026-10-05T13:50:00Z");
        session = session(course, DAY);
    }

    @Test
    void aRememberedPhoneScansConfirmsReadsThatItWorkedAndUndoes() {
        Browser phone = remembered(0);
        HttpResponse<String> scanned = phone.get(wall());
        assertThat(scanned.body())
                .contains("Are you here?", "T0 Family0", "Online quizzes, Room 1");
        HttpResponse<String> done = confirm(phone, scanned);
        assertThat(done.body()).contains("You are checked in", "Recorded at 9:50", "Undo");
        assertThat(seen(0)).containsExactly("present scan");
        assertThat(phone.cookie("JSESSIONID")).isEmpty();
        HttpResponse<String> undone = phone.postWithoutSecret(door() + "/undo", Map.of());
        assertThat(undone.body()).doesNotContain("You are checked in");
        assertThat(seen(0)).isEmpty();
        phone.postWithoutSecret(door() + "/undo", Map.of());
        assertThat(seen(0)).isEmpty();
    }

    @Test
    void doubleTapsAndReplaysChangeNothing() {
        Browser phone = remembered(0);
        String scan = scanOf(phone.get(wall()));
        for (int i = 0; i < 3; i++) {
            assertThat(send(phone, scan, Map.of()).body()).contains("You are checked in");
        }
        CLOCK.set("2026-10-05T14:30:00Z");
        assertThat(send(phone, scan, Map.of()).body()).contains("Recorded at 9:50");
        assertThat(phone.get(wall()).body()).contains("Recorded at 9:50");
        assertThat(seen(0)).containsExactly("present scan");
    }

    @Test
    void whatAPhoneScannedIsOfNoUseToAnother() {
        String scan = scanOf(remembered(0).get(wall()));
        assertThat(send(remembered(1), scan, Map.of()).body())
                .contains("Scan the code on the wall");
        assertThat(seen(1)).isEmpty();
    }

    @Test
    void aPictureOfTheCodeIsOfNoUseAMinuteLater() {
        String wall = wall();
        CLOCK.set("2026-10-05T13:51:00Z");
        HttpResponse<String> answer = remembered(0).get(wall);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("This code has expired");
    }

    @Test
    void theCodeBeforeTheOneOnTheWallIsTaken() {
        String wall = wall();
        CLOCK.set("2026-10-05T13:50:59Z");
        assertThat(remembered(0).get(wall).body()).contains("Are you here?");
    }

    @Test
    void nobodyChecksInTooEarlyOrAfterTheEnd() {
        wall();
        Browser phone = remembered(0);
        CLOCK.set("2026-10-05T13:29:59Z");
        assertThat(phone.get(wall()).body()).contains("It is too early", "9:30");
        CLOCK.set("2026-10-05T13:30:00Z");
        assertThat(phone.get(wall()).body()).contains("Are you here?");
        CLOCK.set("2026-10-05T15:00:00Z");
        assertThat(phone.get(wall()).body()).contains("This session is over");
    }

    @Test
    void whoComesMoreThanTenMinutesLateIsLate() {
        CLOCK.set("2026-10-05T14:10:00Z");
        Browser onTime = remembered(0);
        confirm(onTime, onTime.get(wall()));
        CLOCK.set("2026-10-05T14:10:01Z");
        Browser late = remembered(1);
        assertThat(confirm(late, late.get(wall())).body()).contains("You are checked in");
        assertThat(seen(0)).containsExactly("present scan");
        assertThat(seen(1)).containsExactly("late scan");
    }

    @Test
    void aClosedOrCancelledSessionSaysSo() {
        Browser phone = remembered(0);
        CLOCK.set("2026-10-05T14:05:00Z");
        String wall = wall();
        String scan = scanOf(phone.get(wall));
        trainer(() -> bean(Attendance.class).close(school, session));
        assertThat(phone.get(wall).body()).contains("This session is closed");
        assertThat(send(phone, scan, Map.of()).body()).contains("This session is closed");
        trainer(() -> {
            bean(Attendance.class).reopen(school, session);
            bean(Sessions.class).cancel(school, session);
            return session;
        });
        assertThat(phone.get(wall).body()).contains("This session is cancelled");
        assertThat(seen(0)).isEmpty();
    }

    @Test
    void aCodeOfAnotherSessionIsRefused() {
        String wall = wall();
        SessionId other = session(course, DAY);
        trainer(() -> bean(WallCodes.class).now(school, other));
        String code = wall.substring(wall.lastIndexOf('/'));
        HttpResponse<String> answer =
                remembered(0).get("/c/%s/%s%s".formatted(school.district(), other, code));
        assertThat(answer.body()).contains("This code is of no session here");
        assertThat(remembered(0).get("/c/x/y/z").statusCode()).isEqualTo(422);
    }

    @Test
    void whoHasNoSeatIsAddedWhenTheySaySo() {
        trainer(() -> bean(Bookings.class).bookFor(school, session, staff.subList(0, 1)));
        Browser phone = remembered(1);
        HttpResponse<String> scanned = phone.get(wall());
        assertThat(scanned.body()).contains("You are not on the list", "Add me");
        HttpResponse<String> without = send(phone, scanOf(scanned), Map.of());
        assertThat(without.body()).contains("You are not on the list");
        assertThat(seen(1)).isEmpty();
        assertThat(send(phone, scanOf(scanned), Map.of("add", "true")).body())
                .contains("You are checked in");
        Browser booked = remembered(0);
        assertThat(booked.get(wall()).body()).contains("Are you here?");
    }

    @Test
    void somebodyOfAnotherSchoolIsToldThatItIsTheWrongSession() {
        SchoolKey madison =
                asInstallation(
                        () -> bean(Schools.class).create(school.district(), "Madison").key());
        SessionId there =
                asInstallation(() ->
                        bean(Sessions.class).plan(madison, fields(course(madison, "There"), DAY)));
        WallCode wall = trainer(() -> bean(WallCodes.class).now(madison, there));
        assertThat(remembered(0).get(wall.path()).body())
                .contains("This session is of another school");
    }

    @Test
    void aScanThatIsSentLaterCountsFromWhenItWasScannedAndSaysSo() {
        Browser phone = remembered(0);
        String scan = scanOf(phone.get(wall()));
        CLOCK.set("2026-10-05T16:00:00Z");
        HttpResponse<String> sent = send(phone, scan, Map.of("later", "true"));
        assertThat(sent.body()).contains("You were here at 9:50", "sent it later");
        send(phone, scan, Map.of("later", "true"));
        assertThat(seen(0)).containsExactly("present scan later");
        CLOCK.set("2026-10-05T14:00:00Z");
        Browser other = remembered(1);
        String second = scanOf(other.get(wall()));
        CLOCK.set("2026-10-06T03:00:00Z");
        assertThat(send(other, second, Map.of("later", "true")).body())
                .contains("This session is over");
    }

    @Test
    void aScanSurvivesTheSignInInBetween() {
        String token =
                asInstallation(() ->
                        bean(Accounts.class)
                                .invite(
                                        school.district(),
                                        school.school(),
                                        Role.TEACHER,
                                        "Tea Cher",
                                        "tea@school.example",
                                        staff.get(2).value()));
        Browser.on(server).post("/join/" + token, Map.of("password", PASSWORD));
        Browser phone = Browser.on(server);
        assertThat(phone.get(wall()).body()).contains("Who are you?", door() + "/sign-in");
        assertThat(phone.get(door() + "/sign-in").uri().getPath()).isEqualTo("/sign-in");
        CLOCK.set("2026-10-05T13:55:00Z");
        HttpResponse<String> back = phone.signIn("tea@school.example", PASSWORD);
        assertThat(back.uri().getPath()).isEqualTo(door());
        assertThat(back.body()).contains("Are you here?", "T2 Family2");
        HttpResponse<String> done = confirm(phone, back);
        assertThat(done.body()).contains("You are checked in", "Recorded at 9:50", "My training");
    }

    @Test
    void aTypedCodeLeadsToTheSame() {
        Browser phone = remembered(3);
        String typed = trainer(() -> bean(WallCodes.class).now(school, session)).typed();
        HttpResponse<String> page =
                phone.post("/c", Map.of("code", " " + typed.toLowerCase(java.util.Locale.ROOT)));
        assertThat(page.body()).contains("Are you here?");
        confirm(phone, page);
        assertThat(seen(3)).containsExactly("present code");
        HttpResponse<String> half = phone.post("/c", Map.of("code", "12"));
        assertThat(half.statusCode()).isEqualTo(422);
        assertThat(half.body()).contains("not a whole code");
    }

    @Test
    void aPhoneWithoutAnAccountIsRememberedOnceATrainerHasConfirmedTheName() {
        Browser phone = Browser.on(server);
        phone.get(wall());
        assertThat(
                        phone.postWithoutSecret(door() + "/me", Map.of("email", "nonsense"))
                                .statusCode())
                .isEqualTo(422);
        HttpResponse<String> waits =
                phone.postWithoutSecret(door() + "/me", Map.of("email", "T4@school.example"));
        assertThat(waits.body()).contains("Show yourself to the trainer");
        assertThat(seen(4)).isEmpty();
        PhoneRequest request = requests().getFirst();
        assertThat(request.name()).isEqualTo("T4 Family4");
        trainer(() -> {
            bean(Phones.class).confirm(school, session, request.id(), staff.get(4));
            return request;
        });
        assertThat(phone.get(door()).body()).contains("You are checked in");
        session = session(course, DAY);
        assertThat(phone.get(wall()).body()).contains("Are you here?", "T4 Family4");
        String kept = phone.cookie("tandem-phone");
        assertThat(
                        server.database()
                                .asOwner()
                                .select(PHONE.TOKEN_HASH)
                                .from(PHONE)
                                .fetch()
                                .getValues(PHONE.TOKEN_HASH))
                .doesNotContain(kept)
                .contains(Phones.hash(kept));
        HttpResponse<String> other = phone.postWithoutSecret(door() + "/forget", Map.of());
        assertThat(other.body()).contains("Who are you?");
    }

    @Test
    void aRememberedPhoneThatATrainerForgetsIsNobodysAnyMore() {
        Browser phone = remembered(5);
        List<KnownPhone> known =
                trainer(() -> bean(Phones.class).known(school)).stream()
                        .filter(one -> one.person().equals(staff.get(5)))
                        .toList();
        assertThat(known).hasSize(1);
        assertThat(known.getFirst().name()).isEqualTo("T5 Family5");
        assertThat(known.getFirst().session()).isEqualTo("Online quizzes");
        assertThat(phone.get(wall()).body()).contains("Are you here?");
        trainer(() -> {
            bean(Phones.class).forget(school, known.getFirst().id());
            return known;
        });
        assertThat(phone.get(wall()).body()).contains("Who are you?");
        assertThat(trainer(() -> bean(Phones.class).known(school)))
                .extracting(KnownPhone::person)
                .doesNotContain(staff.get(5));
    }

    @Test
    void whetherAnAddressIsOnTheStaffIsToldToTheTrainerAlone() {
        Browser phone = Browser.on(server);
        phone.get(wall());
        assertThat(
                        phone.postWithoutSecret(
                                        door() + "/me", Map.of("email", "nobody@school.example"))
                                .body())
                .contains("Show yourself to the trainer");
        PhoneRequest request = requests().getFirst();
        assertThat(request.person()).isNull();
        trainer(() -> {
            bean(Phones.class).refuse(school, session, request.id());
            return request;
        });
        assertThat(requests()).isEmpty();
        assertThat(phone.get(door()).body()).contains("Who are you?");
    }

    @Test
    void withoutAScanNobodyCanAskToBeRemembered() {
        wall();
        Browser phone = Browser.on(server);
        assertThat(
                        phone.postWithoutSecret(
                                        door() + "/me", Map.of("email", "t5@school.example"))
                                .body())
                .contains("Scan the code on the wall");
        assertThat(requests()).isEmpty();
    }

    @Test
    void whatTheTrainerSaidStays() {
        Browser phone = remembered(0);
        String wall = wall();
        trainer(() -> {
            bean(Attendance.class)
                    .mark(
                            school,
                            session,
                            staff.subList(0, 1),
                            AttendanceState.EXCUSED,
                            AttendanceVia.LIST);
            return wall;
        });
        assertThat(phone.get(wall).body()).contains("You are excused").doesNotContain("Undo");
        phone.postWithoutSecret(door() + "/undo", Map.of());
        assertThat(seen(0)).containsExactly("excused list");
    }

    @Test
    void theNextRequiredCourseWithPlacesComesNext() {
        CourseId next = course("Teaching by video");
        session(next, DAY.plusDays(3));
        session(next, DAY.plusDays(4));
        Browser phone = remembered(0);
        assertThat(confirm(phone, phone.get(wall())).body())
                .contains("What comes next", "Teaching by video", "2 sessions with places");
    }

    @Test
    void pagesAreSmallAndNeedNoScript() {
        Browser phone = remembered(0);
        HttpResponse<String> scanned = phone.get(wall());
        HttpResponse<String> done = confirm(phone, scanned);
        int shared =
                phone.get("/plain.css").body().length() + phone.get("/check-in.js").body().length();
        for (HttpResponse<String> page : List.of(scanned, done, phone.get("/c"))) {
            assertThat(page.body().length() + shared).isLessThan(30_000);
            assertThat(page.body()).doesNotContain("<script>").doesNotContain("onclick");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("script-src 'self';")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void theWallAndTheSheetAreForThoseWhoLookAfterTraining() {
        assertThat(Browser.on(server).get(room("code")).uri().getPath()).isEqualTo("/sign-in");
        Browser trainer = Browser.on(server);
        String token =
                asInstallation(() ->
                        bean(Accounts.class)
                                .invite(
                                        school.district(),
                                        school.school(),
                                        Role.TRAINER,
                                        "Tra Iner",
                                        "trainer@school.example",
                                        null));
        trainer.post("/join/" + token, Map.of("password", PASSWORD));
        String shown = trainer(() -> bean(WallCodes.class).now(school, session)).typed();
        assertThat(trainer.get(room("code")).body())
                .contains("<svg", shown, "http-equiv=\"refresh\" content=\"31\"")
                .contains("Phones can’t reach this address");
        assertThat(trainer.get(room("sheet")).body()).contains("Family0, T0", "Signature");
    }

    private static StaffFields teacher(int number) {
        return new StaffFields(
                "T" + number,
                "Family" + number,
                "t%d@school.example".formatted(number),
                StaffRole.TEACHER,
                null);
    }

    private static CourseId course(String title) {
        return course(school, title);
    }

    private static CourseId course(SchoolKey key, String title) {
        return asInstallation(() ->
                bean(Courses.class)
                        .add(
                                key,
                                CourseFields.of(
                                        title, 60, Set.of(StaffRole.TEACHER), Skill.TRAINED)));
    }

    private static SessionFields fields(CourseId course, LocalDate day) {
        return SessionFields.of(course, day, LocalTime.of(10, 0), 60, "Room 1", "");
    }

    private static SessionId session(CourseId course, LocalDate day) {
        return asInstallation(() -> bean(Sessions.class).plan(school, fields(course, day)));
    }

    private String door() {
        return "/c/%s/%s".formatted(school.district(), session);
    }

    private String room(String page) {
        return "/training/%s?school=%s&session=%s".formatted(page, school.school(), session);
    }

    /** Where a scan of the code leads that is on the wall now. */
    private String wall() {
        return trainer(() -> bean(WallCodes.class).now(school, session)).path();
    }

    /** A phone that a trainer confirmed at another session. */
    private Browser remembered(int number) {
        SessionId here = session;
        session = session(course, DAY);
        Browser phone = Browser.on(server);
        phone.get(wall());
        phone.postWithoutSecret(
                door() + "/me", Map.of("email", "t%d@school.example".formatted(number)));
        trainer(() -> {
            bean(Phones.class)
                    .confirm(school, session, requests().getFirst().id(), staff.get(number));
            return number;
        });
        session = here;
        return phone;
    }

    private List<PhoneRequest> requests() {
        return trainer(() -> bean(Phones.class).requests(school, session));
    }

    private HttpResponse<String> confirm(Browser phone, HttpResponse<String> scanned) {
        return send(phone, scanOf(scanned), Map.of());
    }

    private HttpResponse<String> send(Browser phone, String scan, Map<String, String> more) {
        var fields = new java.util.HashMap<>(more);
        fields.put("scan", scan);
        return phone.postWithoutSecret(door(), fields);
    }

    private static String scanOf(HttpResponse<String> page) {
        Matcher scan = SCAN.matcher(page.body());
        assertThat(scan.find()).as(page.body()).isTrue();
        return scan.group(1);
    }

    /** What is recorded of somebody here: state, how, and whether it was sent later. */
    private List<String> seen(int number) {
        return server.database()
                .asOwner()
                .select(ATTENDANCE.STATE, ATTENDANCE.VIA, ATTENDANCE.SENT_LATER)
                .from(ATTENDANCE)
                .where(ATTENDANCE.SESSION_ID.eq(session))
                .and(ATTENDANCE.PERSON_ID.eq(staff.get(number)))
                .fetch(row -> row.value1() + " " + row.value2() + (row.value3() ? " later" : ""));
    }

    private static <T> T trainer(Supplier<T> work) {
        return asInstallation(work);
    }

    private static <T> T asInstallation(Supplier<T> work) {
        return bean(Access.class).asInstallation(work);
    }

    private static <T> T bean(Class<T> type) {
        return server.bean(type);
    }
}
