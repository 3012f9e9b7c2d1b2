package school.tandem.importing.reading;

import java.util.List;
import school.tandem.roster.intake.OrgRow;

/** A delivery of a roster, in whatever format it came. */
public sealed interface RosterReader permits OneRosterReader, PlainRoster {

    /** The format with its version, such as {@code oneroster-1.1}. */
    String format();

    /** What its ids are of: those of one source never meet those of another. */
    String source();

    /** Its districts, schools and departments, as far as they can be read. */
    List<OrgRow> orgs();

    /** The files, and the columns about private matters, that are not read. */
    List<String> skipped();

    /** SHA-256 of all files that are read. */
    String digest();

    /** How many bytes there are to read, unpacked. */
    long bytes();
}
