package school.tandem.importing.ui;

import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import school.tandem.importing.HeldText;
import school.tandem.roster.intake.Held;
import school.tandem.ui.TableExport;

/** The rows that an import held, as a file to mend them by. */
final class HeldCsv {

    /** Hands over all of them. */
    interface Rows {
        void forEach(Consumer<Held> taker);
    }

    private HeldCsv() {}

    static DownloadHandler download(Rows rows) {
        return event -> export(rows, event.getUI().getLocale()).csv().handleDownloadRequest(event);
    }

    static TableExport export(Rows rows, Locale locale) {
        return new TableExport(
                "held-rows",
                List.of("file", "line", "column", "value", "reason"),
                taker ->
                        rows.forEach(row ->
                                taker.accept(
                                        List.of(
                                                row.file(),
                                                Long.toString(row.line()),
                                                row.column(),
                                                row.value(),
                                                HeldText.in(locale, row)))));
    }
}
