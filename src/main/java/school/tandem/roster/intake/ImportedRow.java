package school.tandem.roster.intake;

/** What every row of a file tells, whatever it is about. */
public interface ImportedRow {

    /**
     * The first physical line of its record in the file, counted from 1 with the header. Of a
     * workbook: the row's number.
     */
    long line();

    /** Whether the source says that it ended (status {@code tobedeleted} or {@code inactive}). */
    boolean withdrawn();

    /** The source's own id; never blank. */
    String id();
}
