package school.tandem.training.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import school.tandem.disclosure.Shown;
import school.tandem.disclosure.Suppression;
import school.tandem.disclosure.Tally;
import school.tandem.roster.DepartmentId;
import school.tandem.training.Course;
import school.tandem.training.CourseMatrix.Matrix;
import school.tandem.ui.HeatTable;
import school.tandem.ui.HeatTable.Cell;
import school.tandem.ui.HeatTable.Row;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Departments by courses, small ones hidden. */
final class MatrixPanel {

    private MatrixPanel() {}

    static Panel of(Place place, Matrix all) {
        Texts texts = Texts.here();
        List<Map<DepartmentId, Shown>> columns = new ArrayList<>();
        for (Course course : all.courses()) {
            Map<DepartmentId, Tally> groups = new LinkedHashMap<>();
            all.departments().keySet().forEach(id -> groups.put(id, all.of(id, course.id())));
            columns.add(Suppression.shares(groups, Suppression.STAFF));
        }
        List<Row> rows = new ArrayList<>();
        all.departments()
                .forEach((id, name) ->
                        rows.add(
                                new Row(
                                        name,
                                        place.link("people", "show", "departments"),
                                        columns.stream()
                                                .map(column ->
                                                        Cell.of(
                                                                column.getOrDefault(
                                                                        id, new Shown.Unknown())))
                                                .toList())));
        String heading = texts.get("training.matrix");
        return new Panel(
                heading,
                new HeatTable(
                        heading,
                        texts.get("training.department"),
                        all.courses().stream().map(Course::title).toList(),
                        rows));
    }
}
