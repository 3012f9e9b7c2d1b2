package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import school.tandem.adoption.Measure;
import school.tandem.adoption.ui.AdoptionTabs.Tab;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Texts;

/** How far students and teachers work online, and who can at home. */
@Route(AdoptionView.ROUTE)
@PermitAll
class AdoptionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "adoption";

    private final transient CurrentPlace current;
    private final transient Looking looking;
    private final transient List<AdoptionSection> sections;

    AdoptionView(
            CurrentPlace current,
            Looking looking,
            StudentHabits students,
            TeacherHabits teachers,
            AccessAtHome homes) {
        this.current = current;
        this.looking = looking;
        this.sections = List.of(students, teachers, homes);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        AdoptionSection section = section(event.getLocation());
        current.of(event)
                .ifPresent(place ->
                        show(Asked.of(place, section.tab(), event.getLocation()), section));
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("adoption.title");
    }

    private AdoptionSection section(Location location) {
        String asked = location.getQueryParameters().getSingleParameter("show").orElse("");
        return sections.stream()
                .filter(section -> section.tab().code().equals(asked))
                .findFirst()
                .orElse(sections.getFirst());
    }

    /** Where a measure is looked at. */
    static String section(Measure measure) {
        if (measure == Measure.DEVICE || measure == Measure.CONNECTION) {
            return Tab.ACCESS.code();
        }
        return (measure.ofStudents() ? Tab.STUDENTS : Tab.TEACHERS).code();
    }

    private void show(Asked asked, AdoptionSection section) {
        Looked looked = looking.at(asked, () -> show(asked, section));
        removeAll();
        add(section.headline(looked), new AdoptionTabs(asked.place(), section.tab()));
        add(section.build(looked));
    }
}
