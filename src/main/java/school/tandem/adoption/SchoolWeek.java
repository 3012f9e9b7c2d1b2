package school.tandem.adoption;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.SchoolCalendar;

/**
 * A week with school.
 *
 * @param monday its Monday
 * @param day its last school day, or the last one so far
 */
public record SchoolWeek(LocalDate monday, LocalDate day) {

    /** No school year is longer. */
    private static final int MOST = 53;

    public static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The weeks of the school year that the day is in, through this day, the earliest first. */
    static List<SchoolWeek> upTo(SchoolCalendar calendar, LocalDate day) {
        LocalDate start = yearStart(calendar, day);
        List<SchoolWeek> weeks = new ArrayList<>();
        for (LocalDate monday = mondayOf(start);
                !monday.isAfter(day);
                monday = monday.plusWeeks(1)) {
            LocalDate last = monday.plusDays(6).isAfter(day) ? day : monday.plusDays(6);
            while (!last.isBefore(monday) && !calendar.isSchoolDay(last)) {
                last = last.minusDays(1);
            }
            if (!last.isBefore(monday) && !last.isBefore(start)) {
                weeks.add(new SchoolWeek(monday, last));
            }
        }
        return weeks;
    }

    /**
     * The weeks of today's school year so far; those of an earlier one where such a week is asked
     * for.
     *
     * @param monday of the week that is asked for; null: none
     */
    static List<SchoolWeek> around(
            SchoolCalendar calendar, LocalDate today, @Nullable LocalDate monday) {
        List<SchoolWeek> now = upTo(calendar, today);
        if (monday == null || now.stream().anyMatch(week -> week.monday().equals(monday))) {
            return now;
        }
        LocalDate sunday = monday.plusDays(6);
        return upTo(calendar, sunday.isAfter(today) ? today : sunday);
    }

    /** The first day of the day's school year; where none is known, a year before. */
    static LocalDate yearStart(SchoolCalendar calendar, LocalDate day) {
        LocalDate start = calendar.yearStart(day);
        LocalDate earliest = mondayOf(day).minusWeeks(MOST - 1L);
        return start == null || start.isBefore(earliest) ? earliest : start;
    }
}
