package school.tandem.importing.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import school.tandem.importing.reading.BundleFile;
import school.tandem.importing.reading.JsonRecords;
import school.tandem.importing.reading.Refused;
import tools.jackson.databind.JsonNode;

/**
 * An export of a platform, spoilt at random, and what must hold of it all the same: it is not
 * recognised, or refused with a sentence, or each record of it is told once, and the same each
 * time. Where rows have a record in each of several columns, each has as many, or is one by itself.
 */
final class PlatformMutations {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final List<String> ODD_CELLS =
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
                    "é",
                    "\uFEFF",
                    "null",
                    "NULL",
                    "0",
                    "-1",
                    "1e9",
                    "9999999999",
                    "31/02/2026",
                    "2026-02-31",
                    "2026-09-17T25:61:00Z",
                    "13/13/2026",
                    "0000-00-00",
                    "99999-01-01",
                    "01/02/26",
                    "2026-09-17 10:00 PM",
                    "Student",
                    "Teacher",
                    "SUBMIT",
                    "READ",
                    "ASSIGNMENT",
                    "returned",
                    "Missing",
                    "Excused",
                    "=1+1",
                    "\"a\nb\"",
                    "x".repeat(600),
                    "\uD83D\uDC69",
                    "\u202E18:00");
    private static final List<String> ODD_JSON =
            List.of(
                    "null",
                    "[]",
                    "{}",
                    "\"\"",
                    "\" \"",
                    "0",
                    "-1",
                    "1e400",
                    "true",
                    "7.5",
                    "[7]",
                    "114946936387309047192",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"2026-02-31\"",
                    "\"2026-09-17T25:61:00Z\"",
                    "\"99999-01-01T00:00:00Z\"",
                    "[[]]",
                    "[null]",
                    "{\"id\": []}",
                    "\"NEW\"",
                    "\"TURNED_IN\"",
                    "\"BURNT\"",
                    "\"" + "x".repeat(600) + "\"");
    private static final List<String> NO_JSON =
            List.of("[".repeat(2000), "tru", "NaN", "}", "]", ",", "\n", "\"");
    private static final Pattern JSON_VALUE =
            Pattern.compile(
                    "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"(\\s*:)?|-?\\d+(?:\\.\\d+)?|true|false|null");

    private final Platform platform;
    private final Map<String, String> whole;

    /**
     * Of an export that can be read.
     *
     * @param whole its files by their names
     */
    PlatformMutations(Platform platform, Map<String, String> whole) {
        this.platform = platform;
        this.whole = whole;
    }

    /** As it is. */
    static List<ExportFile> files(Map<String, byte[]> bytes) {
        List<ExportFile> files = new ArrayList<>();
        bytes.forEach((name, content) ->
                files.add(
                        new ExportFile(
                                new BundleFile(
                                        name,
                                        content.length,
                                        () -> new ByteArrayInputStream(content)),
                                files.size())));
        return files;
    }

    /**
     * Spoils it once, as this seed says, and judges.
     *
     * @return whether it was taken
     */
    boolean holds(long seed) {
        Map<String, byte[]> spoilt = spoilt(seed);
        try {
            return judge(platform, files(spoilt));
        } catch (RuntimeException | AssertionError broken) {
            StringBuilder text = new StringBuilder("Seed " + seed + " broke an export:");
            spoilt.forEach((name, bytes) ->
                    text.append("\n--- ").append(name).append('\n').append(text(bytes)));
            throw new AssertionError(text.toString(), broken);
        }
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.substring(0, Math.min(4000, text.length()));
    }

    /** Whether an export was taken; fails where it is not sound. */
    static boolean judge(Platform platform, List<ExportFile> files) {
        Told told;
        try {
            if (files.stream().anyMatch(file -> platform.format(file).isEmpty())) {
                return false;
            }
            PlatformReader reader = platform.open(files, ZONE);
            told = Told.by(reader);
            assertThat(Told.by(reader).all).as("told again").isEqualTo(told.all);
            assertThat(reader.reports()).isNotNull();
            reader.until();
        } catch (Refused refused) {
            assertThat(refused.textKey()).startsWith("importing.refused.");
            return false;
        }
        for (int i = 0; i < files.size(); i++) {
            Map<Long, Long> there = records(files.get(i));
            Map<Long, Long> said = new TreeMap<>();
            int number = i;
            told.records.stream()
                    .filter(at -> at.file() == number)
                    .forEach(at -> said.merge(at.line(), 1L, Long::sum));
            assertThat(said.keySet())
                    .as("records of " + files.get(i).name())
                    .isEqualTo(there.keySet());
            if (files.get(i).isJson()) {
                assertThat(said).as("how often they were told").isEqualTo(there);
            } else {
                assertThat(said.values().stream().distinct().filter(each -> each > 1).count())
                        .isLessThanOrEqualTo(1);
            }
        }
        told.works.forEach(work -> assertThat(work.id()).isNotBlank());
        told.handIns.forEach(row -> assertThat(row.workId()).isNotBlank());
        return true;
    }

    /** How many records there are in each line, or of each number. */
    private static Map<Long, Long> records(ExportFile file) {
        Map<Long, Long> records = new TreeMap<>();
        if (file.isJson()) {
            file.json()
                    .read(
                            new JsonRecords.Taker() {
                                @Override
                                public void take(long number, String list, JsonNode record) {
                                    records.merge(number, of(record), Long::sum);
                                }

                                @Override
                                public void hold(long number, String text) {
                                    records.merge(number, 1L, Long::sum);
                                }
                            });
        } else {
            file.table().read(row -> records.merge(row.line(), 1L, Long::sum));
        }
        return records;
    }

    /** A group stands for those in it. */
    private static long of(JsonNode record) {
        for (String group : new String[] {"submissions", "assignments"}) {
            JsonNode list = record.path(group);
            if (list.isArray()
                    && (group.equals("submissions") || !record.has("submission_types"))) {
                return Math.max(1, list.size());
            }
        }
        return 1;
    }

    /** Its files, spoilt as this seed says. */
    Map<String, byte[]> spoilt(long seed) {
        return spoilt(new Random(new SplittableRandom(seed).nextLong()));
    }

    private Map<String, byte[]> spoilt(Random random) {
        Map<String, String> texts = new LinkedHashMap<>(whole);
        List<String> names = List.copyOf(whole.keySet());
        for (int i = random.nextInt(4); i >= 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            texts.computeIfPresent(
                    name, (same, text) -> isJson(text) ? json(text, random) : table(text, random));
        }
        Map<String, byte[]> spoilt = new LinkedHashMap<>();
        texts.forEach((name, text) -> spoilt.put(name, text.getBytes(StandardCharsets.UTF_8)));
        String name = names.get(random.nextInt(names.size()));
        spoilt.put(name, bytes(texts.getOrDefault(name, ""), random));
        return spoilt;
    }

    private static boolean isJson(String text) {
        return text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
    }

    private static byte[] bytes(String text, Random random) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(16)) {
            case 0 -> flipped(utf8, random);
            case 1 -> Arrays.copyOf(utf8, random.nextInt(utf8.length + 1));
            case 2 -> isJson(text) ? utf8 : text.getBytes(StandardCharsets.UTF_16LE);
            case 3 -> isJson(text) ? utf8 : workbook(text);
            case 4 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            default -> utf8;
        };
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] workbook(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Export");
            String[] lines = text.replaceAll("[\\x00-\\x08\\uD800-\\uDFFF]", "").split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                String[] cells = lines[i].split(",", -1);
                for (int j = 0; j < Math.min(cells.length, 100); j++) {
                    sheet.value(i, j, cells[j]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String json(String text, Random random) {
        List<int[]> values = new ArrayList<>();
        Matcher matcher = JSON_VALUE.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1) == null) {
                values.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        if (values.isEmpty() || random.nextInt(10) == 0) {
            return table(text, random);
        }
        int[] value = values.get(random.nextInt(values.size()));
        List<String> odds = random.nextInt(12) == 0 ? NO_JSON : ODD_JSON;
        String odd = odds.get(random.nextInt(odds.size()));
        return text.substring(0, value[0]) + odd + text.substring(value[1]);
    }

    private static String table(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(9)) {
            case 0 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 1 -> lines.remove(at);
            case 2 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
            case 3 -> lines.add(at, "");
            case 4 -> lines.replaceAll(each -> each.replace(',', ';'));
            default -> {
                String[] cells = line.split(",", -1);
                cells[random.nextInt(cells.length)] =
                        ODD_CELLS.get(random.nextInt(ODD_CELLS.size()));
                lines.set(at, String.join(",", cells));
            }
        }
        return String.join("\n", lines);
    }
}
