package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import school.tandem.adoption.Group;
import school.tandem.adoption.Week;
import school.tandem.adoption.ui.AdoptionTabs.Tab;
import school.tandem.ui.Actions;
import school.tandem.ui.Choice;
import school.tandem.ui.Texts;

/** Chooses whom and when to look at; each choice is an address of its own. */
final class Filters {

    private Filters() {}

    static Component of(Looked looked) {
        Texts texts = Texts.here();
        Asked asked = looked.asked();
        Div filters = new Div(whom(looked));
        if (asked.tab().hasWeeks()) {
            filters.add(
                    WeekChoice.of(
                            looked.history().weeks().stream().map(Week::of).toList(),
                            asked.monday(),
                            monday -> Actions.go(asked.with(monday).link())));
        }
        filters.addClassName("actions");
        if (!asked.isWhole()) {
            filters.add(
                    Actions.secondaryLink(
                            texts.get(
                                    asked.tab().hasWeeks()
                                            ? "adoption.filter.all"
                                            : "adoption.filter.school"),
                            new Asked(asked.place(), asked.tab(), Group.SCHOOL, null).link()));
        }
        return filters;
    }

    private static Component whom(Looked looked) {
        Texts texts = Texts.here();
        Map<Group, String> groups = new LinkedHashMap<>();
        groups.put(Group.SCHOOL, texts.get("adoption.filter.school"));
        groups.putAll(looked.departments());
        if (looked.asked().tab() != Tab.TEACHERS) {
            looked.groups("grade")
                    .forEach((group, grade) ->
                            groups.put(group, texts.get("adoption.people.grade", "grade", grade)));
        }
        return new Choice<>(
                texts.get("adoption.filter.whom"),
                List.copyOf(groups.keySet()),
                group -> groups.getOrDefault(group, ""),
                looked.asked().group(),
                group -> Actions.go(looked.asked().with(group).link()));
    }
}
