package school.tandem.importing.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldModifiers;
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

    /** One record: its first line in the file, counted from 1, and its cells. */
    record Line(long number, List<String> cells) {
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private static final int MOST_CELLS = 1000;
    private static final int LONGEST_CELL = 1 << 20;
    private static final int LONGEST_RECORD = 4 << 20;
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

    String name() {
        return file.name();
    }

    /** The first record that is not blank; null: there is none. */
    @org.jspecify.annotations.Nullable
    Line header() {
        Line[] found = {null};
        try {
            read(
                    bytes -> {},
                    line -> {
                        found[0] = line;
                        throw new Enough();
                    });
        } catch (Enough enough) {
            return found[0];
        }
        return null;
    }

    /**
     * Reads all records that are not blank, the header among them.
     *
     * @param progress told how many bytes were read since the last time
     * @throws Refused where a record has no end, or is longer than any should be
     */
    void read(LongConsumer progress, Consumer<Line> taker) {
        try (Reader reader = reader(progress);
                CsvReader<CsvRecord> csv =
                        CsvReader.builder()
                                .fieldSeparator(separator)
                                .allowExtraFields(true)
                                .allowMissingFields(true)
                                .allowExtraCharsAfterClosingQuote(true)
                                .maxBufferSize(LONGEST_RECORD)
                                .build(
                                        CsvRecordHandler.builder()
                                                .maxFields(MOST_CELLS)
                                                .maxFieldSize(LONGEST_CELL)
                                                .maxRecordSize(LONGEST_RECORD)
                                                .fieldModifier(FieldModifiers.STRIP)
                                                .build(),
                                        reader)) {
            for (CsvRecord row : csv) {
                Line line = new Line(row.getStartingLineNumber(), row.getFields());
                if (!line.isBlank()) {
                    taker.accept(line);
                }
            }
        } catch (CsvParseException unreadable) {
            throw new Refused("importing.refused.endlessRecord", Map.of("file", file.name()));
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
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                HEAD);
    }

    /** The one of the usual separators that the first line has most of, outside quotes. */
    private static char separator(String head) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            long count = 0;
            boolean quoted = false;
            for (int i = 0; i < head.length(); i++) {
                char c = head.charAt(i);
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && (c == '\n' || c == '\r') && count + i > 0) {
                    break;
                } else if (!quoted && c == candidate) {
                    count++;
                }
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /** Ends reading after the first record. */
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
