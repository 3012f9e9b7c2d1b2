package school.tandem.importing.reading;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** A file of separated values, however it is written, record by record with its line. */
final class CsvFile {

    /**
     * One record.
     *
     * @param number its first line in the file, counted from 1
     * @param broken whether a quoted cell of it has no end; the cells are those before
     */
    record Line(long number, List<String> cells, boolean broken) {
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private static final int HEAD = 64 * 1024;

    private final BundleFile file;
    private final Encoding.Found encoding;
    private final char separator;

    CsvFile(BundleFile file, Encoding.Found encoding) throws IOException {
        this.file = file;
        this.encoding = encoding;
        try (Reader reader = reader(bytes -> {})) {
            char[] head = new char[HEAD];
            int length = reader.read(head);
            this.separator = separator(length < 0 ? "" : new String(head, 0, length));
        }
    }

    /** The same where the separator is known. */
    CsvFile(BundleFile file, Encoding.Found encoding, char separator) {
        this.file = file;
        this.encoding = encoding;
        this.separator = separator;
    }

    String name() {
        return file.name();
    }

    String path() {
        return file.path();
    }

    /** The first record that is not blank; null: there is none. */
    @org.jspecify.annotations.Nullable
    Line header() {
        Line[] found = {null};
        readFirst(1, line -> found[0] = line);
        return found[0];
    }

    /** Reads the first records that are not blank, the header among them. */
    void readFirst(int records, Consumer<Line> taker) {
        int[] left = {records};
        try {
            read(
                    bytes -> {},
                    line -> {
                        taker.accept(line);
                        if (--left[0] == 0) {
                            throw new Enough();
                        }
                    });
        } catch (Enough enough) {
            // All that was asked for.
        }
    }

    /**
     * Reads all records that are not blank, the header among them.
     *
     * @param progress told how many bytes were read since the last time
     * @throws Refused where a record has no end, or is longer than any should be
     */
    void read(LongConsumer progress, Consumer<Line> taker) {
        try (Reader reader = reader(progress)) {
            CsvRecords records = new CsvRecords(reader, file.name(), separator);
            for (Line line = records.next(); line != null; line = records.next()) {
                if (line.broken() || !line.isBlank()) {
                    taker.accept(line);
                }
            }
        } catch (IOException | UncheckedIOException damaged) {
            throw new Refused("importing.refused.unreadable", Map.of("file", file.name()));
        }
    }

    private Reader reader(LongConsumer progress) throws IOException {
        InputStream in = new CountedStream(file.open(), progress);
        in.skipNBytes(encoding.mark());
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        encoding.charset()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                                .replaceWith(Encoding.NO_TEXT)),
                HEAD);
    }

    /** The one of the usual separators that the first line has most of, outside quotes. */
    private static char separator(String head) {
        String text = head.stripLeading();
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            long count = count(text, candidate);
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char candidate) {
        long count = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && c == candidate) {
                count++;
            }
        }
        return count;
    }

    /** Ends reading before the end of the file. */
    private static final class Enough extends RuntimeException {
        Enough() {
            super(null, null, false, false);
        }
    }

    private static final class CountedStream extends FilterInputStream {
        private final LongConsumer progress;

        CountedStream(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (read > 0) {
                progress.accept(read);
            }
            return read;
        }
    }
}
