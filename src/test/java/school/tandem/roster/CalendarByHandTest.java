package school.tandem.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.tandemdb.roster.Tables.ACADEMIC_SESSION;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.roster.intake.DaysRow;
import school.tandem.security.AccessDenied;
import school.tandem.security.BadInput;
import school.tandem.security.NotHere;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;

@Tag("database")
class CalendarByHandTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 18);

    private static Rooms rooms;
    private static int number;
    private SchoolKey lincoln;
    private Terms terms;
    private HolidayCalendar holidays;

    @BeforeAll
    static void open() {
        rooms = new Rooms();
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void aSchoolWithAnAdministrator() {
        number++;
        lincoln = rooms.school(rooms.district("District " + number).id(), "Lincoln");
        terms = rooms.bean(Terms.class);
        holidays = rooms.bean(HolidayCalendar.class);
        rooms.signIn(
                rooms.account("admin" + number + "@school.example", lincoln, Role.ADMINISTRATOR));
    }

    @Test
    void theLastDayOfATermIsASchoolDayAndTheNextIsNot() {
        terms.add(lincoln, "Autumn", FIRST, LAST);
        SchoolCalendar calendar = rooms.bean(Calendars.class).of(lincoln);
        assertThat(calendar.isSchoolDay(LAST)).isTrue();
        assertThat(calendar.isSchoolDay(LAST.plusDays(3))).isFalse();
        assertThat(storedEnd()).isEqualTo(LAST.plusDays(1));
        assertThat(terms.of(lincoln))
                .singleElement()
                .satisfies(term -> {
                    assertThat(term.lastOn()).isEqualTo(LAST);
                    assertThat(term.ownByHand()).isTrue();
                });
    }

    @Test
    void aTermIsMovedTakenOutAndBroughtBack() {
        terms.add(lincoln, "Autumn", FIRST, LAST);
        long id = terms.of(lincoln).getFirst().id();
        terms.change(lincoln, id, "Fall", FIRST, FIRST);
        assertThat(terms.of(lincoln).getFirst().lastOn()).isEqualTo(FIRST);
        terms.remove(lincoln, id);
        assertThat(terms.of(lincoln)).isEmpty();
        terms.giveBack(lincoln, id);
        assertThat(terms.of(lincoln)).extracting(Term::name).containsExactly("Fall");
    }

    @Test
    void anImportedTermIsShownAndNotChangedHere() {
        long id = importedTerm();
        assertThat(terms.of(lincoln)).extracting(Term::ownByHand).containsExactly(false);
        assertThatThrownBy(() -> terms.change(lincoln, id, "Mine", FIRST, LAST))
                .isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> terms.remove(lincoln, id)).isInstanceOf(NotHere.class);
    }

    @Test
    void aTermThatEndsBeforeItStartsIsRefusedAtItsField() {
        assertThatThrownBy(() -> terms.add(lincoln, "Autumn", LAST, FIRST))
                .isInstanceOfSatisfying(
                        BadInput.class, bad -> assertThat(bad.field()).isEqualTo("lastOn"));
        assertThatThrownBy(() -> terms.add(lincoln, "Autumn", FIRST, FIRST.plusYears(3)))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void holidaysAreNoSchoolDaysAndTheSameOnesAreKeptOnce() {
        var thanksgiving = days("Thanksgiving", LocalDate.of(2026, 11, 26), 2);
        assertThat(holidays.add(lincoln, List.of(thanksgiving, thanksgiving))).isEqualTo(1);
        assertThat(holidays.add(lincoln, List.of(thanksgiving))).isZero();
        SchoolCalendar calendar = rooms.bean(Calendars.class).of(lincoln);
        assertThat(calendar.isSchoolDay(LocalDate.of(2026, 11, 25))).isTrue();
        assertThat(calendar.isSchoolDay(LocalDate.of(2026, 11, 26))).isFalse();
        assertThat(calendar.isSchoolDay(LocalDate.of(2026, 11, 27))).isFalse();
    }

    @Test
    void aRemovedHolidayCanBeBroughtBack() {
        holidays.add(lincoln, List.of(days("Labor Day", LocalDate.of(2026, 9, 7), 1)));
        DaysRow removed = holidays.remove(lincoln, holidays.of(lincoln).getFirst().id());
        assertThat(holidays.of(lincoln)).isEmpty();
        holidays.add(lincoln, List.of(removed));
        assertThat(holidays.of(lincoln)).extracting(Holiday::name).containsExactly("Labor Day");
    }

    @Test
    void oneBadHolidayRefusesAll() {
        assertThatThrownBy(() ->
                        holidays.add(
                                lincoln, List.of(days("Labor Day", FIRST, 1), days(" ", FIRST, 1))))
                .isInstanceOf(BadInput.class);
        assertThat(holidays.of(lincoln)).isEmpty();
    }

    @Test
    void itBringsInACalendarFileAndChangesNoTerms() {
        rooms.signIn(rooms.account("it" + number + "@school.example", lincoln, Role.IT));
        assertThat(holidays.add(lincoln, List.of(days("Labor Day", FIRST, 1)))).isEqualTo(1);
        assertThatThrownBy(() -> terms.add(lincoln, "Autumn", FIRST, LAST))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void viewersReadTheCalendarAndChangeNothing() {
        holidays.add(lincoln, List.of(days("Labor Day", FIRST, 1)));
        long id = holidays.of(lincoln).getFirst().id();
        rooms.signIn(rooms.account("viewer" + number + "@school.example", lincoln, Role.VIEWER));
        assertThat(holidays.of(lincoln)).hasSize(1);
        assertThatThrownBy(() -> holidays.remove(lincoln, id)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> holidays.add(lincoln, List.of(days("Mine", FIRST, 1))))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void anotherSchoolIsNotThere() {
        SchoolKey second = rooms.school(lincoln.district(), "Second");
        assertThatThrownBy(() -> terms.of(second)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> holidays.add(second, List.of(days("Mine", FIRST, 1))))
                .isInstanceOf(NotHere.class);
    }

    private static DaysRow days(String name, LocalDate first, int count) {
        return new DaysRow(1, name, first, first.plusDays(count - 1));
    }

    private LocalDate storedEnd() {
        return rooms.database
                .inDistrict()
                .read(
                        lincoln.district(),
                        () ->
                                rooms.database
                                        .dsl()
                                        .select(ACADEMIC_SESSION.ENDS_ON)
                                        .from(ACADEMIC_SESSION)
                                        .where(ACADEMIC_SESSION.DISTRICT_ID.eq(lincoln.district()))
                                        .fetchSingle()
                                        .value1());
    }

    private long importedTerm() {
        return rooms.database
                .inDistrict()
                .write(
                        lincoln.district(),
                        () ->
                                rooms.database
                                        .dsl()
                                        .insertInto(ACADEMIC_SESSION)
                                        .set(ACADEMIC_SESSION.DISTRICT_ID, lincoln.district())
                                        .set(ACADEMIC_SESSION.KIND, "term")
                                        .set(ACADEMIC_SESSION.TITLE, "Term 1")
                                        .set(ACADEMIC_SESSION.STARTS_ON, FIRST)
                                        .set(ACADEMIC_SESSION.ENDS_ON, LAST)
                                        .set(ACADEMIC_SESSION.SOURCE, "oneroster")
                                        .set(ACADEMIC_SESSION.EXTERNAL_ID, "t1")
                                        .returningResult(ACADEMIC_SESSION.ID)
                                        .fetchSingle()
                                        .value1());
    }
}
