package school.tandem.importing.reading;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parts a text into records (RFC 4180 and what real files make of it). A quote that is never closed
 * must not swallow the rows below it: where a quoted cell runs over a line's end into something
 * that can't be its end, the first line alone is broken, and reading goes on with the next one.
 */
final class CsvRecords {

    private static final int MOST_CELLS = 1000;
    private static final int LONGEST_CELL = 1 << 20;
    private static final int LONGEST_RECORD = 4 << 20;
    private static final int END = -1;

    private final Reader reader;
    private final String file;
    private final char separator;
    private char[] buffer = new char[64 * 1024];
    private int start;
    private int at;
    private int limit;
    private long line = 1;

    private List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean strayQuote;

    CsvRecords(Reader reader, String file, char separator) {
        this.reader = reader;
        this.file = file;
        this.separator = separator;
    }

    /**
     * The next record, blank ones among them; null: there is none.
     *
     * @throws Refused where a line is longer than any should be
     */
    CsvFile.@Nullable Line next() throws IOException {
        start = at;
        if (peek() == END) {
            return null;
        }
        cells = new ArrayList<>();
        long first = line;
        boolean more = true;
        while (more) {
            if (cells.size() > MOST_CELLS) {
                cells.removeLast();
            }
            skipBlanks();
            boolean whole = peek() == '"' ? quoted() : plain();
            if (!whole || at - start > LONGEST_RECORD) {
                return broken(first);
            }
            cells.add(cell.toString().strip());
            more = peek() == separator;
            if (more) {
                at++;
            }
        }
        endOfLine();
        return new CsvFile.Line(first, cells, false);
    }

    private void skipBlanks() throws IOException {
        while (peek() != separator && (peek() == ' ' || peek() == '\t')) {
            at++;
        }
    }

    private boolean plain() throws IOException {
        cell.setLength(0);
        for (int c = peek(); c != END && c != separator && !isLineEnd(c); c = peek()) {
            cell.append((char) c);
            at++;
            if (cell.length() > LONGEST_CELL) {
                return false;
            }
        }
        return true;
    }

    /** Reads a cell in quotes up to what follows it; false: it has no end. */
    private boolean quoted() throws IOException {
        cell.setLength(0);
        strayQuote = false;
        boolean manyLines = false;
        at++;
        while (true) {
            int c = peek();
            if (c == END || cell.length() > LONGEST_CELL) {
                return false;
            }
            if (c == '"') {
                at++;
                if (ends()) {
                    return true;
                }
                if (strayQuote && manyLines) {
                    return false;
                }
                continue;
            }
            if (isLineEnd(c)) {
                manyLines = true;
                if (strayQuote) {
                    return false;
                }
                endOfLine();
                cell.append('\n');
                continue;
            }
            cell.append((char) c);
            at++;
        }
    }

    /** Whether the quote just read ends its cell; if not, it is part of the text. */
    private boolean ends() throws IOException {
        if (peek() == '"') {
            at++;
            cell.append('"');
            return false;
        }
        int mark = at - start;
        skipBlanks();
        int c = peek();
        if (c == END || c == separator || isLineEnd(c)) {
            return true;
        }
        at = start + mark;
        cell.append('"');
        strayQuote = true;
        return false;
    }

    /** The first line of what was read so far; the next record begins behind it. */
    private CsvFile.Line broken(long first) throws IOException {
        at = start;
        while (peek() != END && !isLineEnd(peek())) {
            at++;
            if (at - start > LONGEST_RECORD) {
                throw new Refused("importing.refused.endlessRecord", Map.of("file", file));
            }
        }
        line = first;
        endOfLine();
        return new CsvFile.Line(first, cells, true);
    }

    private void endOfLine() throws IOException {
        int c = peek();
        if (c == END) {
            return;
        }
        at++;
        if (c == '\r' && peek() == '\n') {
            at++;
        }
        line++;
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    private int peek() throws IOException {
        return at < limit || fill() ? buffer[at] : END;
    }

    private boolean fill() throws IOException {
        if (limit == buffer.length) {
            if (start > 0) {
                System.arraycopy(buffer, start, buffer, 0, limit - start);
                at -= start;
                limit -= start;
                start = 0;
            } else {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
        }
        int read = reader.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, read);
        return read > 0;
    }
}
