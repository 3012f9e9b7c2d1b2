package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import school.tandem.adoption.AdoptionFigures;
import school.tandem.adoption.ClassHabits;
import school.tandem.adoption.DistrictHabits;
import school.tandem.adoption.Figures;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.Departments;
import school.tandem.roster.Schools;
import school.tandem.security.NotHere;
import school.tandem.ui.Actions;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Headline;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/**
 * From the departments of a school to their classes: all for an administrator, their own for a
 * teacher, none for anybody else.
 */
@Route(ClassesView.ROUTE)
@PermitAll
class ClassesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "adoption/classes";

    static final String ALL = "all";

    private final transient CurrentPlace current;
    private final transient Schools schools;
    private final transient Departments departments;
    private final transient AdoptionFigures figures;
    private final transient ClassHabits classes;
    private final transient DistrictHabits district;

    ClassesView(
            CurrentPlace current,
            Schools schools,
            Departments departments,
            AdoptionFigures figures,
            ClassHabits classes,
            DistrictHabits district) {
        this.current = current;
        this.schools = schools;
        this.departments = departments;
        this.figures = figures;
        this.classes = classes;
        this.district = district;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Location address = event.getLocation();
        String asked = address.getQueryParameters().getSingleParameter("department").orElse("");
        current.of(event).ifPresent(place -> show(place, asked));
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("adoption.section.classes");
    }

    private static DepartmentId department(String asked) {
        if (!asked.matches("[0-9]{1,18}")) {
            throw new NotHere("Department " + asked);
        }
        return new DepartmentId(Long.parseLong(asked));
    }

    /**
     * @param asked a department's id, {@link #ALL} for the classes of all, or empty for departments
     */
    private void show(Place place, String asked) {
        removeAll();
        Map<DepartmentId, String> names = departments.names(place.key());
        if (asked.isEmpty()) {
            showDepartments(place, names);
        } else if (asked.equals(ALL)) {
            showClasses(place, place.school().name(), classes.of(place.key(), null));
        } else {
            DepartmentId department = department(asked);
            List<ClassHabits.Row> rows = classes.of(place.key(), department);
            String name = names.get(department);
            if (name == null) {
                throw new NotHere("Department " + department);
            }
            showClasses(place, name, rows);
        }
    }

    private void showDepartments(Place place, Map<DepartmentId, String> names) {
        Texts texts = Texts.here();
        Figures now = figures.of(place.key(), schools.today(schools.find(place.key())));
        boolean all = classes.maySeeAll(place.key());
        add(
                ClassTables.headline(place, now, names.size(), all),
                new AdoptionTabs(place, AdoptionTabs.Tab.CLASSES));
        add(ClassTables.actions(place, all, district.maySee(place.key().district())));
        add(
                HabitsTable.of(
                        texts.get("adoption.byDepartment"),
                        texts.get("adoption.department"),
                        "departments",
                        DistrictHabits.MEASURES,
                        ClassTables.departments(place, now, names, all)));
        if (!all && classes.maySee(place.key())) {
            List<ClassHabits.Row> own = classes.of(place.key(), null);
            add(
                    own.isEmpty()
                            ? new Paragraph(texts.get("adoption.classes.own.none"))
                            : ClassTables.classes(place, texts.get("adoption.classes.own"), own));
        }
        counted();
    }

    private void showClasses(Place place, String name, List<ClassHabits.Row> rows) {
        Texts texts = Texts.here();
        add(
                new Headline(
                        texts.get(
                                "adoption.classes.of", "department", name, "classes", rows.size()),
                        texts.get("adoption.classes.of.below")),
                new AdoptionTabs(place, AdoptionTabs.Tab.CLASSES));
        Div back =
                new Div(
                        Actions.secondaryLink(
                                texts.get("adoption.classes.back"), place.link(ROUTE)));
        back.addClassName("actions");
        add(back, ClassTables.classes(place, name, rows));
        counted();
    }

    private void counted() {
        Paragraph counted = new Paragraph(Texts.here().get("adoption.counted.students"));
        counted.addClassName("quiet");
        add(counted);
    }
}
