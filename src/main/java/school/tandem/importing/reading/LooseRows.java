package school.tandem.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * All rows of a file, XLSX or separated values, in which tables may stand anywhere: no row is taken
 * for the header. Of a workbook all sheets that can be seen, one below the other.
 */
public final class LooseRows {

    /**
     * A row that is not blank.
     *
     * @param line where it stands in its file or sheet, counted from 1
     * @param broken whether a quoted cell of it has no end; the cells are those before
     */
    public record LooseRow(long line, List<String> cells, boolean broken) {

        /** What stands in a column, without blanks around it; empty where the row ends before. */
        public String cell(int at) {
            return at < 0 || at >= cells.size()
                    ? ""
                    : cells.get(at).replace("\0", "").replace(Encoding.NO_TEXT, "\uFFFD").strip();
        }

        /** Whether a cell holds bytes that are no text. */
        public boolean isText(int at) {
            return at < 0 || at >= cells.size() || !cells.get(at).contains(Encoding.NO_TEXT);
        }
    }

    /** What may part the cells of a text, the rarest in a text first. */
    public static final List<Character> SEPARATORS = List.of('\t', ';', ',', '|');

    private static final int MOST_COLUMNS = 200;
    private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(24 * 60 * 60);

    private final String name;
    private final boolean workbook;
    private final String digest;
    private final BundleFile file;
    private final Encoding.@org.jspecify.annotations.Nullable Found encoding;

    private LooseRows(BundleFile file, String name, boolean workbook) throws IOException {
        this.name = name;
        this.workbook = workbook;
        this.digest = TableFile.digest(file);
        this.file = file;
        this.encoding = workbook ? null : Encoding.of(file, TableFile.sha256());
    }

    /**
     * Opens a file.
     *
     * @param name as the user knows it
     * @throws Refused if it is no file that holds rows, or is larger than 50 MB
     */
    public static LooseRows open(Path path, String name) {
        try {
            long size = Files.size(path);
            BundleFile file = new BundleFile(name, size, () -> Files.newInputStream(path));
            byte[] start = TableFile.start(file);
            boolean old = TableFile.isOldWorkbook(start);
            if (old || size > TableFile.LARGEST) {
                throw new Refused(
                        old ? "importing.refused.noTable" : "importing.refused.listTooLarge",
                        Map.of("file", name));
            }
            boolean workbook = TableFile.isWorkbook(start);
            if (workbook && TableFile.unpacked(file) > TableFile.MOST_UNPACKED) {
                throw new Refused("importing.refused.listTooLarge", Map.of("file", name));
            }
            return new LooseRows(file, name, workbook);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new Refused("importing.refused.noTable", Map.of("file", name));
        }
    }

    /** The SHA-256 of its bytes, in hexadecimal. */
    public String digest() {
        return digest;
    }

    /** Whether its cells need no separator. */
    public boolean isWorkbook() {
        return workbook;
    }

    /**
     * Reads the first rows.
     *
     * @param separator of a text; a workbook needs none
     */
    public List<LooseRow> read(char separator, int most) {
        List<LooseRow> rows = new ArrayList<>();
        try {
            if (workbook) {
                readWorkbook(rows::add, most);
            } else {
                readText(separator, rows, most);
            }
        } catch (Enough enough) {
            // as many as were asked for
        } catch (IOException | UncheckedIOException | ExcelReaderException damaged) {
            throw new Refused("importing.refused.noTable", Map.of("file", name));
        }
        return rows;
    }

    private void readText(char separator, List<LooseRow> rows, int most) {
        new CsvFile(file, java.util.Objects.requireNonNull(encoding), separator)
                .read(
                        bytes -> {},
                        line -> {
                            if (rows.size() == most) {
                                throw new Enough();
                            }
                            rows.add(new LooseRow(line.number(), line.cells(), line.broken()));
                        });
    }

    private void readWorkbook(Consumer<LooseRow> taker, int most) throws IOException {
        try (InputStream in = file.open();
                ReadableWorkbook book = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
            int left = most;
            for (Sheet sheet : book.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    left -= readSheet(sheet, taker, left);
                }
            }
        }
    }

    private static int readSheet(Sheet sheet, Consumer<LooseRow> taker, int most)
            throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            List<LooseRow> found =
                    rows.map(LooseRows::row)
                            .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isBlank()))
                            .limit(most)
                            .toList();
            found.forEach(taker);
            return found.size();
        }
    }

    private static LooseRow row(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            cells.add(row.getOptionalCell(i).map(LooseRows::text).orElse(""));
        }
        return new LooseRow(row.getRowNum(), cells, false);
    }

    /** Moments as 2026-10-06T18:01:12, times and lengths of time as 18:01:12. */
    private static String text(Cell cell) {
        String format = cell.getDataFormatString();
        if (cell.getType() != CellType.NUMBER || format == null) {
            return TableFile.text(cell);
        }
        String letters =
                format.toLowerCase(Locale.ROOT)
                        .replaceAll("\\[(?!h+]|m+]|s+])[^]]*]|\"[^\"]*\"", "");
        boolean clock = letters.contains("h") || letters.contains("s") && letters.contains("m");
        if (TableFile.isDay(cell)) {
            LocalDateTime moment = cell.asDate().plusNanos(500_000_000);
            return clock ? moment.truncatedTo(ChronoUnit.SECONDS).toString() : TableFile.text(cell);
        }
        return clock ? clock(cell.asNumber()) : TableFile.text(cell);
    }

    private static String clock(BigDecimal days) {
        Duration length =
                Duration.ofSeconds(
                        days.multiply(SECONDS_OF_A_DAY)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValue());
        return "%d:%02d:%02d"
                .formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }

    /** Ends reading early. */
    private static final class Enough extends RuntimeException {
        Enough() {
            super(null, null, false, false);
        }
    }
}
