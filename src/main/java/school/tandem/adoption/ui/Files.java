package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import school.tandem.ui.DataTable;
import school.tandem.ui.TableExport;
import school.tandem.ui.Texts;

/**
 * A table that is shown, as a file: the same cells, so that a file tells no more than the screen.
 *
 * @param name of the file, without an ending
 */
record Files(String name, String caption, List<String> columns, List<List<String>> rows) {

    /** The ways to get it. */
    Component links() {
        return links(export(), caption);
    }

    /** The ways to get any table. */
    static Component links(TableExport export, String caption) {
        Texts texts = Texts.here();
        Anchor csv = new Anchor(export.csv(), "CSV");
        Anchor xlsx = new Anchor(export.xlsx(), "XLSX");
        csv.getElement()
                .setAttribute(
                        "aria-label", texts.get("adoption.file", "kind", "CSV", "table", caption));
        xlsx.getElement()
                .setAttribute(
                        "aria-label", texts.get("adoption.file", "kind", "XLSX", "table", caption));
        Div links = new Div(csv, xlsx);
        links.addClassNames("quiet", "cell-group", "files");
        return links;
    }

    TableExport export() {
        return new TableExport(name, columns, taker -> rows.forEach(taker));
    }

    /** The table itself. */
    Component table() {
        DataTable table = new DataTable(caption, columns);
        rows.forEach(row -> table.row(row.stream().map(DataTable::text).toArray(Component[]::new)));
        return table;
    }
}
