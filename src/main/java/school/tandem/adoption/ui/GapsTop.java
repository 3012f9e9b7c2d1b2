package school.tandem.adoption.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Gap;
import school.tandem.adoption.Gaps;
import school.tandem.adoption.Group;
import school.tandem.adoption.Measure;
import school.tandem.ui.Choice;
import school.tandem.ui.Headline;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The sentence above gaps, and what can be chosen: which habit, and of whom. */
final class GapsTop {

    private GapsTop() {}

    static Headline headline(Place place, Measure habit, Gaps.Told told) {
        Texts texts = Texts.here();
        Gap widest = told.widest();
        var apart = widest == null ? null : widest.apart();
        String below =
                told.coversTo() == null
                        ? texts.get("adoption.below.none")
                        : texts.get(
                                "adoption.gaps.below",
                                "day",
                                texts.date(Objects.requireNonNull(told.coversTo())));
        if (widest == null || apart == null) {
            return new Headline(
                    texts.get(
                            told.gaps().isEmpty()
                                    ? "adoption.gaps.headline.nothing"
                                    : "adoption.gaps.headline.chance",
                            "school",
                            place.school().name()),
                    below);
        }
        return new Headline(
                texts.get(
                        apart.gap() < 0
                                ? "adoption.gaps.headline.fewer"
                                : "adoption.gaps.headline.more",
                        "group",
                        GapsTable.name(widest),
                        "habit",
                        habit.code(),
                        "points",
                        Math.round(100 * widest.width()),
                        "bound",
                        widest.atLeast() ? "least" : "exact"),
                below);
    }

    static Div filters(Place place, Measure habit, @Nullable Group within, Gaps.Told told) {
        Texts texts = Texts.here();
        List<Group> parts = new ArrayList<>();
        parts.add(Group.SCHOOL);
        parts.addAll(told.grades());
        parts.addAll(told.departments().keySet());
        Div filters =
                new Div(
                        new Choice<>(
                                texts.get("adoption.gaps.habit"),
                                Measure.habits(),
                                one -> texts.get("adoption.measure." + one.code()),
                                habit,
                                one -> go(place, one, within)),
                        new Choice<>(
                                texts.get("adoption.gaps.whom"),
                                parts,
                                part -> part(part, told.departments()),
                                within == null ? Group.SCHOOL : within,
                                part -> go(place, habit, part)));
        filters.addClassName("actions");
        return filters;
    }

    private static String part(Group part, Map<Group, String> departments) {
        Texts texts = Texts.here();
        return switch (part.kind()) {
            case "grade" -> texts.get("adoption.people.grade", "grade", part.key());
            case "department" -> departments.getOrDefault(part, "");
            default -> texts.get("adoption.gaps.everybody");
        };
    }

    private static void go(Place place, Measure habit, @Nullable Group within) {
        UI.getCurrent()
                .navigate(
                        within == null || within.equals(Group.SCHOOL)
                                ? place.link(GapsView.ROUTE, "habit", habit.code())
                                : place.link(
                                        GapsView.ROUTE,
                                        "habit",
                                        habit.code(),
                                        within.kind(),
                                        within.key()));
    }
}
