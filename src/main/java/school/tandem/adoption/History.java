package school.tandem.adoption;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import school.tandem.roster.SchoolCalendar.Span;

/**
 * A school year so far, week by week.
 *
 * @param weeks the earliest first
 * @param breaks stretches without school that are longer than a weekend
 */
public record History(List<Week> weeks, List<Span> breaks) {

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
