package school.tandem.importing.platforms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.reading.Bundle;
import school.tandem.importing.reading.BundleFile;
import school.tandem.importing.reading.Headers;
import school.tandem.importing.reading.JsonRecords;
import school.tandem.importing.reading.JsonTable;
import school.tandem.importing.reading.Refused;
import school.tandem.importing.reading.TableFile;

/** A file of a delivery, with what it shows at first sight. */
public final class ExportFile {

    private static final int HEAD = 64 * 1024;
    private static final int LARGEST_BLANK = 1024;

    private final BundleFile file;
    private final int number;
    private final @Nullable SaidColumns said;
    private @Nullable String head;
    private @Nullable TableFile table;
    private @Nullable Map<String, String> ownNames;

    /**
     * @param number which file of its delivery, counted from 0
     */
    public ExportFile(BundleFile file, int number) {
        this(file, number, null);
    }

    private ExportFile(BundleFile file, int number, @Nullable SaidColumns said) {
        this.file = file;
        this.number = number;
        this.said = said;
    }

    /** The same, read as somebody said of its columns. */
    public ExportFile as(SaidColumns columns) {
        ExportFile same = new ExportFile(file, number, columns);
        same.table = table;
        return same;
    }

    /** Whether somebody had to say what its columns are: its words may be of any language. */
    boolean isSaid() {
        return said != null;
    }

    /**
     * Which format of a platform it is, by what somebody said; empty: of another one. Null: nobody
     * said anything.
     */
    @Nullable String saidFormat(String source) {
        if (said == null) {
            return null;
        }
        return said.table().source().equals(source) ? said.table().code() : "";
    }

    /** What the file itself calls a column that its reader names. */
    public String shown(String column) {
        if (said == null) {
            return column;
        }
        Map<String, String> own = ownNames;
        if (own == null) {
            own = said.ownNames(asItIs().headers());
            ownNames = own;
        }
        return own.getOrDefault(Headers.plain(column), column);
    }

    /** The files of a bundle, in their order. */
    public static List<ExportFile> of(Bundle bundle) {
        List<BundleFile> files = bundle.files();
        return IntStream.range(0, files.size())
                .mapToObj(number -> new ExportFile(files.get(number), number))
                .toList();
    }

    /** The SHA-256 of all their bytes, in hexadecimal. */
    public static String digest(List<ExportFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ExportFile file : files) {
                try (InputStream in = new DigestInputStream(file.file.opening().open(), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file by itself. */
    public static ExportFile of(Path path) {
        return of(Bundle.open(List.of(path))).getFirst();
    }

    /** What the user knows it by. */
    public String name() {
        return file.name();
    }

    /** A place in it. */
    public At at(long line) {
        return new At(number, line);
    }

    /** Its first 64 kB, as UTF-8 or UTF-16; other letters than English ones may be wrong. */
    public String head() {
        String known = head;
        if (known == null) {
            try (InputStream in = file.opening().open()) {
                byte[] bytes = in.readNBytes(HEAD);
                String text = new String(bytes, StandardCharsets.UTF_8);
                known = text.replace("\0", "").replace("\uFEFF", "").replace("\uFFFD", "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            head = known;
        }
        return known;
    }

    /** Whether it is written as JSON: a list, an object, or an object a line. */
    public boolean isJson() {
        String start = head().stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    /** Whether it is an empty page of JSON, as interfaces answer where there is nothing. */
    public boolean isBlank() {
        return head().length() < LARGEST_BLANK
                && head().replaceAll("\\s+", "").matches("\\[]|\\{(?:\"\\w+\":\\[],?)*}");
    }

    /** Its records, where it is written as JSON. */
    public JsonRecords json() {
        return new JsonRecords(file);
    }

    /** Its rows, where it is a table written as JSON. */
    public JsonTable jsonTable() {
        return new JsonTable(file);
    }

    /**
     * Its table, where it is one, with the headers that readers know where somebody said which ones
     * are meant.
     *
     * @throws Refused where it is none
     */
    public TableFile table() {
        TableFile own = asItIs();
        return said == null ? own : own.called(said.rename(own.headers()));
    }

    /**
     * Its table as it stands there.
     *
     * @throws Refused where it is none
     */
    public TableFile asItIs() {
        TableFile known = table;
        if (known == null) {
            known = TableFile.open(file);
            table = known;
        }
        return known;
    }

    /** Whether it is a table with all of these headers, whatever their case, blanks and signs. */
    public boolean hasHeaders(String... wanted) {
        if (isJson()) {
            return false;
        }
        try {
            List<String> headers = table().headers().stream().map(Headers::plain).toList();
            for (String header : wanted) {
                if (!headers.contains(Headers.plain(header))) {
                    return false;
                }
            }
            return true;
        } catch (Refused noTable) {
            return false;
        }
    }

    /** What the columns of its table are called; nothing: it is none. */
    public List<String> headers() {
        if (isJson()) {
            return List.of();
        }
        try {
            return table().headers();
        } catch (Refused noTable) {
            return List.of();
        }
    }

    /** Says that it can't be read. */
    public Refused unreadable() {
        return new Refused("importing.refused.unreadable", Map.of("file", name()));
    }
}
