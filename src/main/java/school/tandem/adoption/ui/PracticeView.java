package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import school.tandem.adoption.CoursePractice;
import school.tandem.adoption.TrainingToPractice;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.Departments;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** How soon teachers do online what a course trained: per course, and names nobody. */
@Route(PracticeView.ROUTE)
@PermitAll
class PracticeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "adoption/practice";

    private final transient CurrentPlace current;
    private final transient TrainingToPractice practice;
    private final transient Departments departments;

    PracticeView(CurrentPlace current, TrainingToPractice practice, Departments departments) {
        this.current = current;
        this.practice = practice;
        this.departments = departments;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(place -> show(place, PracticeFilter.in(event.getLocation())));
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("adoption.section.practice");
    }

    private void show(Place place, PracticeFilter asked) {
        Map<DepartmentId, String> names = departments.names(place.key());
        PracticeFilter filter = asked.known(names);
        List<CoursePractice> all = practice.of(place.key(), filter.department());
        List<CoursePractice> courses = filter.in(all);
        CoursePractice shown = PracticeWords.mostTelling(courses);
        removeAll();
        add(
                PracticeWords.headline(shown),
                new AdoptionTabs(place, AdoptionTabs.Tab.PRACTICE),
                new PracticeFilterBar(place, filter, all, names));
        if (courses.isEmpty()) {
            add(PracticeWords.missing(place, filter));
        } else {
            if (shown == null) {
                add(PracticeWords.tooEarly(place, courses));
            }
            add(PracticeTable.panel(courses));
            if (shown != null) {
                add(PracticeCurve.panel(shown));
            }
        }
        Paragraph counted = new Paragraph(Texts.here().get("adoption.counted.practice"));
        counted.addClassName("quiet");
        add(counted);
    }
}
