package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import school.tandem.adoption.Answers;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Group;
import school.tandem.adoption.Measure;
import school.tandem.disclosure.Shown;
import school.tandem.disclosure.Suppression;
import school.tandem.disclosure.Tally;
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
            Map<Group, Tally> tallies = new LinkedHashMap<>();
            groups.keySet().forEach(group -> tallies.put(group, tally(figures, group, measure)));
            int minimum = measure.ofStudents() ? Suppression.STUDENTS : Suppression.STAFF;
            shown.add(Suppression.shares(tallies, minimum));
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

    private static Tally tally(Figures figures, Group group, Measure measure) {
        Answers answers = figures.of(group, measure);
        return new Tally(
                answers.yes(),
                answers.yes() + answers.no(),
                answers.all(),
                figures.people(group, measure));
    }
}
