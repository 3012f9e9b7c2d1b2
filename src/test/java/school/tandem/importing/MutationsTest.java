package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.Server;
import school.tandem.importing.ImportReport.FileReport;

/**
 * Real bundles, spoilt at random places that a seed picks: whatever becomes of them adds up, and a
 * second time nothing is new. The seed stands in the message of what fails; the system property
 * {@code tandem.test.seed} repeats it.
 */
@Tag("database")
@Tag("long")
class MutationsTest {

    private static final int TIMES = 200;
    private static final int ROWS_KEPT = 20;
    private static final int TWICE = 10;
    private static final long SEED = Long.getLong("tandem.test.seed", 20_261_128);
    private static final List<String> ODD =
            List.of(
                    "",
                    " ",
                    "\"",
                    "\"\"",
                    ",",
                    ";",
                    "\n",
                    "\r\n",
                    "\r",
                    "\t",
                    "\0",
                    "\\N",
                    "\\.",
                    "é",
                    "\uFEFF",
                    "0000-00-00",
                    "31/02/2020",
                    "9999999999",
                    "-1",
                    "TRUE",
                    "tobedeleted",
                    "active",
                    "\"a\nb\"",
                    "=1+1",
                    "x".repeat(600),
                    "👩‍🏫");

    @TempDir static Path folder;
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whateverBecomesOfASpoiltBundleAddsUp() throws IOException {
        List<Map<String, byte[]>> bundles = List.of(openUniversity(), edFi());
        Random random = new Random(SEED);
        int taken = 0;
        for (int i = 0; i < TIMES; i++) {
            Map<String, byte[]> spoilt = new LinkedHashMap<>(bundles.get(i % bundles.size()));
            for (int j = 0; j <= random.nextInt(4); j++) {
                spoil(spoilt, random);
            }
            Path zip = zip(spoilt);
            try {
                taken += check(zip, i % TWICE == 0) ? 1 : 0;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Mutation " + i + " of seed " + SEED, e);
            }
        }
        assertThat(taken).as("not refused").isGreaterThan(TIMES / 2);
    }

    /** Whether it was taken rather than refused. */
    private static boolean check(Path zip, boolean twice) {
        Trial trial = new Trial(server);
        ImportReport report = trial.take(zip);
        if (report.refused() != null) {
            assertThat(report.refused()).isNotBlank().doesNotContain("Exception");
            assertThat(report.files()).isEmpty();
            return false;
        }
        Trial.assertAddsUp(report);
        for (FileReport file : report.files()) {
            assertThat(file.rows().withdrawn()).as(file.name()).isZero();
        }
        if (twice) {
            trial.assertNothingNew(zip, report);
        }
        return true;
    }

    private static void spoil(Map<String, byte[]> bundle, Random random) {
        List<String> names = new ArrayList<>(bundle.keySet());
        String name = names.get(random.nextInt(names.size()));
        byte[] bytes = bundle.get(name);
        switch (random.nextInt(10)) {
            case 0 -> bundle.put(name, flipped(bytes, random));
            case 1 -> bundle.put(name, text(bytes).getBytes(StandardCharsets.UTF_16LE));
            case 2 ->
                    bundle.put(
                            name, text(bytes).replace("\n", "\r").getBytes(StandardCharsets.UTF_8));
            case 3 ->
                    bundle.put(
                            name, text(bytes).replace(',', ';').getBytes(StandardCharsets.UTF_8));
            default ->
                    bundle.put(name, lines(text(bytes), random).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    private static String lines(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 1 -> lines.remove(at);
            case 2 -> {
                String line = lines.get(at);
                int cut = random.nextInt(line.length() + 1);
                lines.set(at, line.substring(0, cut));
            }
            default -> {
                String[] cells = lines.get(at).split(",", -1);
                cells[random.nextInt(cells.length)] = ODD.get(random.nextInt(ODD.size()));
                lines.set(at, String.join(",", cells));
            }
        }
        return String.join("\n", lines);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Path zip(Map<String, byte[]> files) throws IOException {
        Path zip = folder.resolve("spoilt.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var file : files.entrySet()) {
                OneRosterBundle.entry(out, file.getKey(), file.getValue());
            }
        }
        return zip;
    }

    /** The first rows of each file, so that two hundred imports take seconds. */
    private static Map<String, byte[]> openUniversity() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile("src/test/resources/import/oulad-aaa-oneroster.zip")) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    List<String> lines = text(in.readAllBytes()).lines().limit(ROWS_KEPT).toList();
                    files.put(
                            entry.getName(),
                            (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }

    private static Map<String, byte[]> edFi() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var paths = Files.list(Path.of("src/test/resources/import/edfi-v1p1"))) {
            for (Path path : paths.sorted().toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }
}
