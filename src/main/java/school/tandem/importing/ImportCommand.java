package school.tandem.importing;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.installation.Command;
import school.tandem.roster.intake.Tally;
import school.tandem.security.Access;
import school.tandem.ui.Texts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./tandem import}: the same import as on the screen, for scripts. */
@Component
class ImportCommand implements Command {

    private final Imports imports;
    private final Access access;
    private final JsonMapper json;

    ImportCommand(Imports imports, Access access, JsonMapper json) {
        this.imports = imports;
        this.access = access;
        this.json = json;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String usage() {
        return "import FILE... [--dry-run] [--json] [--district NAME] [--zone ZONE]";
    }

    @Override
    public int run(List<String> arguments) {
        List<Path> files = new ArrayList<>();
        boolean dryRun = false;
        boolean asJson = false;
        String district = null;
        ZoneId zone = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : null;
            switch (argument) {
                case "--dry-run" -> dryRun = true;
                case "--json" -> asJson = true;
                case "--district", "--zone" -> {
                    if (value == null) {
                        return wrong("The option " + argument + " needs a value.");
                    }
                    i++;
                    if (argument.equals("--district")) {
                        district = value;
                    } else {
                        zone = zone(value);
                        if (zone == null) {
                            return wrong(
                                    "There is no time zone “"
                                            + value
                                            + "”; use a name such as America/New_York.");
                        }
                    }
                }
                default -> {
                    if (argument.startsWith("--")) {
                        return wrong("There is no option " + argument + ".");
                    }
                    files.add(Path.of(argument));
                }
            }
        }
        if (files.isEmpty()) {
            return wrong("Name a file or folder to import.");
        }
        var request =
                new ImportRequest(
                        files,
                        String.valueOf(files.getFirst().toAbsolutePath().normalize().getFileName()),
                        district,
                        zone,
                        false,
                        dryRun);
        ImportReport report =
                access.asInstallation(() -> imports.run(request, new ImportProgress()));
        try (HeldRows held = report.held()) {
            if (asJson) {
                printJson(report, held);
            } else {
                print(report, held, dryRun);
            }
        }
        return report.exitCode();
    }

    private int wrong(String sentence) {
        System.err.println(sentence);
        System.err.println("usage: ./tandem " + usage());
        return 2;
    }

    private static @Nullable ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private void printJson(ImportReport report, HeldRows held) {
        try (JsonGenerator out =
                json.createGenerator(new PrintStream(System.out, false, StandardCharsets.UTF_8))) {
            out.writeStartObject();
            out.writeStringProperty("format", report.format());
            out.writeName("files");
            out.writeStartArray();
            for (ImportReport.FileReport file : report.files()) {
                out.writePOJO(asMap(file));
            }
            out.writeEndArray();
            out.writePOJOProperty("skipped", report.skipped());
            out.writeName("held");
            out.writeStartArray();
            held.forEach(row -> {
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("file", row.file());
                values.put("line", row.line());
                values.put("column", row.column());
                values.put("value", row.value());
                values.put("reason", HeldText.of(row));
                out.writePOJO(values);
            });
            out.writeEndArray();
            out.writePOJOProperty("refused", report.refused());
            out.writeEndObject();
            out.writeRaw('\n');
        }
    }

    private static Map<String, Object> asMap(ImportReport.FileReport file) {
        Tally rows = file.rows();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", file.name());
        map.put("read", rows.read());
        map.put("added", rows.added());
        map.put("changed", rows.changed());
        map.put("unchanged", rows.unchanged());
        map.put("withdrawn", rows.withdrawn());
        map.put("held", rows.held());
        return map;
    }

    private static void print(ImportReport report, HeldRows held, boolean dryRun) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (report.refused() != null) {
            out.println(report.refused());
            return;
        }
        Texts texts = Texts.here();
        out.println(
                texts.get(
                        dryRun ? "importing.would" : "importing.did",
                        ReportText.arguments(report)));
        for (ImportReport.FileReport file : report.files()) {
            out.printf(
                    "  %-22s %s%n",
                    file.name(), texts.get("importing.counts", ReportText.arguments(file.rows())));
        }
        if (!report.skipped().isEmpty()) {
            out.println(
                    texts.get("importing.skipped", "names", String.join(", ", report.skipped())));
        }
        held.forEach(
                row -> out.println("  " + row.file() + ":" + row.line() + "  " + HeldText.of(row)));
    }
}
