package school.tandem.importing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import school.tandem.importing.platforms.ExportColumn;
import school.tandem.importing.platforms.ExportTable;
import school.tandem.importing.reading.Refused;
import school.tandem.ui.Texts;

/** The names of platforms' tables and of their columns. */
public final class ExportText {

    private ExportText() {}

    public static String of(ExportTable table) {
        return Texts.here().get("importing.export." + table.textKey());
    }

    public static String of(ExportColumn column) {
        return column(column.code());
    }

    private static String column(String code) {
        return Texts.here().get("importing.column." + code);
    }

    /** Says which columns a file lacks, each by all that would do, and what to do. */
    public static Refused refused(String file, ExportTable table, List<List<String>> missing) {
        String or = " " + Texts.here().get("importing.map.or") + " ";
        String columns =
                missing.stream()
                        .map(need ->
                                need.stream()
                                        .map(ExportText::column)
                                        .collect(Collectors.joining(or, "“", "”")))
                        .collect(Collectors.joining(", "));
        return new Refused(
                "importing.refused.missingColumns",
                Map.of("file", file, "format", of(table), "columns", columns));
    }
}
