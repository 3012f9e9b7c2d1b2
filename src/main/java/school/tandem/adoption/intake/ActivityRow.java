package school.tandem.adoption.intake;

import java.time.LocalDate;
import school.tandem.roster.PersonId;
import school.tandem.roster.intake.ImportedRow;

/**
 * What an export says that somebody did on a day.
 *
 * @param day the local date
 */
public record ActivityRow(long line, PersonId person, LocalDate day, Did did)
        implements ImportedRow {

    /** A day that was, is not taken back by an export that no longer has it. */
    @Override
    public boolean withdrawn() {
        return false;
    }

    @Override
    public String id() {
        return Long.toString(line);
    }
}
