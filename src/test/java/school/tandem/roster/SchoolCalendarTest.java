package school.tandem.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import school.tandem.roster.SchoolCalendar.Span;
import school.tandem.roster.SchoolCalendar.Window;

class SchoolCalendarTest {

    private static final LocalDate START = LocalDate.of(2013, 10, 1);

    private final SchoolCalendar year =
            new SchoolCalendar(
                    List.of(new Span(START, LocalDate.of(2014, 6, 26))), List.of(), List.of(START));

    @Test
    void windowReachesTwentySchoolDaysBackAcrossWeekends() {
        assertThat(year.window(LocalDate.of(2013, 12, 2)))
                .contains(new Window(LocalDate.of(2013, 11, 5), LocalDate.of(2013, 12, 2)));
    }

    @Test
    void windowOfAWeekendEndsOnIt() {
        assertThat(year.window(LocalDate.of(2013, 12, 1)))
                .contains(new Window(LocalDate.of(2013, 11, 4), LocalDate.of(2013, 12, 1)));
    }

    @Test
    void holidaysMakeTheWindowLonger() {
        var withBreak =
                new SchoolCalendar(
                        List.of(new Span(START, LocalDate.of(2014, 6, 26))),
                        List.of(new Span(LocalDate.of(2013, 11, 25), LocalDate.of(2013, 12, 1))),
                        List.of(START));
        assertThat(withBreak.window(LocalDate.of(2013, 12, 2)).orElseThrow().from())
                .isEqualTo(LocalDate.of(2013, 10, 29));
    }

    @Test
    void windowNeverCrossesTheStartOfASchoolYear() {
        assertThat(year.window(LocalDate.of(2013, 10, 4)).orElseThrow().from()).isEqualTo(START);
        assertThat(year.window(LocalDate.of(2013, 9, 30))).isEmpty();
    }

    @Test
    void withoutTermsEveryWeekdayIsASchoolDay() {
        var bare = new SchoolCalendar(List.of(), List.of(), List.of());
        assertThat(bare.isSchoolDay(LocalDate.of(2026, 7, 3))).isTrue();
        assertThat(bare.isSchoolDay(LocalDate.of(2026, 7, 4))).isFalse();
    }

    @Test
    void dueDatesAreCountedInSchoolDays() {
        LocalDate move = LocalDate.of(2013, 12, 2);
        assertThat(year.shifted(move, 5)).isEqualTo(LocalDate.of(2013, 11, 25));
        assertThat(year.shifted(move, 0)).isEqualTo(move);
        assertThat(year.shifted(move, -5)).isEqualTo(LocalDate.of(2013, 12, 9));
        assertThat(year.shifted(LocalDate.of(2013, 10, 2), 5)).isBefore(START);
    }

    @Test
    void schoolDaysBetweenLeaveTheLastDayOut() {
        assertThat(year.schoolDaysBetween(LocalDate.of(2013, 12, 2), LocalDate.of(2013, 12, 9)))
                .isEqualTo(5);
        assertThat(year.schoolDaysBetween(LocalDate.of(2013, 12, 9), LocalDate.of(2013, 12, 2)))
                .isZero();
    }

    @Test
    void dueDatesLeaveHolidaysOutAndCountWeekdaysWhereNoCalendarReaches() {
        var withBreak =
                new SchoolCalendar(
                        List.of(new Span(START, LocalDate.of(2014, 6, 26))),
                        List.of(new Span(LocalDate.of(2013, 12, 23), LocalDate.of(2014, 1, 4))),
                        List.of(START));
        // From Monday 6 January five days back: the Friday before the holidays is the first.
        assertThat(withBreak.shifted(LocalDate.of(2014, 1, 6), 5))
                .isEqualTo(LocalDate.of(2013, 12, 16));
        assertThat(withBreak.shifted(LocalDate.of(2014, 6, 25), -5))
                .isEqualTo(LocalDate.of(2014, 7, 2));
        assertThat(withBreak.shifted(LocalDate.of(2014, 9, 1), 5))
                .isEqualTo(LocalDate.of(2014, 8, 25));
    }

    @Test
    void aBreakBetweenTermsIsNoSchoolAndAfterTheLastOneNobodyKnows() {
        var terms =
                new SchoolCalendar(
                        List.of(
                                new Span(START, LocalDate.of(2013, 12, 21)),
                                new Span(LocalDate.of(2014, 1, 13), LocalDate.of(2014, 6, 21))),
                        List.of(),
                        List.of(START));
        assertThat(terms.schoolDaysAtMost(LocalDate.of(2013, 12, 20), LocalDate.of(2014, 1, 14)))
                .isEqualTo(2);
        assertThat(terms.schoolDaysAtMost(LocalDate.of(2014, 6, 21), LocalDate.of(2014, 7, 5)))
                .isEqualTo(10);
    }

    @Test
    void aWindowOfTheHolidaysReachesBackBeforeThem() {
        assertThat(year.window(LocalDate.of(2014, 8, 1)))
                .contains(new Window(LocalDate.of(2014, 5, 29), LocalDate.of(2014, 8, 1)));
    }
}
