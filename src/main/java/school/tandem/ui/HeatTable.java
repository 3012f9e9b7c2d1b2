package school.tandem.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import school.tandem.disclosure.Shown;

/**
 * Groups by measures, each cell a word on a scale from sand to blue. Where it is wider than its
 * panel it scrolls by itself, by keyboard too.
 */
@Tag("div")
public class HeatTable extends HtmlContainer {

    /**
     * A cell.
     *
     * @param text what it says: a share, a bound, “hidden”, “unknown”
     * @param share 0 to 1, for its shade; empty: none
     */
    public record Cell(String text, OptionalDouble share) {

        /** The cell that says what may be shown of a group. */
        public static Cell of(Shown shown) {
            Texts texts = Texts.here();
            return switch (shown) {
                case Shown.Share share ->
                        new Cell(texts.percent(share.share()), OptionalDouble.of(share.share()));
                case Shown.Under under ->
                        new Cell(
                                texts.get("ui.atMost", "share", texts.percent(under.bound())),
                                OptionalDouble.of(under.bound() / 2));
                case Shown.Over over ->
                        new Cell(
                                texts.get("ui.atLeast", "share", texts.percent(over.bound())),
                                OptionalDouble.of((1 + over.bound()) / 2));
                case Shown.Hidden hidden ->
                        new Cell(texts.get("ui.hidden"), OptionalDouble.empty());
                case Shown.Unknown unknown ->
                        new Cell(texts.get("ui.unknown"), OptionalDouble.empty());
            };
        }
    }

    /**
     * A row.
     *
     * @param href where its name leads; empty: nowhere
     */
    public record Row(String name, String href, List<Cell> cells) {}

    public HeatTable(String caption, String rowHeading, List<String> columns, List<Row> rows) {
        addClassName("scroll");
        getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", caption)
                .setAttribute("tabindex", "0");
        Element title = new Element("caption").setText(caption);
        Element head = new Element("tr");
        head.appendChild(heading(rowHeading, "col"));
        columns.forEach(column -> head.appendChild(heading(column, "col")));
        Element body = new Element("tbody");
        rows.forEach(row -> body.appendChild(row(row)));
        Element table = new Element("table");
        table.getClassList().add("heat");
        table.appendChild(title, new Element("thead").appendChild(head), body);
        getElement().appendChild(table);
    }

    private static Element row(Row row) {
        Element name = heading(row.name(), "row");
        if (!row.href().isEmpty()) {
            name.setText("");
            name.appendChild(new Element("a").setAttribute("href", row.href()).setText(row.name()));
        }
        Element element = new Element("tr").appendChild(name);
        row.cells().forEach(cell -> element.appendChild(cell(cell)));
        return element;
    }

    private static Element cell(Cell cell) {
        Element element = new Element("td").setText(cell.text());
        cell.share()
                .ifPresentOrElse(
                        share ->
                                element.getStyle()
                                        .set("--share", String.format(Locale.ROOT, "%.3f", share)),
                        () -> element.getClassList().add("none"));
        return element;
    }

    private static Element heading(String text, String scope) {
        return new Element("th").setAttribute("scope", scope).setText(text);
    }
}
