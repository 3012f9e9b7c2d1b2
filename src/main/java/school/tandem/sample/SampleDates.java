package school.tandem.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The days that the sample school's story hangs on, seen from the day that it is loaded. */
record SampleDates(LocalDate today) {

    static final int WEEKS_OF_HISTORY = 12;

    private LocalDate monday() {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The first day of the school year, a little before the history. */
    LocalDate yearStart() {
        return monday().minusWeeks(WEEKS_OF_HISTORY + 2);
    }

    /** The first day that is no longer of the school year. */
    LocalDate yearEnd() {
        return yearStart().plusWeeks(40);
    }

    LocalDate secondTerm() {
        return yearStart().plusWeeks(20);
    }

    LocalDate historyStart() {
        return monday().minusWeeks(WEEKS_OF_HISTORY);
    }

    LocalDate firstTraining() {
        return monday().minusWeeks(6);
    }

    LocalDate decision() {
        return monday().minusWeeks(2).plusDays(1);
    }

    LocalDate move() {
        return monday().plusWeeks(3);
    }

    /** A long weekend. */
    LocalDate holiday() {
        return monday().minusWeeks(7).plusDays(3);
    }

    /** Whether there is no school: a weekend, or the long one. */
    boolean isFree(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
                || day.equals(holiday())
                || day.equals(holiday().plusDays(1));
    }
}
