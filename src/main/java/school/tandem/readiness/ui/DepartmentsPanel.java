package school.tandem.readiness.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import school.tandem.adoption.Answers;
import school.tandem.adoption.Group;
import school.tandem.adoption.Measure;
import school.tandem.disclosure.Shown;
import school.tandem.disclosure.Suppression;
import school.tandem.disclosure.Tally;
import school.tandem.readiness.Standing;
import school.tandem.roster.DepartmentId;
import school.tandem.training.Progress;
import school.tandem.training.TrainingProgress;
import school.tandem.ui.HeatTable;
import school.tandem.ui.HeatTable.Cell;
import school.tandem.ui.HeatTable.Row;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The departments: how far their teachers are trained, and teach online. */
final class DepartmentsPanel {

    private DepartmentsPanel() {}

    static Panel of(Place place, Standing standing, Map<DepartmentId, String> names) {
        Texts texts = Texts.here();
        String heading = texts.get("readiness.departments");
        if (names.isEmpty()) {
            Paragraph none = new Paragraph(texts.get("readiness.departments.none"));
            none.addClassName("quiet");
            return new Panel(heading, none);
        }
        List<String> columns = new ArrayList<>();
        List<Map<DepartmentId, Shown>> shown = new ArrayList<>();
        columns.add(texts.get("readiness.column.trained"));
        shown.add(shares(names, id -> trained(standing.training(), id)));
        for (Measure measure : List.of(Measure.ATTENDANCE, Measure.ASSIGNMENTS, Measure.QUIZZES)) {
            columns.add(texts.get("readiness.column." + measure.code()));
            shown.add(
                    shares(
                            names,
                            id ->
                                    tally(
                                            standing.adoption()
                                                    .of(Group.department(id.value()), measure))));
        }
        List<Row> rows = new ArrayList<>();
        names.forEach((id, name) ->
                rows.add(
                        new Row(
                                name,
                                place.link("adoption", "show", "teachers"),
                                shown.stream()
                                        .map(column ->
                                                Cell.of(
                                                        column.getOrDefault(
                                                                id, new Shown.Unknown())))
                                        .toList())));
        return new Panel(
                heading, new HeatTable(heading, texts.get("readiness.department"), columns, rows));
    }

    private static Map<DepartmentId, Shown> shares(
            Map<DepartmentId, String> names, Function<DepartmentId, Tally> counted) {
        Map<DepartmentId, Tally> groups = new LinkedHashMap<>();
        names.keySet().forEach(id -> groups.put(id, counted.apply(id)));
        return Suppression.shares(groups, Suppression.STAFF);
    }

    /** Completions are counted by the piece, but they are of the department's staff. */
    private static Tally trained(TrainingProgress training, DepartmentId id) {
        Progress progress = training.byDepartment().getOrDefault(id, Progress.NONE);
        return new Tally(
                progress.done(),
                progress.done() + progress.missing(),
                progress.all(),
                training.staffIn(id));
    }

    private static Tally tally(Answers answers) {
        return new Tally(answers.yes(), answers.yes() + answers.no(), answers.all());
    }
}
