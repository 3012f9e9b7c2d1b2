package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import school.tandem.roster.GradeCount;
import school.tandem.roster.PeopleQueries;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.DataTable;
import school.tandem.ui.Empty;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** How many students each grade has; no names. */
@SpringComponent
@Order(4)
class StudentsSection implements PeopleSection {

    private final PeopleQueries people;
    private final Access access;

    StudentsSection(PeopleQueries people, Access access) {
        this.people = people;
        this.access = access;
    }

    @Override
    public String name() {
        return "students";
    }

    @Override
    public boolean isShown(Place place) {
        return access.may(place.key(), Permission.IMPORT);
    }

    @Override
    public Component build(Place place, Location location, Consumer<Location> reload) {
        Texts texts = Texts.here();
        List<GradeCount> grades = people.grades(place.key());
        if (grades.isEmpty()) {
            return new Empty(
                    texts.get("roster.students.empty"),
                    Actions.primaryLink(texts.get("roster.bringFile"), place.link("imports")));
        }
        DataTable table =
                new DataTable(
                        texts.get("roster.section.students"),
                        List.of(texts.get("roster.grade"), texts.get("roster.section.students")));
        for (GradeCount one : grades) {
            table.row(
                    DataTable.text(
                            Objects.requireNonNullElse(
                                    one.grade(), texts.get("roster.grade.none"))),
                    DataTable.text(texts.number(one.students())));
        }
        return new Panel(
                texts.get("roster.section.students"),
                table,
                new Paragraph(texts.get("roster.students.below")));
    }
}
