package school.tandem.adoption.ui;

import com.vaadin.flow.router.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Group;
import school.tandem.adoption.ui.AdoptionTabs.Tab;
import school.tandem.security.NotHere;
import school.tandem.ui.Place;

/**
 * What an address of adoption asks for; the same address shows the same screen.
 *
 * @param group the whole school, a department or a grade
 * @param monday of the week whose last school day is looked at; null: today
 */
record Asked(Place place, Tab tab, Group group, @Nullable LocalDate monday) {

    /**
     * @throws NotHere if a department or a week is none
     */
    static Asked of(Place place, Tab tab, Location address) {
        String department = parameter(address, "department").orElse("");
        String grade = parameter(address, "grade").orElse("");
        Group group = grade.isEmpty() ? Group.SCHOOL : Group.grade(grade);
        if (!department.isEmpty()) {
            if (!department.matches("\\d{1,18}")) {
                throw new NotHere("Department");
            }
            group = Group.department(Long.parseLong(department));
        }
        return new Asked(place, tab, group, tab.hasWeeks() ? WeekChoice.mondayIn(address) : null);
    }

    private static Optional<String> parameter(Location address, String name) {
        return address.getQueryParameters()
                .getSingleParameter(name)
                .filter(value -> !value.isBlank());
    }

    /** Neither a group nor a week is chosen. */
    boolean isWhole() {
        return isOfSchool() && monday == null;
    }

    boolean isOfSchool() {
        return group.equals(Group.SCHOOL);
    }

    Asked with(Group other) {
        return new Asked(place, tab, other, monday);
    }

    Asked with(@Nullable LocalDate otherMonday) {
        return new Asked(place, tab, group, otherMonday);
    }

    String link() {
        List<String> parameters = new ArrayList<>(List.of("show", tab.code()));
        if (!isOfSchool()) {
            parameters.addAll(List.of(group.kind(), group.key()));
        }
        if (monday != null) {
            parameters.addAll(List.of(WeekChoice.PARAMETER, monday.toString()));
        }
        return place.link(AdoptionView.ROUTE, parameters.toArray(String[]::new));
    }
}
