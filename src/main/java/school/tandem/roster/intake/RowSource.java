package school.tandem.roster.intake;

/** Rows that are read while they are taken, so that a file of any length fits. */
@FunctionalInterface
public interface RowSource<T> {
    /** Hands over all rows, in the order of the file. */
    void read(RowTaker<T> taker);
}
