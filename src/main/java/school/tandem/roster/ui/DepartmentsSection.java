package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import school.tandem.roster.Department;
import school.tandem.roster.Departments;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.DataTable;
import school.tandem.ui.Empty;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The departments with their numbers; each can be renamed. */
@SpringComponent
@Order(3)
class DepartmentsSection implements PeopleSection {

    private final Departments departments;
    private final Access access;

    DepartmentsSection(Departments departments, Access access) {
        this.departments = departments;
        this.access = access;
    }

    @Override
    public String name() {
        return "departments";
    }

    @Override
    public boolean isShown(Place place) {
        return access.may(place.key(), Permission.SEE_STAFF);
    }

    @Override
    public Component build(Place place, Location location, Consumer<Location> reload) {
        Texts texts = Texts.here();
        List<Department> all = departments.of(place.key());
        if (all.isEmpty()) {
            return new Empty(texts.get("roster.departments.empty"));
        }
        DataTable table =
                new DataTable(
                        texts.get("roster.section.departments"),
                        List.of(
                                texts.get("roster.department"),
                                texts.get("roster.section.staff"),
                                texts.get("roster.section.classes"),
                                texts.get("roster.actions")));
        for (Department one : all) {
            table.row(
                    DataTable.text(one.name()),
                    new Anchor(
                            place.link(PeopleView.ROUTE, "department", one.id().toString()),
                            texts.number(one.staff())),
                    DataTable.text(texts.number(one.classes())),
                    access.may(place.key(), Permission.EDIT_ROSTER)
                            ? Actions.inRow(
                                    texts.get("roster.rename"),
                                    () -> rename(place, one, () -> reload.accept(location)))
                            : new Span());
        }
        return new Panel(texts.get("roster.section.departments"), table);
    }

    private void rename(Place place, Department one, Runnable reload) {
        Texts texts = Texts.here();
        TextField name = new TextField(texts.get("roster.department"), one.name(), "");
        FormDialog dialog =
                new FormDialog(
                        texts.get("roster.rename.who", "name", one.name()),
                        texts.get("roster.save"),
                        () -> {
                            departments.rename(place.key(), one.id(), name.getValue());
                            reload.run();
                        });
        dialog.field("name", name);
        dialog.open();
    }
}
