package school.tandem.importing.ui;

import com.vaadin.flow.server.streams.DownloadHandler;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import school.tandem.importing.HeldText;
import school.tandem.roster.intake.Held;

/** The rows that an import held, as a file to mend them by. */
final class HeldCsv {

    /** Hands over all of them. */
    interface Rows {
        void forEach(Consumer<Held> taker);
    }

    private HeldCsv() {}

    static DownloadHandler download(Rows rows) {
        return event -> {
            event.setFileName("held-rows.csv");
            event.setContentType("text/csv; charset=utf-8");
            Locale locale = event.getUI().getLocale();
            try (var out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8);
                    var csv = CsvWriter.builder().build(out)) {
                csv.writeRecord("file", "line", "column", "value", "reason");
                rows.forEach(row ->
                        csv.writeRecord(
                                row.file(),
                                Long.toString(row.line()),
                                row.column(),
                                harmless(row.value()),
                                HeldText.in(locale, row)));
            }
        };
    }

    /** A spreadsheet must not take a value for a formula. */
    private static String harmless(String value) {
        return value.matches("^[=+@\\-\\t\\r].*") ? "'" + value : value;
    }
}
