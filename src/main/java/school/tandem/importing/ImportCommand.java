package school.tandem.importing;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.installation.CannotStart;
import school.tandem.installation.Command;
import school.tandem.roster.intake.Tally;
import school.tandem.security.Access;
import school.tandem.ui.Texts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./tandem import}: the same import as on the screen, for scripts. */
@Component
class ImportCommand implements Command {

    private final Imports imports;
    private final PlatformImports platforms;
    private final PublishedLists lists;
    private final Access access;
    private final JsonMapper json;

    ImportCommand(
            Imports imports,
            PlatformImports platforms,
            PublishedLists lists,
            Access access,
            JsonMapper json) {
        this.imports = imports;
        this.platforms = platforms;
        this.lists = lists;
        this.access = access;
        this.json = json;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String usage() {
        return ImportArguments.USAGE;
    }

    @Override
    public int run(List<String> typed) {
        ImportArguments arguments;
        try {
            arguments = ImportArguments.of(typed);
        } catch (CannotStart wrong) {
            System.err.println(wrong.getMessage());
            System.err.println("usage: ./tandem " + usage());
            return 2;
        }
        ImportReport report =
                access.asInstallation(() -> take(arguments.request(), arguments.school()));
        try (HeldRows held = report.held()) {
            if (arguments.json()) {
                printJson(report, held);
            } else {
                print(report, held, arguments.dryRun());
            }
        }
        return report.exitCode();
    }

    private ImportReport take(ImportRequest request, @Nullable String school) {
        ImportProgress progress = new ImportProgress();
        try {
            if (platforms.recognises(request)) {
                return platforms.run(request, progress);
            }
            Optional<ListKind> list = PublishedLists.kindOf(request.files());
            return list.isPresent()
                    ? lists.run(request, list.get(), school, progress)
                    : imports.run(request, progress);
        } catch (RuntimeException mistake) {
            return ImportReport.refused(
                    "",
                    Texts.here().get("importing.refused.broke", "problem", where(mistake)),
                    new HeldRows());
        }
    }

    /** What broke and where, without what it says: that may name people. */
    private static String where(RuntimeException mistake) {
        return mistake.getClass().getSimpleName()
                + Stream.of(mistake.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("school.tandem."))
                        .findFirst()
                        .map(frame ->
                                " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                        .orElse("");
    }

    private void printJson(ImportReport report, HeldRows held) {
        PrintStream answer = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (JsonGenerator out =
                json.writer()
                        .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .createGenerator(answer)) {
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
