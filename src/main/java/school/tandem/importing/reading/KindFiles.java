package school.tandem.importing.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.ImportedRow;
import school.tandem.roster.intake.RosterFile;
import school.tandem.roster.intake.RowSource;
import school.tandem.roster.intake.RowTaker;

/** The files of a delivery by their kinds, of each kind as many as there are. */
final class KindFiles {

    private static final int HEAD = 64 * 1024;

    private static final Pattern PRIVATE =
            Pattern.compile(
                    ".*(password|phone|sms|birth|gender|sex|race|ethnic|address|guardian|secondaryemail"
                            + "|pronoun|religion|language).*");

    /** A file that was recognised. */
    private record Table(CsvFile file, Header header, String shownName) {}

    private final Map<FileKind, List<Table>> tables = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private final Dates dates;
    private final String digest;
    private long bytes;

    /**
     * Looks at all files of a delivery.
     *
     * @param zone where moments become days
     * @param monthFirst whether the format writes the month before the day, where no date tells
     * @throws Refused if one that is called like a kind lacks a column that every row needs
     */
    KindFiles(Bundle bundle, List<FileKind> kinds, ZoneId zone, boolean monthFirst) {
        MessageDigest sha = sha256();
        List<String> names = bundle.files().stream().map(BundleFile::name).toList();
        for (BundleFile file : bundle.files()) {
            boolean alone = names.stream().filter(file.name()::equals).count() == 1;
            recognise(file, kinds, sha, alone ? file.name() : file.path());
        }
        DayOrder order = new DayOrder(monthFirst);
        all().forEach(table ->
                table.file().readFirst(DayOrder.ROWS, line -> order.look(line.cells())));
        this.dates = new Dates(zone, order);
        this.digest = HexFormat.of().formatHex(sha.digest());
    }

    private List<Table> all() {
        return tables.values().stream().flatMap(List::stream).toList();
    }

    private void recognise(BundleFile file, List<FileKind> kinds, MessageDigest sha, String shown) {
        if (!isTable(file.name())) {
            skipped.add(shown);
            return;
        }
        CsvFile.Line line = header(file);
        Optional<FileKind> kind = kind(file.name(), line, kinds);
        if (kind.isEmpty()) {
            skipped.add(shown);
            return;
        }
        Header header = Header.find(line, kind.get().columns(), true);
        String missing = kind.get().missing(header);
        if (missing != null) {
            throw new Refused(
                    "importing.refused.missingColumn", Map.of("file", shown, "column", missing));
        }
        List<String> unread =
                header.others().stream()
                        .filter(name -> PRIVATE.matcher(Names.plain(name)).matches())
                        .toList();
        if (!unread.isEmpty()) {
            skipped.add(shown + " (" + String.join(", ", unread) + ")");
        }
        tables.computeIfAbsent(kind.get(), none -> new ArrayList<>())
                .add(new Table(open(file, sha), header, shown));
        bytes += Math.max(0, file.size());
    }

    static boolean isTable(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|txt|tsv)");
    }

    /** The first record of a file; null: none. Nothing but its beginning is read. */
    static CsvFile.@Nullable Line header(BundleFile file) {
        try (InputStream in = file.open()) {
            byte[] start = in.readNBytes(HEAD);
            BundleFile head =
                    new BundleFile(
                            file.path(), start.length, () -> new ByteArrayInputStream(start));
            return open(head, sha256()).header();
        } catch (IOException damaged) {
            throw new Refused("importing.refused.unreadable", Map.of("file", file.name()));
        }
    }

    /**
     * What a file is: by its name if it has that kind's columns; else what its columns or its name
     * leave as the only possibility.
     */
    static Optional<FileKind> kind(
            String name, CsvFile.@Nullable Line header, List<FileKind> kinds) {
        String base = base(name);
        Optional<FileKind> named = named(base, kinds);
        if (named.isPresent() && named.get().fitsLoosely(header)) {
            return named;
        }
        List<FileKind> fitting = kinds.stream().filter(kind -> kind.fits(header)).toList();
        if (fitting.size() == 1) {
            return Optional.of(fitting.getFirst());
        }
        Optional<FileKind> hinted =
                fitting.stream()
                        .filter(kind -> base.contains(Names.plain(kind.name())))
                        .max(Comparator.comparingInt(kind -> kind.name().length()));
        return hinted.isPresent() ? hinted : named;
    }

    private static Optional<FileKind> named(String base, List<FileKind> kinds) {
        return Names.recognise(base, kinds.stream().map(FileKind::name).toList())
                .flatMap(found ->
                        kinds.stream().filter(kind -> kind.name().equals(found)).findFirst());
    }

    /** A file's name rid of its ending, of signs and of the number that tells it from others. */
    private static String base(String name) {
        return Names.plain(name.replaceFirst("\\.[A-Za-z]+$", "")).replaceFirst("\\d+$", "");
    }

    private static CsvFile open(BundleFile file, MessageDigest sha) {
        try {
            return new CsvFile(file, Encoding.of(file, sha));
        } catch (IOException damaged) {
            throw new Refused("importing.refused.unreadable", Map.of("file", file.name()));
        }
    }

    /**
     * Sees to it that there are files of these kinds.
     *
     * @throws Refused where there are none
     */
    void require(String format, FileKind... kinds) {
        for (FileKind kind : kinds) {
            if (!has(kind)) {
                throw new Refused(
                        "importing.refused.missingFile",
                        Map.of("file", kind.name() + ".csv", "format", format));
            }
        }
    }

    boolean has(FileKind kind) {
        return tables.containsKey(kind);
    }

    /** Whether a file of this kind has a column. */
    boolean has(FileKind kind, String column) {
        return tables.getOrDefault(kind, List.of()).stream()
                .anyMatch(table -> table.header().has(column));
    }

    /**
     * The rows of a kind, where each file's are counted.
     *
     * @param id of a record that is held; empty: none
     * @param columns what readers call the columns that the roster's intake names
     */
    <T extends ImportedRow> List<RosterFile<T>> rows(
            FileKind kind,
            Function<Cells, @Nullable T> reading,
            Function<Cells, String> id,
            Map<String, String> columns,
            LongConsumer progress) {
        return tables.getOrDefault(kind, List.of()).stream()
                .map(table ->
                        new RosterFile<>(
                                table.shownName(),
                                true,
                                shown(table.header(), columns),
                                table(kind, table, reading, id, progress)))
                .toList();
    }

    /** What files say besides, in rows that are counted elsewhere; null where they say nothing. */
    <T extends ImportedRow> List<RosterFile<T>> derived(
            FileKind kind,
            Function<Cells, @Nullable T> reading,
            Function<Cells, String> id,
            LongConsumer progress) {
        return tables.getOrDefault(kind, List.of()).stream()
                .map(table ->
                        new RosterFile<>(
                                table.shownName(),
                                false,
                                Map.of(),
                                table(kind, table, reading, id, bytes -> progress.accept(0))))
                .toList();
    }

    /** Goes through the records of a kind that can be read. */
    void each(FileKind kind, Function<Cells, @Nullable Object> reading) {
        tables.getOrDefault(kind, List.of())
                .forEach(table ->
                        table(kind, table, reading, cells -> "", bytes -> {})
                                .read(RowTaker.reading(row -> {})));
    }

    private <T> RowSource<T> table(
            FileKind kind,
            Table table,
            Function<Cells, @Nullable T> reading,
            Function<Cells, String> id,
            LongConsumer progress) {
        return new TableRows<>(
                table.file(), table.header(), dates, kind.always(), reading, id, progress);
    }

    private static Map<String, String> shown(Header header, Map<String, String> columns) {
        Map<String, String> shown = new LinkedHashMap<>();
        columns.forEach((known, own) -> shown.put(known, header.shown(own)));
        return shown;
    }

    List<String> skipped() {
        return List.copyOf(skipped);
    }

    String digest() {
        return digest;
    }

    long bytes() {
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
