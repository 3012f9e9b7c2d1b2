package school.tandem.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.HeldText;
import school.tandem.importing.ImportReport;
import school.tandem.importing.ReportText;
import school.tandem.roster.intake.Held;
import school.tandem.roster.intake.Tally;
import school.tandem.ui.Actions;
import school.tandem.ui.DataTable;
import school.tandem.ui.Headline;
import school.tandem.ui.Panel;
import school.tandem.ui.Texts;

/** What an import would change, or has changed: file by file, with the rows that it held. */
final class ReportPanel {

    private static final int HELD_SHOWN = 20;

    private final Texts texts = Texts.here();
    private final ImportReport report;
    private @Nullable Panel question;
    private @Nullable Runnable anew;

    ReportPanel(ImportReport report) {
        this.report = report;
    }

    /** Asks something before the rows that were held. */
    ReportPanel asking(Optional<Panel> asked) {
        question = asked.orElse(null);
        return this;
    }

    /** Lets somebody say anew what its columns mean; null: there is nothing to say. */
    ReportPanel anew(@Nullable Runnable say) {
        anew = say;
        return this;
    }

    /**
     * Before it is done.
     *
     * @param go told the name of the district that it is to go into; null: where it belongs
     */
    Component difference(Consumer<@Nullable String> go, Runnable discard) {
        String newDistrict = report.newDistrict();
        TextField name = new TextField(texts.get("importing.newDistrict"));
        name.setHelperText(texts.get("importing.newDistrict.hint"));
        name.setValue(newDistrict == null ? "" : newDistrict);
        Div actions =
                new Div(
                        Actions.primary(
                                texts.get("importing.go"),
                                () -> go.accept(newDistrict == null ? null : name.getValue())),
                        Actions.secondary(texts.get("importing.discard"), discard));
        if (anew != null) {
            actions.add(Actions.secondary(texts.get("importing.map.anew"), anew));
        }
        return newDistrict == null
                ? shown("importing.would", actions)
                : shown("importing.would", new Div(name), actions);
    }

    /** After it was done. */
    Component done(Runnable open, Runnable more) {
        Div actions =
                new Div(
                        Actions.primary(texts.get("importing.open"), open),
                        Actions.secondary(texts.get("importing.more"), more));
        return shown("importing.did", actions);
    }

    static String sentence(ImportReport report, String key) {
        return Texts.here().get(key, ReportText.arguments(report));
    }

    private Component shown(String sentence, Div... actions) {
        for (Div row : actions) {
            row.addClassName("actions");
        }
        String skipped =
                report.skipped().isEmpty()
                        ? ""
                        : texts.get(
                                "importing.skipped", "names", String.join(", ", report.skipped()));
        Div all = new Div(new Headline(sentence(report, sentence), skipped));
        all.add(actions);
        if (question != null) {
            all.add(question);
        }
        if (report.held().count() > 0) {
            all.add(held());
        }
        all.add(new Panel(texts.get("importing.files"), files()));
        return all;
    }

    private DataTable files() {
        DataTable table =
                new DataTable(
                        texts.get("importing.files"),
                        List.of(
                                texts.get("importing.file"),
                                texts.get("importing.read"),
                                texts.get("importing.added"),
                                texts.get("importing.changed"),
                                texts.get("importing.unchanged"),
                                texts.get("importing.withdrawn"),
                                texts.get("importing.held")));
        for (ImportReport.FileReport file : report.files()) {
            Tally rows = file.rows();
            table.row(
                    DataTable.text(file.name()),
                    number(rows.read()),
                    number(rows.added()),
                    number(rows.changed()),
                    number(rows.unchanged()),
                    number(rows.withdrawn()),
                    number(rows.held()));
        }
        return table;
    }

    private Component number(long count) {
        return DataTable.text(texts.number(count));
    }

    private Panel held() {
        List<Held> first = new ArrayList<>();
        report.held()
                .forEach(row -> {
                    if (first.size() < HELD_SHOWN) {
                        first.add(row);
                    }
                });
        DataTable table =
                new DataTable(
                        texts.get("importing.heldRows"),
                        List.of(texts.get("importing.where"), texts.get("importing.why")));
        first.forEach(row ->
                table.row(
                        DataTable.text(
                                texts.get(
                                        "importing.line", "file", row.file(), "line", row.line())),
                        DataTable.text(HeldText.of(row))));
        return new Panel(
                texts.get("importing.heldRows"),
                new Paragraph(
                        texts.get(
                                "importing.heldRows.below",
                                "count",
                                report.held().count(),
                                "shown",
                                first.size())),
                new Anchor(download(), texts.get("importing.heldRows.download")),
                table);
    }

    private DownloadHandler download() {
        return HeldCsv.download(report.held()::forEach);
    }
}
