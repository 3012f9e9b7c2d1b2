package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import school.tandem.adoption.Answers;
import school.tandem.adoption.ClassHabits;
import school.tandem.adoption.DistrictHabits;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Group;
import school.tandem.adoption.GroupShares;
import school.tandem.adoption.Measure;
import school.tandem.disclosure.Shown;
import school.tandem.roster.DepartmentId;
import school.tandem.ui.Actions;
import school.tandem.ui.Headline;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Departments and classes by habits, with the sentence above them. */
final class ClassTables {

    private static final List<Measure> MEASURES = DistrictHabits.MEASURES;

    private ClassTables() {}

    /**
     * @param all whether whoever looks sees all classes
     * @param district whether they see all schools
     */
    static Div actions(Place place, boolean all, boolean district) {
        Texts texts = Texts.here();
        Div actions = new Div();
        actions.addClassName("actions");
        if (all) {
            actions.add(
                    Actions.secondaryLink(
                            texts.get("adoption.classes.all"),
                            place.link(ClassesView.ROUTE, "department", ClassesView.ALL)));
        }
        if (district) {
            actions.add(
                    Actions.secondaryLink(
                            texts.get("adoption.district.all"), place.link(DistrictView.ROUTE)));
        }
        return actions;
    }

    static Headline headline(Place place, Figures now, int departments, boolean all) {
        Texts texts = Texts.here();
        Answers answers = now.ofSchool(Measure.HANDED_IN);
        long known = answers.yes() + answers.no();
        return new Headline(
                known == 0
                        ? texts.get(
                                "adoption.headline.unknown.students",
                                "school",
                                place.school().name())
                        : texts.get(
                                "adoption.classes.headline",
                                "departments",
                                departments,
                                "share",
                                texts.percent((double) answers.yes() / known)),
                texts.get(all ? "adoption.classes.below.all" : "adoption.classes.below"));
    }

    static List<HabitsTable.Line> departments(
            Place place, Figures now, Map<DepartmentId, String> names, boolean linked) {
        Set<Group> groups = new LinkedHashSet<>();
        names.keySet().forEach(id -> groups.add(Group.department(id.value())));
        Map<Measure, Map<Group, Shown>> shown = new LinkedHashMap<>();
        MEASURES.forEach(measure -> shown.put(measure, GroupShares.of(now, groups, measure)));
        return names.entrySet().stream()
                .map(department -> {
                    Group group = Group.department(department.getKey().value());
                    Map<Measure, Shown> own = new LinkedHashMap<>();
                    shown.forEach((measure, one) ->
                            own.put(measure, one.getOrDefault(group, new Shown.Unknown())));
                    String id = department.getKey().toString();
                    return new HabitsTable.Line(
                            department.getValue(),
                            linked ? place.link(ClassesView.ROUTE, "department", id) : "",
                            own);
                })
                .toList();
    }

    static Component classes(Place place, String heading, List<ClassHabits.Row> rows) {
        Texts texts = Texts.here();
        return HabitsTable.of(
                heading,
                texts.get("adoption.class"),
                "classes",
                MEASURES,
                rows.stream()
                        .map(row ->
                                new HabitsTable.Line(
                                        row.title(),
                                        place.link(ClassView.ROUTE, "class", row.id().toString()),
                                        row.shown()))
                        .toList());
    }
}
