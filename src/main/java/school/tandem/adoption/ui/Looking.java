package school.tandem.adoption.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.AdoptionFigures;
import school.tandem.adoption.AdoptionWeeks;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Group;
import school.tandem.adoption.History;
import school.tandem.adoption.Week;
import school.tandem.roster.Departments;
import school.tandem.roster.Plans;
import school.tandem.roster.Schools;
import school.tandem.security.NotHere;
import school.tandem.security.SchoolKey;

/** Reads what a screen of adoption is about. */
@SpringComponent
class Looking {

    private final Schools schools;
    private final Departments departments;
    private final Plans plans;
    private final AdoptionFigures figures;
    private final AdoptionWeeks weeks;

    Looking(
            Schools schools,
            Departments departments,
            Plans plans,
            AdoptionFigures figures,
            AdoptionWeeks weeks) {
        this.schools = schools;
        this.departments = departments;
        this.plans = plans;
        this.figures = figures;
        this.weeks = weeks;
    }

    /**
     * @throws NotHere if the address names a department, a grade or a week that the school has none
     *     of
     */
    Looked at(Asked asked, Runnable again) {
        SchoolKey key = asked.place().key();
        LocalDate today = schools.today(schools.find(key));
        Figures now = figures.of(key, today);
        Map<Group, String> names = new LinkedHashMap<>();
        departments.names(key).forEach((id, name) -> names.put(Group.department(id.value()), name));
        requireHere(asked, names, now);
        History history =
                asked.tab().hasWeeks()
                        ? weeks.of(key, today, asked.group().kind(), asked.monday())
                        : new History(List.of(), List.of());
        return new Looked(
                asked,
                now,
                history,
                week(asked, history),
                names,
                plans.shownAt(asked.place()),
                again);
    }

    private static void requireHere(Asked asked, Map<Group, String> names, Figures now) {
        boolean here =
                switch (asked.group().kind()) {
                    case "department" -> names.containsKey(asked.group());
                    case "grade" -> now.grades().containsKey(asked.group());
                    default -> true;
                };
        if (!here) {
            throw new NotHere("Group " + asked.group());
        }
    }

    private static @Nullable Week week(Asked asked, History history) {
        LocalDate monday = asked.monday();
        if (monday != null) {
            return history.of(monday).orElseThrow(() -> new NotHere("Week " + monday));
        }
        return history.weeks().isEmpty() ? null : history.weeks().getLast();
    }
}
