package school.tandem.adoption;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import school.tandem.roster.SchoolCalendar;
import school.tandem.roster.SchoolCalendar.Span;

/**
 * A school year so far, week by week.
 *
 * @param weeks the earliest first
 * @param breaks stretches without school that are longer than a weekend
 */
public record History(List<Week> weeks, List<Span> breaks) {

    /**
     * @param calendars of the schools that it is about
     * @param weeks the earliest first
     */
    static History of(Collection<SchoolCalendar> calendars, List<Week> weeks) {
        if (weeks.isEmpty()) {
            return new History(weeks, List.of());
        }
        LocalDate last = weeks.getLast().of().day();
        LocalDate first =
                calendars.stream()
                        .map(calendar -> SchoolWeek.yearStart(calendar, last))
                        .min(LocalDate::compareTo)
                        .orElse(last);
        return new History(weeks, SchoolCalendar.breaks(calendars, first, last.plusDays(1)));
    }

    /** The last week whose last school day lies before a day. */
    public Optional<Week> before(LocalDate day) {
        return weeks.stream()
                .filter(week -> week.of().day().isBefore(day))
                .reduce((one, later) -> later);
    }

    /** The week that a day lies in. */
    public Optional<Week> of(LocalDate day) {
        LocalDate monday = SchoolWeek.mondayOf(day);
        return weeks.stream().filter(week -> week.of().monday().equals(monday)).findFirst();
    }
}
