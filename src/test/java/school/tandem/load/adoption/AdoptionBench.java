package school.tandem.load.adoption;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./tandem bench adoption --scale S}: makes rosters and submissions of real schools, imports
 * them in 256 MB, and measures what the import, the screens, one question about all schools and one
 * late hand-in take. A district, and a school, are made twice: with a fiftieth of the submissions
 * too, so that what grows with them can be seen.
 */
public final class AdoptionBench {

    private static final int FIFTIETH = 50;
    private static final String IMPORT_HEAP = "-Xmx256m";
    private static final String SERVER_HEAP = "-Xmx1g";
    private static final List<String> AGAINST_A_FIFTIETH =
            List.of(
                    "dashboardP50Ms",
                    "dashboardP95Ms",
                    "adoptionP50Ms",
                    "adoptionP95Ms",
                    "lateHandInMs");

    private final Path folder = Files.createTempDirectory("tandem-bench");

    private AdoptionBench() throws IOException {}

    public static void main(String[] args) throws Exception {
        new AdoptionBench().run(Scale.named(args[0]));
    }

    private void run(List<Scale> scales) throws Exception {
        List<Map<String, Object>> measured = new ArrayList<>();
        try {
            for (Scale scale : scales) {
                measured.add(measure(scale));
                write(measured);
            }
        } finally {
            clear(folder);
        }
    }

    private Map<String, Object> measure(Scale scale) throws Exception {
        List<RealSchool> schools = scale.schools();
        Map<String, Object> fiftieth = Map.of();
        if (scale != Scale.STATE) {
            fiftieth =
                    measure(
                            scale,
                            new GeneratedBundle(schools, scale.submissions() / FIFTIETH),
                            "screens");
        }
        GeneratedBundle bundle = new GeneratedBundle(schools, scale.submissions());
        Map<String, Object> figures = measure(scale, bundle, "all");
        figures.put("schools", schools.size());
        for (String name : fiftieth.isEmpty() ? List.<String>of() : AGAINST_A_FIFTIETH) {
            figures.put(
                    name.replace("Ms", "OverFiftieth"),
                    number(figures, name) / number(fiftieth, name));
        }
        figures.put(
                "importRowsPerSecond", number(figures, "rows") / number(figures, "importSeconds"));
        figures.put(
                "importTimeOverCopy",
                number(figures, "importSeconds") / number(figures, "copySeconds"));
        print(figures);
        return figures;
    }

    private Map<String, Object> measure(Scale scale, GeneratedBundle bundle, String what)
            throws Exception {
        say(
                "%s: %,d students, %,d submissions",
                scale.code(), bundle.students(), bundle.submissions());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("name", scale.code());
        figures.put("students", bundle.students());
        figures.put("submissions", bundle.submissions());
        Path zip = folder.resolve("bundle.zip");
        Path data = Files.createDirectory(folder.resolve("data"));
        Path result = folder.resolve("result.json");
        try {
            bundle.write(zip);
            say("  importing %,d kB ...", Files.size(zip) / 1000);
            OwnJvm.run(ImportRun.class, IMPORT_HEAP, data, zip, result);
            figures.putAll(read(result));
            say("  imported in %.1f s; measuring ...", number(figures, "importSeconds"));
            OwnJvm.run(Measures.class, SERVER_HEAP, data, folder, result, what);
            figures.putAll(read(result));
        } finally {
            clear(data);
            Files.deleteIfExists(zip);
        }
        return figures;
    }

    private static Map<String, Object> read(Path file) throws IOException {
        return JsonMapper.shared().readValue(Files.readString(file), new TypeReference<>() {});
    }

    private static double number(Map<String, Object> figures, String name) {
        return ((Number) figures.get(name)).doubleValue();
    }

    private static void write(List<Map<String, Object>> scales) throws IOException {
        Path file = Path.of("target/bench/adoption.json");
        Files.createDirectories(file.getParent());
        List<Map<String, Object>> rounded = new ArrayList<>();
        for (Map<String, Object> scale : scales) {
            Map<String, Object> values = new LinkedHashMap<>(scale);
            values.replaceAll((name, value) ->
                    value instanceof Double number ? Math.round(number * 100) / 100.0 : value);
            rounded.add(values);
        }
        Files.writeString(file, JsonMapper.shared().writeValueAsString(Map.of("scales", rounded)));
    }

    private static void print(Map<String, Object> figures) {
        figures.forEach((name, value) ->
                System.out.printf(
                        value instanceof Double ? "%-28s %,.2f%n" : "%-28s %s%n", name, value));
    }

    private static void say(String format, Object... values) {
        System.out.printf(format + "%n", values);
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
