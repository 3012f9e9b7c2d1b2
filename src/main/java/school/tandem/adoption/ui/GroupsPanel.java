package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import school.tandem.adoption.Group;
import school.tandem.adoption.GroupShares;
import school.tandem.adoption.Measure;
import school.tandem.disclosure.Shown;
import school.tandem.ui.HeatTable;
import school.tandem.ui.HeatTable.Cell;
import school.tandem.ui.HeatTable.Row;
import school.tandem.ui.Panel;
import school.tandem.ui.Texts;

/** Measures group by group, each group a way to look at it alone; small groups are hidden. */
final class GroupsPanel {

    private GroupsPanel() {}

    /**
     * @param kind of the groups
     */
    static Panel of(
            String heading, String rowHeading, Looked looked, String kind, List<Measure> measures) {
        Texts texts = Texts.here();
        Map<Group, String> groups = looked.groups(kind);
        if (groups.isEmpty()) {
            Paragraph none = new Paragraph(texts.get("adoption.groups.none"));
            none.addClassName("quiet");
            return new Panel(heading, none);
        }
        List<String> columns = new ArrayList<>();
        List<Map<Group, Shown>> shown = new ArrayList<>();
        for (Measure measure : measures) {
            columns.add(texts.get("adoption.column." + measure.code()));
            shown.add(GroupShares.of(looked.shown(), groups.keySet(), measure));
        }
        List<Row> rows = new ArrayList<>();
        List<List<String>> lines = new ArrayList<>();
        groups.forEach((group, name) -> {
            List<Cell> cells =
                    shown.stream()
                            .map(column -> Cell.of(column.getOrDefault(group, new Shown.Unknown())))
                            .toList();
            rows.add(new Row(name, looked.asked().with(group).link(), cells));
            List<String> line = new ArrayList<>(List.of(name));
            cells.forEach(cell -> line.add(cell.text()));
            lines.add(line);
        });
        List<String> header = new ArrayList<>(List.of(rowHeading));
        columns.forEach(column -> header.add(column.replace("\u00AD", "")));
        return new Panel(
                heading,
                new HeatTable(heading, rowHeading, columns, rows),
                How.of("adoption.how.groups." + kind, List.of()),
                new Files(
                                "adoption-" + looked.asked().tab().code() + "-" + kind,
                                heading,
                                header,
                                lines)
                        .links());
    }
}
