package school.tandem.importing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import school.tandem.roster.intake.Held;
import school.tandem.roster.intake.HeldSink;
import school.tandem.roster.intake.Reason;

/** The rows that an import held, kept on disk while it runs, since there may be a million. */
public final class HeldRows implements HeldSink, AutoCloseable {

    private final Path file;
    private final CsvWriter writer;
    private final Map<String, Long> perFile = new HashMap<>();
    private long count;

    HeldRows() {
        try {
            file = Files.createTempFile("tandem-held", ".csv");
            writer = CsvWriter.builder().build(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void accept(Held held) {
        writer.writeRecord(
                held.file(),
                Long.toString(held.line()),
                held.column(),
                held.value(),
                held.reason().name());
        perFile.merge(held.file(), 1L, Long::sum);
        count++;
    }

    public long count() {
        return count;
    }

    long countOf(String name) {
        return perFile.getOrDefault(name, 0L);
    }

    /** Goes through all of them, in the order in which they were found. */
    public void forEach(Consumer<Held> action) {
        try {
            writer.flush();
            try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
                for (CsvRecord row : reader) {
                    action.accept(
                            new Held(
                                    row.getField(0),
                                    Long.parseLong(row.getField(1)),
                                    row.getField(2),
                                    row.getField(3),
                                    Reason.valueOf(row.getField(4))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
