package school.tandem.roster;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The school days of one school: weekdays of a term that are no holiday. Where no term is known,
 * every weekday that is no holiday is one.
 */
public final class SchoolCalendar {

    /** A stretch of days; {@code until} is the first day that no longer belongs to it. */
    public record Span(LocalDate from, LocalDate until) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    /** The days over which habits are counted, both included. */
    public record Window(LocalDate from, LocalDate to) {
        public boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** How many school days a window reaches back. */
    public static final int WINDOW = 20;

    /** Farther than any calendar has a gap; searches give up there. */
    private static final int FARTHEST = 400;

    private final List<Span> terms;
    private final List<Span> holidays;
    private final List<LocalDate> yearStarts;

    /**
     * @param terms when school is held, as finely as known
     * @param yearStarts first days of school years
     */
    public SchoolCalendar(List<Span> terms, List<Span> holidays, List<LocalDate> yearStarts) {
        this.terms = List.copyOf(terms);
        this.holidays = List.copyOf(holidays);
        this.yearStarts = List.copyOf(yearStarts);
    }

    /** Whether school is held on this day. */
    public boolean isSchoolDay(LocalDate day) {
        return isWeekday(day)
                && (terms.isEmpty() || terms.stream().anyMatch(term -> term.contains(day)))
                && holidays.stream().noneMatch(holiday -> holiday.contains(day));
    }

    /** Stretches that are longer than a weekend without any of these schools, within these days. */
    public static List<Span> breaks(
            Collection<SchoolCalendar> calendars, LocalDate from, LocalDate until) {
        List<Span> breaks = new ArrayList<>();
        LocalDate start = from;
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            LocalDate on = day;
            if (day.equals(until) || calendars.stream().anyMatch(one -> one.isSchoolDay(on))) {
                if (start.datesUntil(day).anyMatch(SchoolCalendar::isWeekday)) {
                    breaks.add(new Span(start, day));
                }
                start = day.plusDays(1);
            }
        }
        return breaks;
    }

    /** The first day of the school year that this day is in or follows; null: none is known. */
    public @Nullable LocalDate yearStart(LocalDate day) {
        return yearStarts.stream()
                .filter(start -> !start.isAfter(day))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * Every date from the twentieth-last school day through this day, not crossing the start of a
     * school year. Empty where the year has had no school day yet.
     */
    public Optional<Window> window(LocalDate day) {
        return schoolDayBack(day, WINDOW).map(from -> new Window(from, day));
    }

    /**
     * The school day that is the count-th from this day backwards, this day included, or the first
     * of the school year where there are fewer. Empty where there is none.
     */
    public Optional<LocalDate> schoolDayBack(LocalDate day, int count) {
        LocalDate start = yearStart(day);
        LocalDate found = null;
        int seen = 0;
        LocalDate at = day;
        for (int step = 0; step < FARTHEST && seen < count; step++, at = at.minusDays(1)) {
            if (start != null && at.isBefore(start)) {
                break;
            }
            if (isSchoolDay(at)) {
                found = at;
                seen++;
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * The school day that lies so many school days before (negative: after) this day; 0: this day
     * itself. Where no calendar reaches, weekdays count.
     */
    public LocalDate shifted(LocalDate day, int schoolDaysBefore) {
        int step = schoolDaysBefore > 0 ? -1 : 1;
        LocalDate at = day;
        int left = Math.abs(schoolDaysBefore);
        while (left > 0) {
            at = at.plusDays(step);
            if (mayBeSchoolDay(at)) {
                left--;
            }
        }
        return at;
    }

    /** Whether school is held on this day, or may be for all that the calendar says. */
    private boolean mayBeSchoolDay(LocalDate day) {
        return isSchoolDay(day)
                || isWeekday(day)
                        && !reaches(day)
                        && holidays.stream().noneMatch(holiday -> holiday.contains(day));
    }

    /** Whether the day lies between the first and the last day of any term. */
    private boolean reaches(LocalDate day) {
        return terms.stream().anyMatch(term -> !day.isBefore(term.from()))
                && terms.stream().anyMatch(term -> day.isBefore(term.until()));
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    /**
     * How many school days there are at most from one day up to, not including, another: where no
     * calendar reaches, weekdays count. Never negative.
     */
    public int schoolDaysAtMost(LocalDate from, LocalDate until) {
        return (int)
                from.datesUntil(until.isBefore(from) ? from : until)
                        .filter(this::mayBeSchoolDay)
                        .count();
    }

    /**
     * How many school days there are from one day up to, not including, another; never negative.
     */
    public int schoolDaysBetween(LocalDate from, LocalDate until) {
        return (int)
                from.datesUntil(until.isBefore(from) ? from : until)
                        .filter(this::isSchoolDay)
                        .count();
    }
}
