package school.tandem.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;

/**
 * A short table of the browser's own, for at most a page of rows; it becomes cards on a phone. For
 * long ones there is the grid.
 */
@Tag("table")
public class DataTable extends HtmlContainer {

    private final List<String> columns;
    private final Element body = new Element("tbody");

    public DataTable(String caption, List<String> columns) {
        this.columns = List.copyOf(columns);
        addClassName("data");
        Element head = new Element("tr");
        columns.forEach(column ->
                head.appendChild(new Element("th").setAttribute("scope", "col").setText(column)));
        getElement()
                .appendChild(
                        new Element("caption").setText(caption),
                        new Element("thead").appendChild(head),
                        body);
    }

    /** Adds a row; the first cell names it. */
    public DataTable row(Component... cells) {
        insert(body.getChildCount(), cells);
        return this;
    }

    /** Adds a row before the one that stands there, counted from 0; the others stay as they are. */
    public void insert(int at, Component... cells) {
        Element row = new Element("tr");
        for (int i = 0; i < cells.length; i++) {
            Element cell = new Element(i == 0 ? "th" : "td");
            if (i == 0) {
                cell.setAttribute("scope", "row");
            } else {
                cell.setAttribute("data-label", columns.get(i));
                cell.getClassList().set("acts", acts(cells[i]));
            }
            cell.appendChild(cells[i].getElement());
            row.appendChild(cell);
        }
        body.insertChild(at, row);
    }

    /** Takes away the row that stands there. */
    public void remove(int at) {
        body.removeChild(at);
    }

    /** Whether a cell holds what can be done: on a phone it needs no name. */
    private static boolean acts(Component cell) {
        return cell instanceof NativeButton
                || cell.getChildren().anyMatch(NativeButton.class::isInstance);
    }

    /** A cell of text. */
    public static Component text(String text) {
        return new Span(text);
    }

    /** A cell of several pieces. */
    public static Component group(Component... pieces) {
        Div group = new Div(pieces);
        group.addClassName("cell-group");
        return group;
    }
}
