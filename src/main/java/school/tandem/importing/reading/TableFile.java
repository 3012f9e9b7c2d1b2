package school.tandem.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * A table of somebody's own, XLSX, ODS or separated values, with headers in its first row, or below
 * a title.
 */
public final class TableFile {

    /**
     * A row.
     *
     * @param line where it stands in the file, counted from 1 with the header
     * @param broken whether a quoted cell of it has no end; the cells are those before
     */
    public record TableRow(long line, List<String> cells, boolean broken) {

        /** No database keeps a zero in a text, and nobody typed one. */
        public TableRow {
            if (cells.stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
                cells = cells.stream().map(cell -> cell.replace("\0", "")).toList();
            }
        }

        /** What stands in a column, without blanks around it; empty where the row ends before. */
        public String cell(int at) {
            return at < 0 || at >= cells.size() ? "" : cells.get(at).strip();
        }

        /** Whether a cell holds no bytes that are no text. */
        public boolean isText(int at) {
            return !cell(at).contains(Encoding.NO_TEXT);
        }
    }

    private static final int MOST_COLUMNS = 1000;
    private static final int MOST_ROWS = 200_000;
    private static final int TITLES = 10;
    static final long LARGEST = 50L << 20;
    static final long MOST_UNPACKED = 400L << 20;
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, (byte) 0x11, (byte) 0xE0};

    private final BundleFile file;
    private final boolean workbook;
    private final boolean openDocument;
    private final int mostRows;
    private final String digest;
    private final long headerLine;
    private final List<String> headers;

    private TableFile(
            BundleFile file,
            boolean workbook,
            boolean openDocument,
            int mostRows,
            String digest,
            long headerLine,
            List<String> headers) {
        this.file = file;
        this.workbook = workbook;
        this.openDocument = openDocument;
        this.mostRows = mostRows;
        this.digest = digest;
        this.headerLine = headerLine;
        this.headers = headers;
    }

    /**
     * Opens a file.
     *
     * @param name as the user knows it
     * @throws Refused if it holds no table that can be read
     */
    public static TableFile open(Path path, String name) {
        try {
            long size = Files.size(path);
            if (size > LARGEST) {
                throw new Refused("importing.refused.listTooLarge", Map.of("file", name));
            }
            return open(new BundleFile(name, size, () -> Files.newInputStream(path)), MOST_ROWS);
        } catch (IOException unreadable) {
            throw new Refused("importing.refused.noTable", Map.of("file", name));
        }
    }

    /**
     * Opens an export, which may be of any length.
     *
     * @throws Refused if it holds no table that can be read
     */
    public static TableFile open(BundleFile file) {
        return open(file, Integer.MAX_VALUE);
    }

    private static TableFile open(BundleFile file, int mostRows) {
        String name = file.name();
        try {
            byte[] start = start(file);
            boolean workbook = isWorkbook(start);
            if (isOldWorkbook(start)) {
                throw new Refused("importing.refused.noTable", Map.of("file", name));
            }
            Packed packed = workbook ? packed(file) : new Packed(0, false);
            if (packed.unpacked() > MOST_UNPACKED) {
                throw new Refused("importing.refused.listTooLarge", Map.of("file", name));
            }
            boolean open = packed.openDocument();
            String digest = digest(file);
            TableFile headless =
                    new TableFile(file, workbook, open, mostRows, digest, 0, List.of());
            List<TableRow> first = new ArrayList<>();
            headless.readAll(first::add, TITLES);
            if (first.isEmpty()) {
                throw new Refused("importing.refused.noTable", Map.of("file", name));
            }
            TableRow header = header(first);
            return new TableFile(
                    file, workbook, open, mostRows, digest, header.line(), header.cells());
        } catch (IOException | UncheckedIOException | ExcelReaderException unreadable) {
            throw new Refused("importing.refused.noTable", Map.of("file", name));
        }
    }

    /** Its name as the user knows it. */
    public String name() {
        return file.name();
    }

    /** The SHA-256 of its bytes, in hexadecimal. */
    public String digest() {
        return digest;
    }

    /** What its columns are called, in their order. */
    public List<String> headers() {
        return headers;
    }

    /** The same, its columns called otherwise; as many as it has. */
    public TableFile called(List<String> names) {
        return new TableFile(
                file, workbook, openDocument, mostRows, digest, headerLine, List.copyOf(names));
    }

    /** The first rows below the headers. */
    public List<TableRow> first(int rows) {
        List<TableRow> first = new ArrayList<>();
        read(first::add, TITLES + rows);
        return first.subList(0, Math.min(rows, first.size()));
    }

    /** Reads all rows below the headers that are not blank. */
    public void read(Consumer<TableRow> taker) {
        read(taker, mostRows);
    }

    private void read(Consumer<TableRow> taker, int most) {
        try {
            readAll(
                    row -> {
                        if (row.line() > headerLine) {
                            taker.accept(row);
                        }
                    },
                    most);
        } catch (IOException | UncheckedIOException | ExcelReaderException damaged) {
            throw new Refused("importing.refused.noTable", Map.of("file", file.name()));
        }
    }

    /** The first row of more than one cell: a title may stand above. Else the first. */
    private static TableRow header(List<TableRow> first) {
        return first.stream()
                .filter(row -> row.cells().stream().filter(cell -> !cell.isBlank()).count() > 1)
                .findFirst()
                .orElse(first.getFirst());
    }

    private void readAll(Consumer<TableRow> taker, int most) throws IOException {
        if (workbook) {
            readWorkbook(taker, most);
        } else {
            readText(taker, most);
        }
    }

    private void readText(Consumer<TableRow> taker, int most) throws IOException {
        CsvFile csv = new CsvFile(file, Encoding.of(file, sha256()));
        int[] left = {most};
        try {
            csv.read(
                    bytes -> {},
                    line -> {
                        if (left[0]-- == 0) {
                            throw new Enough();
                        }
                        taker.accept(new TableRow(line.number(), line.cells(), line.broken()));
                    });
        } catch (Enough enough) {
            // as many as were asked for
        }
    }

    private void readWorkbook(Consumer<TableRow> taker, int most) throws IOException {
        if (openDocument) {
            OpenDocument.read(file, taker, most, MOST_COLUMNS);
            return;
        }
        try (InputStream in = file.open();
                ReadableWorkbook book = new ReadableWorkbook(in, new ReadingOptions(true, false));
                Stream<Row> rows = sheet(book).openStream()) {
            rows.map(TableFile::row)
                    .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isBlank()))
                    .limit(most)
                    .forEach(taker);
        }
    }

    /** The first one that can be seen. */
    private static Sheet sheet(ReadableWorkbook book) {
        return book.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseGet(book::getFirstSheet);
    }

    private static TableRow row(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            cells.add(row.getOptionalCell(i).map(TableFile::text).orElse(""));
        }
        return new TableRow(row.getRowNum(), cells, false);
    }

    static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return isDay(cell) ? moment(cell) : plain(cell.asNumber());
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return cell.asBoolean() ? "yes" : "no";
        }
        return cell.getType() == CellType.ERROR || cell.getValue() == null
                ? ""
                : String.valueOf(cell.getValue());
    }

    /** The day, and the time of day where the cell has one. */
    private static String moment(Cell cell) {
        LocalDateTime moment =
                cell.asDate().plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS);
        String format = String.valueOf(cell.getDataFormatString()).toLowerCase(Locale.ROOT);
        return !format.contains("h") || moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toLocalDate() + " " + moment.toLocalTime();
    }

    static boolean isDay(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String letters = format.toLowerCase(Locale.ROOT).replaceAll("\\[[^]]*]|\"[^\"]*\"", "");
        return letters.contains("yy") || letters.contains("d") && letters.contains("m");
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    static byte[] start(BundleFile file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readNBytes(4);
        }
    }

    /** Excel before 2007, and any workbook with a password. */
    static boolean isOldWorkbook(byte[] start) {
        return Arrays.equals(start, OLD_WORKBOOK);
    }

    static boolean isWorkbook(byte[] start) {
        return start.length == 4 && start[0] == 'P' && start[1] == 'K';
    }

    /** What the directory of a workbook says, at its end: what comes first may not say its size. */
    private record Packed(long unpacked, boolean openDocument) {}

    static long unpacked(BundleFile file) throws IOException {
        return packed(file).unpacked();
    }

    private static Packed packed(BundleFile file) throws IOException {
        Path copy = Files.createTempFile("workbook-", ".xlsx");
        try {
            try (InputStream in = file.open()) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            try (ZipFile zip = new ZipFile(copy.toFile())) {
                return new Packed(
                        zip.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum(),
                        OpenDocument.isOne(zip));
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    static String digest(BundleFile file) throws IOException {
        try (InputStream in = file.open()) {
            return digest(in);
        }
    }

    private static String digest(InputStream in) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[64 * 1024];
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends reading early. */
    private static final class Enough extends RuntimeException {
        Enough() {
            super(null, null, false, false);
        }
    }
}
