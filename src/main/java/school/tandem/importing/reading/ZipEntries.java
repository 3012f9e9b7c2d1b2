package school.tandem.importing.reading;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Looks at what a zip says it holds, before any of it is unpacked. Nothing is ever written. */
final class ZipEntries {

    private static final long MOST_BYTES = 8L << 30;
    private static final long BOMB_FROM = 64L << 20;
    private static final long BOMB_RATIO = 200;
    private static final List<String> ARCHIVES = List.of(".zip", ".gz", ".7z", ".rar", ".tar");

    private ZipEntries() {}

    /**
     * Opens a zip.
     *
     * @throws Refused if it is damaged or encrypted
     */
    static ZipFile open(Path path) {
        // Old programs write names in the letters of their country, which are not UTF-8.
        for (Charset names : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            try {
                return new ZipFile(path.toFile(), names);
            } catch (IOException | IllegalArgumentException damaged) {
                continue;
            }
        }
        throw new Refused(
                "importing.refused.damagedZip", Map.of("file", String.valueOf(path.getFileName())));
    }

    /**
     * Its files, without what operating systems leave behind.
     *
     * @throws Refused if it leads out of its folder, or unpacks to what no school sends
     */
    static List<BundleFile> files(ZipFile zip) {
        if (zip.size() > Bundle.MOST_ENTRIES) {
            throw Bundle.tooMany();
        }
        List<BundleFile> files = new ArrayList<>();
        long total = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String path = entry.getName().replace('\\', '/');
            check(entry, path);
            if (path.endsWith("/") || Bundle.isClutter(path)) {
                continue;
            }
            total += Math.max(0, entry.getSize());
            if (total > MOST_BYTES) {
                String name = String.valueOf(Path.of(zip.getName()).getFileName());
                throw new Refused("importing.refused.tooLarge", Map.of("file", name));
            }
            files.add(
                    new BundleFile(
                            path,
                            entry.getSize(),
                            () -> new BoundedStream(zip.getInputStream(entry), entry)));
        }
        return files;
    }

    private static void check(ZipEntry entry, String path) {
        boolean leadsOut =
                path.startsWith("/")
                        || path.matches("^[A-Za-z]:.*")
                        || List.of(path.split("/", -1)).contains("..");
        if (leadsOut) {
            throw refused("importing.refused.zipSlip", path);
        }
        String lower = path.toLowerCase(Locale.ROOT);
        if (ARCHIVES.stream().anyMatch(lower::endsWith)) {
            throw refused("importing.refused.nestedZip", path);
        }
        if (entry.getSize() > BOMB_FROM
                && entry.getSize() / Math.max(1, entry.getCompressedSize()) > BOMB_RATIO) {
            throw refused("importing.refused.bomb", path);
        }
    }

    private static Refused refused(String key, String path) {
        return new Refused(key, Map.of("entry", shortened(path)));
    }

    static String shortened(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }
}
