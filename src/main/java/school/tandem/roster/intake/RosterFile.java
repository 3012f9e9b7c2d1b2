package school.tandem.roster.intake;

import java.util.Map;

/**
 * A file of a delivery, as the rows of one kind that it has.
 *
 * @param name under which its counts and held rows are told; no other of the delivery has it
 * @param counted false: its rows only follow from those of another file, where they are counted
 * @param columns what the file calls the columns that {@link RosterLoad} names; those that are
 *     absent are called the same
 */
public record RosterFile<T extends ImportedRow>(
        String name, boolean counted, Map<String, String> columns, RowSource<T> rows) {

    public RosterFile {
        columns = Map.copyOf(columns);
    }

    /** A file whose columns are called as OneRoster's. */
    static <T extends ImportedRow> RosterFile<T> of(String name, RowSource<T> rows) {
        return new RosterFile<>(name, true, Map.of(), rows);
    }

    String shown(String column) {
        return columns.getOrDefault(column, column);
    }
}
