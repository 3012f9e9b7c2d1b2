package school.tandem.adoption.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import school.tandem.adoption.CoursePractice;
import school.tandem.roster.DepartmentId;
import school.tandem.training.CourseId;
import school.tandem.ui.Choice;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Chooses a course and a department. */
final class PracticeFilterBar extends Composite<Div> {

    private final Texts texts = Texts.here();
    private final Place place;

    /**
     * @param all of the department, also those that the filter leaves out
     */
    PracticeFilterBar(
            Place place,
            PracticeFilter filter,
            List<CoursePractice> all,
            Map<DepartmentId, String> departments) {
        this.place = place;
        getContent().addClassName("actions");
        getContent().add(courses(filter, all), departments(filter, departments));
    }

    private Choice<Optional<CourseId>> courses(PracticeFilter filter, List<CoursePractice> all) {
        Map<Optional<CourseId>, String> names = new LinkedHashMap<>();
        names.put(Optional.empty(), texts.get("adoption.practice.allCourses"));
        all.forEach(one -> names.put(Optional.of(one.course().id()), one.course().title()));
        return new Choice<>(
                texts.get("adoption.practice.course"),
                List.copyOf(names.keySet()),
                id -> names.getOrDefault(id, ""),
                Optional.ofNullable(filter.course()),
                id -> go(filter.course(id.orElse(null))));
    }

    private Choice<Optional<DepartmentId>> departments(
            PracticeFilter filter, Map<DepartmentId, String> departments) {
        Map<Optional<DepartmentId>, String> names = new LinkedHashMap<>();
        names.put(Optional.empty(), texts.get("adoption.practice.allDepartments"));
        departments.forEach((id, name) -> names.put(Optional.of(id), name));
        return new Choice<>(
                texts.get("adoption.department"),
                List.copyOf(names.keySet()),
                id -> names.getOrDefault(id, ""),
                Optional.ofNullable(filter.department()),
                id -> go(filter.department(id.orElse(null))));
    }

    private void go(PracticeFilter filter) {
        QueryParameters address = QueryParameters.of("school", place.key().school().toString());
        if (place.plan() != null) {
            address = address.merging("plan", Long.toString(place.plan().id()));
        }
        if (filter.course() != null) {
            address = address.merging(PracticeFilter.COURSE, filter.course().toString());
        }
        if (filter.department() != null) {
            address = address.merging(PracticeFilter.DEPARTMENT, filter.department().toString());
        }
        UI.getCurrent().navigate(PracticeView.ROUTE, address);
    }
}
