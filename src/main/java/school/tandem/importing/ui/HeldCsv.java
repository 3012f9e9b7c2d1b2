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

    /** Without it, Excel takes the letters of a Spanish name for those of another alphabet. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private HeldCsv() {}

    static DownloadHandler download(Rows rows) {
        return event -> {
            event.setFileName("held-rows.csv");
            event.setContentType("text/csv; charset=utf-8");
            Locale locale = event.getUI().getLocale();
            try (var out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8);
                    var csv = CsvWriter.builder().build(out)) {
                write(csv, rows, locale);
            }
        };
    }

    static void write(CsvWriter csv, Rows rows, Locale locale) {
        csv.writeRecord(BYTE_ORDER_MARK + "file", "line", "column", "value", "reason");
        rows.forEach(row ->
                csv.writeRecord(
                        harmless(row.file()),
                        Long.toString(row.line()),
                        harmless(row.column()),
                        harmless(row.value()),
                        harmless(HeldText.in(locale, row))));
    }

    /** A spreadsheet must not take a text for a formula, wherever in the file it comes from. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
