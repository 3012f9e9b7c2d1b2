package school.tandem.importing.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One roster of each format that is no OneRoster. */
enum RosterCases {
    SDS_ONE("sds-v1", "sds-1"),
    SDS_ONE_UK("sds-v1-uk", "sds-1"),
    SDS_TWO("sds-v2", "sds-2.0"),
    SDS_TWO_ONE("sds-v2.1", "sds-2.1"),
    CANVAS("canvas-sis", "canvas-sis");

    private static final int ROWS_KEPT = 30;

    private final Path folder;
    private final String format;

    RosterCases(String folder, String format) {
        this.folder = Path.of("src/test/resources/import").resolve(folder);
        this.format = format;
    }

    Path folder() {
        return folder;
    }

    String format() {
        return format;
    }

    /** The first rows of each file, by name. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : all.toList()) {
                List<String> lines =
                        Files.readString(path, StandardCharsets.UTF_8)
                                .lines()
                                .limit(ROWS_KEPT)
                                .toList();
                files.put(path.getFileName().toString(), String.join("\n", lines) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
