package school.tandem.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A delivery as it came: a zip, a folder, or single files. Refuses early what no school sends. */
public final class Bundle implements AutoCloseable {

    static final int MOST_ENTRIES = 1000;

    private static final int DEEPEST = 4;

    private final List<BundleFile> files;
    private final @Nullable ZipFile zip;

    private Bundle(List<BundleFile> files, @Nullable ZipFile zip) {
        this.files = List.copyOf(files);
        this.zip = zip;
    }

    /**
     * Opens a delivery.
     *
     * @throws Refused if it can't be one, or would fill the disk or the memory
     */
    public static Bundle open(List<Path> paths) {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new Refused("importing.refused.noFile", Map.of("file", path.toString()));
            }
        }
        Path first = paths.getFirst();
        try {
            Bundle bundle = paths.size() == 1 ? single(first) : several(paths);
            if (bundle.files.isEmpty()) {
                bundle.close();
                throw new Refused("importing.refused.empty", Map.of("file", name(first)));
            }
            return bundle;
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(first);
        }
    }

    private static Bundle single(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        if (isZip(path)) {
            return zip(path);
        }
        if (name(path).toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new Refused("importing.refused.damagedZip", Map.of("file", name(path)));
        }
        return new Bundle(List.of(file(path)), null);
    }

    private static Bundle several(List<Path> paths) throws IOException {
        List<BundleFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path) || isZip(path)) {
                throw new Refused("importing.refused.oneAtATime", Map.of());
            }
            files.add(file(path));
        }
        return new Bundle(files, null);
    }

    /** Its files, without what operating systems leave behind. */
    public List<BundleFile> files() {
        return files;
    }

    @Override
    public void close() {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bundle folder(Path folder) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            found =
                    walk.filter(Files::isRegularFile)
                            .filter(path ->
                                    !isClutter(
                                            folder.relativize(path).toString().replace('\\', '/')))
                            .limit(MOST_ENTRIES + 1L)
                            .sorted()
                            .toList();
        }
        if (found.size() > MOST_ENTRIES) {
            throw tooMany();
        }
        List<BundleFile> files = new ArrayList<>();
        for (Path path : found) {
            files.add(file(path));
        }
        return new Bundle(files, null);
    }

    private static BundleFile file(Path path) throws IOException {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw unreadable(path);
        }
        return new BundleFile(name(path), Files.size(path), () -> Files.newInputStream(path));
    }

    private static boolean isZip(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4
                    && start[0] == 'P'
                    && start[1] == 'K'
                    && (start[2] == 3 || start[2] == 5)
                    && !isWorkbook(path);
        }
    }

    /** A table may be packed, too, but is one file. */
    private static boolean isWorkbook(Path path) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.getEntry("xl/workbook.xml") != null || OpenDocument.isOne(zip);
        } catch (IOException damaged) {
            return false;
        }
    }

    private static Bundle zip(Path path) throws IOException {
        ZipFile zip = ZipEntries.open(path);
        try {
            return new Bundle(ZipEntries.files(zip), zip);
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    static boolean isClutter(String path) {
        return Stream.of(path.split("/", -1))
                .anyMatch(part ->
                        part.equals("__MACOSX")
                                || part.startsWith(".")
                                || part.equalsIgnoreCase("Thumbs.db")
                                || part.equalsIgnoreCase("desktop.ini"));
    }

    static Refused tooMany() {
        return new Refused("importing.refused.tooManyFiles", Map.of("count", MOST_ENTRIES));
    }

    private static Refused unreadable(Path path) {
        return new Refused("importing.refused.unreadable", Map.of("file", name(path)));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
