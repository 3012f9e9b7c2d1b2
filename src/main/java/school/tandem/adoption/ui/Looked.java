package school.tandem.adoption.ui;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Answers;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Group;
import school.tandem.adoption.GroupShares;
import school.tandem.adoption.History;
import school.tandem.adoption.Measure;
import school.tandem.adoption.Week;
import school.tandem.disclosure.Shown;
import school.tandem.roster.Plan;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/**
 * What somebody looks at.
 *
 * @param now the figures of today
 * @param week the one asked for, else the last one; null: there is none yet
 * @param departments with their names
 * @param plan whose dates are marked; null: the school has none
 * @param again shows the same anew, once something was changed
 */
record Looked(
        Asked asked,
        Figures now,
        History history,
        @Nullable Week week,
        Map<Group, String> departments,
        @Nullable Plan plan,
        Runnable again) {

    Place place() {
        return asked.place();
    }

    /** What was done in the window: of the week asked for, else of today. */
    Figures shown() {
        if (week == null) {
            return now;
        }
        if (asked.monday() != null) {
            return week.inWindow();
        }
        Map<Group, Map<Measure, Answers>> all = new HashMap<>();
        week.inWindow().byGroup().forEach((group, counts) -> all.put(group, new HashMap<>(counts)));
        now.byGroup()
                .forEach((group, counts) ->
                        all.computeIfAbsent(group, g -> new HashMap<>()).putAll(counts));
        return new Figures(now.day(), now.coversTo(), all);
    }

    /** What was done in the school year up to the same week. */
    Figures inYear() {
        return week == null ? new Figures(now.day(), null, Map.of()) : week.inYear();
    }

    LocalDate day() {
        return shown().day();
    }

    /** The groups of a kind, by name. */
    Map<Group, String> groups(String kind) {
        Map<Group, String> groups = new LinkedHashMap<>();
        if (kind.equals("department")) {
            return departments;
        }
        if (kind.equals("grade")) {
            now.grades().forEach((group, grade) -> groups.put(group, grade));
        }
        return groups;
    }

    /** Whom it is about, such as “Arts” or “Grade 09”. */
    String name() {
        Group group = asked.group();
        return switch (group.kind()) {
            case "department" -> departments.getOrDefault(group, "");
            case "grade" -> Texts.here().get("adoption.people.grade", "grade", group.key());
            default -> place().school().name();
        };
    }

    /** What may be shown of whom it is about. */
    Shown share(Figures figures, Measure measure) {
        return GroupShares.of(
                figures, asked.group(), groups(asked.group().kind()).keySet(), measure);
    }
}
