package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import school.tandem.adoption.ClassHabits;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Group;
import school.tandem.adoption.GroupShares;
import school.tandem.adoption.Measure;
import school.tandem.adoption.SchoolWeek;
import school.tandem.disclosure.Shown;
import school.tandem.roster.DepartmentId;
import school.tandem.ui.Actions;
import school.tandem.ui.Headline;
import school.tandem.ui.HeatTable;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Departments and classes by habits, with the sentence above them. */
final class ClassTables {

    private ClassTables() {}

    /**
     * @param weeks that can be looked at
     * @param all whether whoever looks sees all classes
     * @param district whether they see all schools
     */
    static Div actions(ClassesAsked asked, List<SchoolWeek> weeks, boolean all, boolean district) {
        Texts texts = Texts.here();
        Place place = asked.place();
        Div actions = new Div(when(asked, weeks));
        actions.addClassName("actions");
        if (all) {
            actions.add(
                    Actions.secondaryLink(
                            texts.get("adoption.classes.all"), asked.of(ClassesAsked.ALL).link()));
        }
        if (district) {
            actions.add(
                    Actions.secondaryLink(
                            texts.get("adoption.district.all"), place.link(DistrictView.ROUTE)));
        }
        return actions;
    }

    /** The same above the classes of a department. */
    static Div actions(ClassesAsked asked, List<SchoolWeek> weeks) {
        Div actions =
                new Div(
                        when(asked, weeks),
                        Actions.secondaryLink(
                                Texts.here().get("adoption.classes.back"), asked.of("").link()));
        actions.addClassName("actions");
        return actions;
    }

    private static Component when(ClassesAsked asked, List<SchoolWeek> weeks) {
        return WeekChoice.of(weeks, asked.monday(), monday -> Actions.go(asked.at(monday).link()));
    }

    static Headline headline(ClassesAsked asked, String department, int classes, LocalDate day) {
        Texts texts = Texts.here();
        return new Headline(
                texts.get(
                        asked.monday() == null ? "adoption.classes.of" : "adoption.classes.of.week",
                        "department",
                        department,
                        "classes",
                        classes,
                        "day",
                        texts.date(day)),
                texts.get("adoption.classes.of.below"));
    }

    static Headline headline(ClassesAsked asked, Figures now, int departments, boolean all) {
        Texts texts = Texts.here();
        Shown shown = GroupShares.of(now, Group.SCHOOL, Set.of(), Measure.HANDED_IN);
        String key =
                switch (shown) {
                    case Shown.Hidden hidden -> "adoption.headline.hidden.students";
                    case Shown.Unknown unknown -> "adoption.headline.unknown.students";
                    default ->
                            asked.monday() == null
                                    ? "adoption.classes.headline"
                                    : "adoption.classes.headline.week";
                };
        return new Headline(
                texts.get(
                        key,
                        "school",
                        asked.place().school().name(),
                        "departments",
                        departments,
                        "share",
                        HeatTable.Cell.of(shown).text(),
                        "day",
                        texts.date(now.day())),
                texts.get(all ? "adoption.classes.below.all" : "adoption.classes.below"));
    }

    static List<HabitsTable.Line> departments(
            ClassesAsked asked, Figures now, Map<DepartmentId, String> names, boolean linked) {
        Set<Group> groups = new LinkedHashSet<>();
        names.keySet().forEach(id -> groups.add(Group.department(id.value())));
        Map<Measure, Map<Group, Shown>> shown = new LinkedHashMap<>();
        Measure.learning()
                .forEach(measure -> shown.put(measure, GroupShares.of(now, groups, measure)));
        return names.entrySet().stream()
                .map(department -> {
                    Group group = Group.department(department.getKey().value());
                    Map<Measure, Shown> own = new LinkedHashMap<>();
                    shown.forEach((measure, one) ->
                            own.put(measure, one.getOrDefault(group, new Shown.Unknown())));
                    String id = department.getKey().toString();
                    return new HabitsTable.Line(
                            department.getValue(), linked ? asked.of(id).link() : "", own);
                })
                .toList();
    }

    static Component classes(Place place, String heading, List<ClassHabits.Row> rows) {
        Texts texts = Texts.here();
        return HabitsTable.of(
                heading,
                texts.get("adoption.class"),
                "classes",
                Measure.learning(),
                rows.stream()
                        .map(row ->
                                new HabitsTable.Line(
                                        row.title(),
                                        place.link(ClassView.ROUTE, "class", row.id().toString()),
                                        row.shown()))
                        .toList());
    }
}
