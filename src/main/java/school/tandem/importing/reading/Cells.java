package school.tandem.importing.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.Reason;

/** The cells of one record by the names of their columns. */
final class Cells {

    /** Longer than any name or id; the database could not look such an id up. */
    private static final int LONGEST = 500;

    private final Header header;
    private final CsvFile.Line line;
    private final Dates dates;

    Cells(Header header, CsvFile.Line line, Dates dates) {
        this.header = header;
        this.line = line;
        this.dates = dates;
    }

    /**
     * Holds a record whose quotes don't close, that has text beyond the header's last column, or
     * lacks a required cell.
     */
    void check(List<String> required) {
        if (line.broken()) {
            String last = line.cells().isEmpty() ? "" : line.cells().getLast();
            throw new HeldCell("", readable(last), Reason.BROKEN_QUOTES);
        }
        for (int i = header.width(); i < line.cells().size(); i++) {
            if (!line.cells().get(i).isBlank()) {
                throw new HeldCell("", readable(line.cells().get(i)), Reason.TOO_MANY_CELLS);
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
        if (value.contains(Encoding.NO_TEXT)) {
            throw new HeldCell(header.shown(column), readable(value), Reason.NOT_TEXT);
        }
        if (value.length() > LONGEST) {
            throw new HeldCell(header.shown(column), value, Reason.TOO_LONG);
        }
        return value.isEmpty() ? null : value;
    }

    /** The row's id, also of a row that can't be taken; empty: none that could be one. */
    String idIfAny() {
        return textIfAny("sourcedId");
    }

    /** A cell also of a row that can't be taken; empty: blank, or no text. */
    String textIfAny(String column) {
        try {
            String text = text(column);
            return text == null ? "" : text;
        } catch (HeldCell unreadable) {
            return "";
        }
    }

    private static String readable(String value) {
        return value.replace(Encoding.NO_TEXT, "\uFFFD").replace("\0", "");
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

    /**
     * A day, also where it is written as its midnight somewhere; of another moment, the local one.
     */
    @Nullable LocalDate date(String column) {
        String value = text(column);
        return value == null ? null : dates.readDate(header.shown(column), value);
    }

    /** The first day after what ends then; null: not said. */
    @Nullable LocalDate end(String column) {
        String value = text(column);
        return value == null ? null : dates.readEnd(header.shown(column), value);
    }

    LocalDate requiredDate(String column) {
        return dates.readDate(header.shown(column), required(column));
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
