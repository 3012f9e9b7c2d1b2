package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import school.tandem.adoption.Measure;
import school.tandem.disclosure.Shown;
import school.tandem.ui.HeatTable;
import school.tandem.ui.HeatTable.Cell;
import school.tandem.ui.Panel;
import school.tandem.ui.TableExport;
import school.tandem.ui.Texts;

/** Departments, classes or schools by measures, and the same as a file. */
final class HabitsTable {

    /**
     * A line of it.
     *
     * @param href where its name leads; empty: nowhere
     */
    record Line(String name, String href, Map<Measure, Shown> shown) {}

    private HabitsTable() {}

    /**
     * @param file its name, without an ending
     */
    static Panel of(
            String heading,
            String rowHeading,
            String file,
            List<Measure> measures,
            List<Line> lines) {
        Texts texts = Texts.here();
        if (lines.isEmpty()) {
            Paragraph none = new Paragraph(texts.get("adoption.groups.none"));
            none.addClassName("quiet");
            return new Panel(heading, none);
        }
        List<String> columns =
                measures.stream()
                        .map(measure -> texts.get("adoption.column." + measure.code()))
                        .toList();
        List<HeatTable.Row> rows =
                lines.stream()
                        .map(line ->
                                new HeatTable.Row(line.name(), line.href(), cells(line, measures)))
                        .toList();
        return new Panel(
                heading,
                new HeatTable(heading, rowHeading, columns, rows),
                Files.links(export(rowHeading, file, columns, rows), heading));
    }

    private static List<Cell> cells(Line line, List<Measure> measures) {
        return measures.stream()
                .map(measure -> Cell.of(line.shown().getOrDefault(measure, new Shown.Unknown())))
                .toList();
    }

    /** What the screen shows, to the letter. */
    private static TableExport export(
            String rowHeading, String file, List<String> columns, List<HeatTable.Row> rows) {
        List<String> header = new ArrayList<>();
        header.add(rowHeading);
        columns.forEach(column -> header.add(column.replace("\u00AD", "")));
        return new TableExport(
                file,
                header,
                taker ->
                        rows.forEach(row -> {
                            List<String> cells = new ArrayList<>();
                            cells.add(row.name());
                            row.cells().forEach(cell -> cells.add(cell.text()));
                            taker.accept(cells);
                        }));
    }
}
