package school.tandem.adoption.intake;

import school.tandem.roster.intake.ImportedRow;

/** A kind of work as a source titles it, such as “Quiz”. */
public record CategoryRow(long line, boolean withdrawn, String id, String title)
        implements ImportedRow {}
