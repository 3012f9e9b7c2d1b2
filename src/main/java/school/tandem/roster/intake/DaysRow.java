package school.tandem.roster.intake;

import java.time.LocalDate;

/** Named days of a calendar: a term or a holiday, first and last day included. */
public record DaysRow(long line, String name, LocalDate firstOn, LocalDate lastOn) {

    public DaysRow {
        if (lastOn.isBefore(firstOn)) {
            throw new IllegalArgumentException("The last day stands before the first");
        }
    }
}
