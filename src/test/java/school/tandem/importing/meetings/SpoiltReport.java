package school.tandem.importing.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.reading.Refused;
import school.tandem.roster.intake.Held;

/**
 * A report spoilt at random places that a seed picks, and what must hold of it all the same: it is
 * refused, or each of its rows is part of a person or held, and none is both.
 *
 * @param text what its bytes say; null: they may say anything
 * @param rows the lines of the whole report that are rows
 */
record SpoiltReport(byte[] bytes, @Nullable String text, Set<String> rows) {

    private static final Map<ReportCases, Set<String>> ROWS = new ConcurrentHashMap<>();

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
                    "é",
                    "\uFEFF",
                    "31/02/2026 10:00",
                    "10/06/2026 25:61",
                    "9999999999",
                    "-1",
                    "1:2:3:4",
                    "1 hr 2",
                    "18h",
                    "0",
                    "Joined",
                    "Left",
                    "Total",
                    "Name",
                    "Email",
                    "1. Summary",
                    "3. In-Meeting Activities",
                    "Meeting title",
                    "Topic",
                    "Join Time",
                    "Duration",
                    "(she/her)",
                    "=1+1",
                    "\"a\nb\"",
                    "x".repeat(600),
                    "\uD83D\uDC69",
                    "\u202E18:00",
                    "PT999999999H");

    /** One of a report in this form, spoilt one to four times. */
    static SpoiltReport of(ReportCases whole, Random random) {
        String text = whole.text();
        boolean twice = random.nextInt(8) == 0;
        text = twice ? text + text : text;
        for (int i = random.nextInt(4); i >= 0; i--) {
            text = spoilt(text, random);
        }
        Set<String> rows = ROWS.computeIfAbsent(whole, SpoiltReport::rows);
        return switch (random.nextInt(8)) {
            case 0 -> new SpoiltReport(flipped(text.getBytes(charset(random)), random), null, rows);
            case 1 -> new SpoiltReport(cut(text.getBytes(charset(random)), random), null, rows);
            case 2 -> new SpoiltReport(workbook(text), null, rows);
            default -> new SpoiltReport(text.getBytes(charset(random)), text, rows);
        };
    }

    private static Set<String> rows(ReportCases whole) {
        List<String> lines = List.of(whole.text().split("\n", -1));
        Set<String> rows = new HashSet<>();
        MeetingReport report = ReportFile.read(whole.text().getBytes(StandardCharsets.UTF_8));
        report.meetings()
                .forEach(meeting ->
                        meeting.people()
                                .forEach(person ->
                                        person.lines()
                                                .forEach(line ->
                                                        rows.add(lines.get(line.intValue() - 1)))));
        return rows;
    }

    private static Charset charset(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> StandardCharsets.UTF_16LE;
            case 1 -> StandardCharsets.UTF_16BE;
            case 2 -> StandardCharsets.UTF_16;
            default -> StandardCharsets.UTF_8;
        };
    }

    private static String spoilt(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(9)) {
            case 0 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 1 -> lines.remove(at);
            case 2 -> lines.set(at, lines.get(at).substring(0, cutAt(lines.get(at), random)));
            case 3 -> lines.add(at, "");
            case 4 -> lines.add(at, ODD.get(random.nextInt(ODD.size())));
            case 5 -> {
                String line = lines.get(at);
                int where = cutAt(line, random);
                String odd = ODD.get(random.nextInt(ODD.size()));
                lines.set(at, line.substring(0, where) + odd + line.substring(where));
            }
            default -> {
                String separator = text.contains("\t") ? "\t" : text.contains(";") ? ";" : ",";
                String[] cells = lines.get(at).split(separator, -1);
                cells[random.nextInt(cells.length)] = ODD.get(random.nextInt(ODD.size()));
                lines.set(at, String.join(separator, cells));
            }
        }
        return String.join("\n", lines);
    }

    private static int cutAt(String line, Random random) {
        return random.nextInt(line.length() + 1);
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] cut(byte[] bytes, Random random) {
        return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }

    private static byte[] workbook(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Report");
            String separator = text.contains("\t") ? "\t" : text.contains(";") ? ";" : ",";
            String[] lines = text.replaceAll("[\\x00-\\x08\\uD800-\\uDFFF]", "").split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                String[] cells = lines[i].split(separator, -1);
                for (int j = 0; j < Math.min(cells.length, 100); j++) {
                    sheet.value(i, j, cells[j]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Whether it was taken rather than refused. */
    boolean holds() {
        MeetingReport report;
        try {
            report = ReportFile.read(bytes);
        } catch (Refused refused) {
            assertThat(refused.textKey()).startsWith("importing.refused.");
            return false;
        }
        List<Long> people =
                report.meetings().stream()
                        .flatMap(meeting -> meeting.people().stream())
                        .flatMap(person -> person.lines().stream())
                        .toList();
        List<Long> held = report.held().stream().map(Held::line).toList();
        assertThat(people.size() + held.size()).as("rows").isEqualTo(report.rows());
        assertThat(report.meetings().stream().mapToInt(Meeting::rows).sum())
                .isEqualTo(people.size());
        Set<Long> seen = new HashSet<>(people);
        seen.addAll(held);
        assertThat(seen).as("lines").hasSize(report.rows());
        lengthsAreSound(report);
        noRowIsLost(seen);
        return true;
    }

    private static void lengthsAreSound(MeetingReport report) {
        for (Meeting meeting : report.meetings()) {
            for (var person : meeting.people()) {
                assertThat(person.name()).isNotBlank();
                var until = person.presence().until();
                if (until != null) {
                    assertThat(person.presence().length(until).isNegative()).isFalse();
                }
            }
        }
    }

    /** Every line that was a row of the whole report is one still, wherever it stands now. */
    private void noRowIsLost(Set<Long> seen) {
        if (text == null || text.indexOf('"') >= 0 || text.indexOf('\r') >= 0) {
            return; // a row may be part of a quoted cell now
        }
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (rows.contains(lines[i])) {
                assertThat(seen).as("line %d: %s", i + 1, lines[i]).contains(i + 1L);
            }
        }
    }
}
