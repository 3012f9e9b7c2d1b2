package school.tandem.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A delivery as it came: a zip, a folder, or single files. Refuses early what no school sends. */
public final class Bundle implements AutoCloseable {

    private static final int MOST_ENTRIES = 1000;
    private static final int DEEPEST = 4;
    private static final long MOST_BYTES = 8L << 30;
    private static final long BOMB_FROM = 64L << 20;
    private static final long BOMB_RATIO = 200;

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
        try {
            if (paths.size() == 1 && Files.isDirectory(paths.getFirst())) {
                return folder(paths.getFirst());
            }
            if (paths.size() == 1 && isZip(paths.getFirst())) {
                return zip(paths.getFirst());
            }
            List<BundleFile> files = new ArrayList<>();
            for (Path path : paths) {
                if (Files.isDirectory(path) || isZip(path)) {
                    throw new Refused("importing.refused.oneAtATime", Map.of());
                }
                files.add(file(path));
            }
            return new Bundle(files, null);
        } catch (IOException e) {
            throw new Refused(
                    "importing.refused.unreadable",
                    Map.of("file", paths.getFirst().getFileName().toString()));
        }
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
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Bundle folder(Path folder) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            found =
                    walk.filter(Files::isRegularFile)
                            .filter(path -> !isClutter(folder.relativize(path).toString()))
                            .limit(MOST_ENTRIES + 1L)
                            .sorted()
                            .toList();
        }
        if (found.size() > MOST_ENTRIES) {
            throw tooMany(found.size());
        }
        List<BundleFile> files = new ArrayList<>();
        for (Path path : found) {
            files.add(file(path));
        }
        return new Bundle(files, null);
    }

    private static BundleFile file(Path path) throws IOException {
        return new BundleFile(
                path.getFileName().toString(), Files.size(path), () -> Files.newInputStream(path));
    }

    private static boolean isZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4
                    && start[0] == 'P'
                    && start[1] == 'K'
                    && (start[2] == 3 || start[2] == 5);
        }
    }

    private static Bundle zip(Path path) throws IOException {
        String name = path.getFileName().toString();
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (IOException | IllegalArgumentException damaged) {
            throw new Refused("importing.refused.damagedZip", Map.of("file", name));
        }
        try {
            return new Bundle(entries(zip), zip);
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static List<BundleFile> entries(ZipFile zip) {
        if (zip.size() > MOST_ENTRIES) {
            throw tooMany(zip.size());
        }
        List<BundleFile> files = new ArrayList<>();
        long total = 0;
        for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
            check(entry);
            if (entry.isDirectory() || isClutter(entry.getName())) {
                continue;
            }
            total += Math.max(0, entry.getSize());
            if (total > MOST_BYTES) {
                throw new Refused("importing.refused.tooLarge", Map.of("file", zipName(zip)));
            }
            String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            files.add(new BundleFile(name, entry.getSize(), () -> bounded(zip, entry)));
        }
        return files;
    }

    private static void check(ZipEntry entry) {
        String name = entry.getName();
        String lower = name.toLowerCase(Locale.ROOT);
        boolean leadsOut =
                name.startsWith("/")
                        || name.contains("\\")
                        || name.matches("^[A-Za-z]:.*")
                        || List.of(name.split("/", -1)).contains("..");
        if (leadsOut) {
            throw new Refused("importing.refused.zipSlip", Map.of("entry", shortened(name)));
        }
        if (lower.endsWith(".zip") || lower.endsWith(".gz") || lower.endsWith(".7z")) {
            throw new Refused("importing.refused.nestedZip", Map.of("entry", shortened(name)));
        }
        if (entry.getSize() > BOMB_FROM
                && entry.getSize() / Math.max(1, entry.getCompressedSize()) > BOMB_RATIO) {
            throw new Refused("importing.refused.bomb", Map.of("entry", shortened(name)));
        }
    }

    /** A stream that fails where an entry holds more than it says. */
    private static InputStream bounded(ZipFile zip, ZipEntry entry) throws IOException {
        return new BoundedStream(
                zip.getInputStream(entry), entry.getSize(), shortened(entry.getName()));
    }

    private static boolean isClutter(String name) {
        return name.startsWith("__MACOSX")
                || Stream.of(name.split("/", -1)).anyMatch(part -> part.startsWith("."))
                || name.endsWith("Thumbs.db")
                || name.endsWith("desktop.ini");
    }

    private static Refused tooMany(long count) {
        return new Refused("importing.refused.tooManyFiles", Map.of("count", count));
    }

    private static String zipName(ZipFile zip) {
        return Path.of(zip.getName()).getFileName().toString();
    }

    private static String shortened(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }
}
