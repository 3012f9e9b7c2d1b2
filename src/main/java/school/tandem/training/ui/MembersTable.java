package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import school.tandem.training.CourseMember;
import school.tandem.ui.DataTable;
import school.tandem.ui.Texts;

/** Staff as one course sees them: name, department, the day of completion. */
final class MembersTable {

    private MembersTable() {}

    /**
     * @param action what can be done in each row; null: nothing
     */
    static DataTable of(
            String caption,
            List<CourseMember> people,
            @Nullable Function<CourseMember, Component> action) {
        Texts texts = Texts.here();
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                texts.get("training.name"),
                                texts.get("training.department"),
                                texts.get("training.completedOn")));
        if (action != null) {
            columns.add(texts.get("training.actions"));
        }
        DataTable table = new DataTable(caption, columns);
        for (CourseMember one : people) {
            String department = one.department();
            LocalDate day = one.completedOn();
            List<Component> cells =
                    new ArrayList<>(
                            List.of(
                                    DataTable.text(one.name()),
                                    DataTable.text(department == null ? "–" : department),
                                    DataTable.text(day == null ? "–" : texts.date(day))));
            if (action != null) {
                cells.add(action.apply(one));
            }
            table.row(cells.toArray(Component[]::new));
        }
        return table;
    }
}
