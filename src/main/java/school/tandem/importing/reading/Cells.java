package school.tandem.importing.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.Reason;

/** The cells of one record by the names of their columns. */
final class Cells {

    private final Header header;
    private final CsvFile.Line line;
    private final Dates dates;

    Cells(Header header, CsvFile.Line line, Dates dates) {
        this.header = header;
        this.line = line;
        this.dates = dates;
    }

    /** Holds a record that has text beyond the header's last column, or lacks a required cell. */
    void checkWidth(List<String> required) {
        for (int i = header.width(); i < line.cells().size(); i++) {
            if (!line.cells().get(i).isBlank()) {
                throw new HeldCell("", line.cells().get(i), Reason.TOO_MANY_CELLS);
            }
        }
        for (String column : required) {
            if (header.at(column) >= line.cells().size()) {
                throw new HeldCell(header.shown(column), "", Reason.TOO_FEW_CELLS);
            }
        }
    }

    long line() {
        return line.number();
    }

    /** The text; null: blank, or the file lacks the column. */
    @Nullable String text(String column) {
        int at = header.at(column);
        if (at < 0 || at >= line.cells().size()) {
            return null;
        }
        String value = line.cells().get(at).replace("\0", "").strip();
        return value.isEmpty() ? null : value;
    }

    String required(String column) {
        String value = text(column);
        if (value == null) {
            throw new HeldCell(header.shown(column), "", Reason.BLANK);
        }
        return value;
    }

    /** The word in lower case, without blanks and signs. */
    @Nullable String word(String column) {
        String value = text(column);
        return value == null ? null : Names.plain(value);
    }

    HeldCell unknownWord(String column) {
        String value = text(column);
        return new HeldCell(header.shown(column), value == null ? "" : value, Reason.UNKNOWN_WORD);
    }

    HeldCell held(String column, Reason reason) {
        String value = text(column);
        return new HeldCell(header.shown(column), value == null ? "" : value, reason);
    }

    @Nullable LocalDate date(String column) {
        String value = text(column);
        return value == null ? null : dates.read(header.shown(column), value);
    }

    LocalDate requiredDate(String column) {
        return dates.read(header.shown(column), required(column));
    }

    boolean isTrue(String column) {
        String word = word(column);
        return word != null && List.of("true", "1", "yes", "y", "t").contains(word);
    }

    @Nullable Boolean flag(String column) {
        return text(column) == null ? null : isTrue(column);
    }

    /** The parts of a cell that lists, by commas or semicolons. */
    List<String> list(String column) {
        String value = text(column);
        return value == null
                ? List.of()
                : Stream.of(value.split("[,;]", -1))
                        .map(part -> part.strip().replaceAll("^\"|\"$", "").strip())
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .toList();
    }

    /** An e-mail address in lower case; null: none, or something else. */
    @Nullable String email(String column) {
        String value = text(column);
        return value != null && value.indexOf('@') > 0 ? value.toLowerCase(Locale.ROOT) : null;
    }

    /** Whether the source says that the row ended. */
    boolean withdrawn() {
        String status = word("status");
        if (status == null || status.equals("active")) {
            return false;
        }
        if (status.equals("tobedeleted") || status.equals("inactive")) {
            return true;
        }
        throw unknownWord("status");
    }
}
