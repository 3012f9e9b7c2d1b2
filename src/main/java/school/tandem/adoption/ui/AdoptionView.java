package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import school.tandem.adoption.AdoptionFigures;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Measure;
import school.tandem.adoption.ui.AdoptionTabs.Tab;
import school.tandem.roster.Schools;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** How far students and teachers work online, and who can at home. */
@Route(AdoptionView.ROUTE)
@PermitAll
class AdoptionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "adoption";

    private final transient CurrentPlace current;
    private final transient Schools schools;
    private final transient AdoptionFigures figures;
    private final transient List<AdoptionSection> sections;

    AdoptionView(
            CurrentPlace current,
            Schools schools,
            AdoptionFigures figures,
            StudentHabits students,
            TeacherHabits teachers,
            AccessAtHome homes) {
        this.current = current;
        this.schools = schools;
        this.figures = figures;
        this.sections = List.of(students, teachers, homes);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(place -> show(place, section(event.getLocation())));
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

    private void show(Place place, AdoptionSection section) {
        Figures now = figures.of(place.key(), schools.today(schools.find(place.key())));
        Looked looked = new Looked(place, now, () -> show(place, section));
        removeAll();
        add(section.headline(looked), new AdoptionTabs(place, section.tab()));
        add(section.build(looked));
    }
}
