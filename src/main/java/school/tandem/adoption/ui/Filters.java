package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Group;
import school.tandem.adoption.Week;
import school.tandem.adoption.ui.AdoptionTabs.Tab;
import school.tandem.ui.Actions;
import school.tandem.ui.Choice;
import school.tandem.ui.Texts;

/** Chooses whom and when to look at; each choice is an address of its own. */
final class Filters {

    /** A week to choose; without a Monday, today. */
    private record When(@Nullable LocalDate monday, String name) {}

    private Filters() {}

    static Component of(Looked looked) {
        Texts texts = Texts.here();
        Asked asked = looked.asked();
        Div filters = new Div(whom(looked), when(looked));
        filters.addClassName("actions");
        if (!asked.isWhole()) {
            filters.add(
                    Actions.secondaryLink(
                            texts.get("adoption.filter.all"),
                            new Asked(asked.place(), asked.tab(), Group.SCHOOL, null).link()));
        }
        return filters;
    }

    private static Component whom(Looked looked) {
        Texts texts = Texts.here();
        Map<Group, String> groups = new LinkedHashMap<>();
        groups.put(Group.SCHOOL, texts.get("adoption.filter.school"));
        groups.putAll(looked.departments());
        if (looked.asked().tab() == Tab.STUDENTS) {
            looked.groups("grade")
                    .forEach((group, grade) ->
                            groups.put(group, texts.get("adoption.people.grade", "grade", grade)));
        }
        return new Choice<>(
                texts.get("adoption.filter.whom"),
                List.copyOf(groups.keySet()),
                group -> groups.getOrDefault(group, ""),
                looked.asked().group(),
                group -> looked.asked().with(group).open());
    }

    private static Component when(Looked looked) {
        Texts texts = Texts.here();
        List<When> weeks = new ArrayList<>();
        weeks.add(new When(null, texts.get("adoption.filter.today")));
        for (Week week : looked.history().weeks().reversed()) {
            weeks.add(
                    new When(
                            week.of().monday(),
                            texts.get("adoption.filter.week", "day", texts.date(week.of().day()))));
        }
        When chosen =
                weeks.stream()
                        .filter(when ->
                                java.util.Objects.equals(when.monday(), looked.asked().monday()))
                        .findFirst()
                        .orElse(weeks.getFirst());
        return new Choice<>(
                texts.get("adoption.filter.when"),
                weeks,
                When::name,
                chosen,
                when -> looked.asked().with(when.monday()).open());
    }
}
