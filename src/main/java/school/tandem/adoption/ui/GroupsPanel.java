package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Group;
import school.tandem.adoption.GroupShares;
import school.tandem.adoption.Measure;
import school.tandem.disclosure.Shown;
import school.tandem.ui.HeatTable;
import school.tandem.ui.HeatTable.Cell;
import school.tandem.ui.HeatTable.Row;
import school.tandem.ui.Panel;
import school.tandem.ui.Texts;

/** The same measures group by group; small groups are hidden. */
final class GroupsPanel {

    private GroupsPanel() {}

    /**
     * @param groups with their names, in the order shown
     */
    static Panel of(
            String heading,
            String rowHeading,
            Figures figures,
            Map<Group, String> groups,
            List<Measure> measures) {
        Texts texts = Texts.here();
        if (groups.isEmpty()) {
            Paragraph none = new Paragraph(texts.get("adoption.groups.none"));
            none.addClassName("quiet");
            return new Panel(heading, none);
        }
        List<String> columns = new ArrayList<>();
        List<Map<Group, Shown>> shown = new ArrayList<>();
        for (Measure measure : measures) {
            columns.add(texts.get("adoption.column." + measure.code()));
            shown.add(GroupShares.of(figures, groups.keySet(), measure));
        }
        List<Row> rows = new ArrayList<>();
        groups.forEach((group, name) -> rows.add(new Row(name, "", cells(shown, group))));
        return new Panel(heading, new HeatTable(heading, rowHeading, columns, rows));
    }

    private static List<Cell> cells(List<Map<Group, Shown>> shown, Group group) {
        return shown.stream()
                .map(column -> Cell.of(column.getOrDefault(group, new Shown.Unknown())))
                .toList();
    }
}
