package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.reading.Headers;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.intake.Reason;

/** The columns of a table, found by any of the names that one may have. */
final class Columns {

    /** A cell with its column. */
    record Cell(String column, String value) {

        boolean isBlank() {
            return value.isEmpty();
        }

        /** Its letters and digits, in lower case. */
        String word() {
            return Headers.plain(value);
        }

        /** It is not one of the words that may stand there; or blank, where one must. */
        Unreadable unknown() {
            return new Unreadable(column, value, isBlank() ? Reason.BLANK : Reason.UNKNOWN_WORD);
        }

        @Nullable LocalDate dayBy(Moments moments) {
            return isBlank() ? null : moments.day(column, value);
        }
    }

    private static final String NO_VALUE = "null";

    private final List<String> headers;
    private final Map<String, Integer> byName = new HashMap<>();

    Columns(List<String> headers) {
        this.headers = headers;
        for (int i = 0; i < headers.size(); i++) {
            byName.putIfAbsent(Headers.plain(headers.get(i)), i);
        }
    }

    /** Where the first of these names that a column has stands; -1: none. */
    int at(String... names) {
        for (String name : names) {
            Integer at = byName.get(Headers.plain(name));
            if (at != null) {
                return at;
            }
        }
        return -1;
    }

    boolean has(String... names) {
        return at(names) >= 0;
    }

    int count() {
        return headers.size();
    }

    /** How a column is called in the file. */
    String header(int at) {
        return headers.get(at).strip();
    }

    /** The first of these columns that says something in a row, else the first that is there. */
    Cell cell(TableRow row, String... names) {
        Cell found = null;
        for (String name : names) {
            Integer at = byName.get(Headers.plain(name));
            if (at == null) {
                continue;
            }
            Cell cell = cell(row, at);
            if (!cell.isBlank()) {
                return cell;
            }
            found = found == null ? cell : found;
        }
        return found == null ? new Cell(names[0], "") : found;
    }

    /** What a row says in a column; nothing where it says null. */
    Cell cell(TableRow row, int at) {
        String value = row.cell(at);
        return new Cell(header(at), value.equalsIgnoreCase(NO_VALUE) ? "" : value);
    }

    /** The same of several columns, the first that says something. */
    Cell first(TableRow row, String[]... names) {
        return cell(row, Stream.of(names).flatMap(Stream::of).toArray(String[]::new));
    }

    /** The same, as text alone. */
    String text(TableRow row, String... names) {
        return cell(row, names).value();
    }
}
