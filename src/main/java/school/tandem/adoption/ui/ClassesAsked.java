package school.tandem.adoption.ui;

import com.vaadin.flow.router.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.DepartmentId;
import school.tandem.security.NotHere;
import school.tandem.ui.Place;

/**
 * What an address of classes asks for.
 *
 * @param department the id of one; {@link #ALL}: the classes of all; empty: the departments
 * @param monday of the week whose last school day is looked at; null: today
 */
record ClassesAsked(Place place, String department, @Nullable LocalDate monday) {

    static final String ALL = "all";

    static ClassesAsked of(Place place, Location address) {
        String department =
                address.getQueryParameters().getSingleParameter("department").orElse("");
        return new ClassesAsked(place, department, WeekChoice.mondayIn(address));
    }

    /**
     * Whose classes; null: of all.
     *
     * @throws NotHere if it is no id
     */
    @Nullable DepartmentId departmentId() {
        if (department.equals(ALL)) {
            return null;
        }
        if (!department.matches("[0-9]{1,18}")) {
            throw new NotHere("Department " + department);
        }
        return new DepartmentId(Long.parseLong(department));
    }

    /** The classes of another department, or the departments, at the same time. */
    ClassesAsked of(String otherDepartment) {
        return new ClassesAsked(place, otherDepartment, monday);
    }

    /** The same at another time. */
    ClassesAsked at(@Nullable LocalDate otherMonday) {
        return new ClassesAsked(place, department, otherMonday);
    }

    String link() {
        List<String> parameters = new ArrayList<>();
        if (!department.isEmpty()) {
            parameters.addAll(List.of("department", department));
        }
        if (monday != null) {
            parameters.addAll(List.of(WeekChoice.PARAMETER, monday.toString()));
        }
        return place.link(ClassesView.ROUTE, parameters.toArray(String[]::new));
    }
}
