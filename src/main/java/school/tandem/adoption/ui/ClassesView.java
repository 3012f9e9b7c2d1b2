package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import school.tandem.adoption.AdoptionFigures;
import school.tandem.adoption.AdoptionWeeks;
import school.tandem.adoption.ClassHabits;
import school.tandem.adoption.DistrictHabits;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Measure;
import school.tandem.adoption.SchoolWeek;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.Departments;
import school.tandem.roster.Schools;
import school.tandem.security.NotHere;
import school.tandem.security.SchoolKey;
import school.tandem.ui.CurrentPlace;
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

    private final transient CurrentPlace current;
    private final transient Schools schools;
    private final transient Departments departments;
    private final transient AdoptionFigures figures;
    private final transient ClassHabits classes;
    private final transient DistrictHabits district;
    private final transient AdoptionWeeks weeks;

    ClassesView(
            CurrentPlace current,
            Schools schools,
            Departments departments,
            AdoptionFigures figures,
            ClassHabits classes,
            DistrictHabits district,
            AdoptionWeeks weeks) {
        this.current = current;
        this.schools = schools;
        this.departments = departments;
        this.figures = figures;
        this.classes = classes;
        this.district = district;
        this.weeks = weeks;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(place -> show(ClassesAsked.of(place, event.getLocation())));
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("adoption.section.classes");
    }

    private void show(ClassesAsked asked) {
        removeAll();
        SchoolKey key = asked.place().key();
        LocalDate today = schools.today(schools.find(key));
        List<SchoolWeek> all = weeks.list(key, today, asked.monday());
        SchoolWeek chosen = WeekChoice.chosen(all, asked.monday());
        LocalDate day = chosen == null ? today : chosen.day();
        Map<DepartmentId, String> names = departments.names(key);
        if (asked.department().isEmpty()) {
            showDepartments(asked, all, day, names);
        } else {
            showClasses(asked, all, day, names);
        }
        Paragraph counted = new Paragraph(Texts.here().get("adoption.counted.students"));
        counted.addClassName("quiet");
        add(counted);
    }

    private void showDepartments(
            ClassesAsked asked,
            List<SchoolWeek> all,
            LocalDate day,
            Map<DepartmentId, String> names) {
        Texts texts = Texts.here();
        Place place = asked.place();
        Figures figuresOfDay = figures.of(place.key(), day);
        boolean seesAll = classes.maySeeAll(place.key());
        add(
                ClassTables.headline(asked, figuresOfDay, names.size(), seesAll),
                new AdoptionTabs(place, AdoptionTabs.Tab.CLASSES),
                ClassTables.actions(asked, all, seesAll, district.maySee(place.key().district())),
                HabitsTable.of(
                        texts.get("adoption.byDepartment"),
                        texts.get("adoption.department"),
                        "departments",
                        Measure.learning(),
                        ClassTables.departments(asked, figuresOfDay, names, seesAll)));
        if (!seesAll && classes.maySee(place.key())) {
            List<ClassHabits.Row> own = classes.of(place.key(), null, day);
            add(
                    own.isEmpty()
                            ? new Paragraph(texts.get("adoption.classes.own.none"))
                            : ClassTables.classes(place, texts.get("adoption.classes.own"), own));
        }
    }

    private void showClasses(
            ClassesAsked asked,
            List<SchoolWeek> all,
            LocalDate day,
            Map<DepartmentId, String> names) {
        Place place = asked.place();
        DepartmentId department = asked.departmentId();
        List<ClassHabits.Row> rows = classes.of(place.key(), department, day);
        String name = department == null ? place.school().name() : names.get(department);
        if (name == null) {
            throw new NotHere("Department " + department);
        }
        add(
                ClassTables.headline(asked, name, rows.size(), day),
                new AdoptionTabs(place, AdoptionTabs.Tab.CLASSES),
                ClassTables.actions(asked, all),
                ClassTables.classes(place, name, rows));
    }
}
