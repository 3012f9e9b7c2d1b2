package school.tandem.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import school.tandem.roster.intake.Held;
import school.tandem.roster.intake.ImportedRow;
import school.tandem.roster.intake.RosterFile;
import school.tandem.roster.intake.RowTaker;

/**
 * A roster spoilt at random places that a seed picks, and what must hold of it all the same: it is
 * refused with a sentence, or each file is read or said to be skipped, and each record of a file
 * that is read is taken or held once.
 */
record SpoiltRoster(Map<String, byte[]> files) {

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
                    "é",
                    "\uFEFF",
                    "31/02/2020",
                    "2026-13-01",
                    "9999999999",
                    "-1",
                    "TRUE",
                    "deleted",
                    "Inactive",
                    "active",
                    "student",
                    "teacher",
                    "sourcedId",
                    "SIS ID",
                    "user_id",
                    "\"a\nb\"",
                    "=1+1",
                    "x".repeat(600),
                    "👩‍🏫");

    /** One roster in this format, spoilt one to four times. */
    static SpoiltRoster of(RosterCases whole, Random random) {
        Map<String, byte[]> files = new TreeMap<>();
        whole.files()
                .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        for (int i = random.nextInt(4); i >= 0; i--) {
            spoil(files, random);
        }
        return new SpoiltRoster(files);
    }

    private static void spoil(Map<String, byte[]> files, Random random) {
        List<String> names = List.copyOf(files.keySet());
        String name = names.get(random.nextInt(names.size()));
        byte[] bytes = files.getOrDefault(name, new byte[0]);
        String text = new String(bytes, StandardCharsets.UTF_8);
        switch (random.nextInt(14)) {
            case 0 -> files.put(name, flipped(bytes, random));
            case 1 -> files.put(name, text.getBytes(StandardCharsets.UTF_16LE));
            case 2 -> put(files, name, text.replace("\n", "\r"));
            case 3 -> put(files, name, text.replace(',', random.nextBoolean() ? ';' : '\t'));
            case 4 -> put(files, name, "\uFEFF" + text);
            case 5 -> {
                files.remove(name);
                files.put(name.replace(".csv", " (1).csv"), bytes);
            }
            case 6 -> files.put(name.replace(".csv", "_2.csv"), bytes);
            default -> put(files, name, lines(text, random));
        }
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
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
                lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
            }
            default -> {
                String[] cells = lines.get(at).split(",", -1);
                cells[random.nextInt(cells.length)] = ODD.get(random.nextInt(ODD.size()));
                lines.set(at, String.join(",", cells));
            }
        }
        return String.join("\n", lines);
    }

    /** Whether it was read rather than refused. */
    boolean holds(Path folder) throws IOException {
        try (Stream<Path> old = Files.list(folder)) {
            for (Path path : old.toList()) {
                Files.delete(path);
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        try (Bundle bundle = Bundle.open(List.of(folder))) {
            RosterReader reader = RosterFormat.open(bundle, ZoneId.of("America/New_York"), "a.zip");
            if (!(reader instanceof PlainRoster roster)) {
                return true;
            }
            check(roster, bundle);
            return true;
        } catch (Refused refused) {
            assertThat(refused.textKey()).startsWith("importing.refused.");
            return false;
        }
    }

    private static void check(PlainRoster roster, Bundle bundle) throws IOException {
        PlainRoster.Files files = roster.files(bytes -> {});
        Set<String> seen = new HashSet<>();
        for (RosterFile<?> file : all(files)) {
            List<Long> lines = linesOf(file);
            if (file.counted()) {
                assertThat(seen.add(file.name())).as(file.name()).isTrue();
                assertThat(lines).as(file.name()).isEqualTo(records(bundle, file.name()));
            } else {
                assertThat(lines).as("derived from " + file.name()).doesNotHaveDuplicates();
            }
        }
        for (BundleFile file : bundle.files()) {
            assertThat(seen.contains(file.name()) || roster.skipped().contains(file.name()))
                    .as(file.name())
                    .isTrue();
        }
    }

    private static List<RosterFile<?>> all(PlainRoster.Files files) {
        List<RosterFile<?>> all = new ArrayList<>(files.orgs());
        all.addAll(files.sessions());
        all.addAll(files.users());
        all.addAll(files.roles());
        all.addAll(files.courses());
        all.addAll(files.classes());
        all.addAll(files.enrolments());
        return all;
    }

    private static <T extends ImportedRow> List<Long> linesOf(RosterFile<T> file) {
        List<Long> lines = new ArrayList<>();
        file.rows()
                .read(
                        new RowTaker<>() {
                            @Override
                            public void take(T row) {
                                assertThat(row.id()).isNotBlank();
                                lines.add(row.line());
                            }

                            @Override
                            public void hold(String id, Held held) {
                                lines.add(held.line());
                            }
                        });
        return lines;
    }

    /** The lines of all records below a file's header. */
    private static List<Long> records(Bundle bundle, String name) throws IOException {
        BundleFile file =
                bundle.files().stream()
                        .filter(f -> f.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        List<Long> lines = new ArrayList<>();
        new CsvFile(file, Encoding.of(file, sha()))
                .read(bytes -> {}, line -> lines.add(line.number()));
        return lines.subList(1, lines.size());
    }

    private static java.security.MessageDigest sha() {
        try {
            return java.security.MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
