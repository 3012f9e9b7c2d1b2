package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import school.tandem.roster.PeopleCounts;
import school.tandem.roster.PeopleQueries;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Headline;
import school.tandem.ui.Part;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/**
 * Who and what is on the school's roster: staff, classes, departments, students as numbers. Names
 * what its sections use, since the build of the front end can't see them behind their interface.
 */
@Route(PeopleView.ROUTE)
@PermitAll
@Uses(Grid.class)
@Uses(Dialog.class)
@Uses(TextField.class)
@Uses(EmailField.class)
@Uses(ComboBox.class)
@Uses(Select.class)
class PeopleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "people";
    static final String SHOW = "show";

    private final transient CurrentPlace current;
    private final transient Access access;
    private final transient PeopleQueries people;
    private final transient List<PeopleSection> sections;

    PeopleView(
            CurrentPlace current,
            Access access,
            PeopleQueries people,
            List<PeopleSection> sections) {
        this.current = current;
        this.access = access;
        this.people = people;
        this.sections = sections;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(place -> show(place, event.getLocation()));
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("roster.people");
    }

    private void show(Place place, Location location) {
        access.require(place.key(), Permission.SEE_STAFF);
        List<PeopleSection> shown = sections.stream().filter(s -> s.isShown(place)).toList();
        PeopleSection chosen = chosen(shown, PeopleSection.parameter(location, SHOW));
        removeAll();
        add(
                headline(place, people.counts(place.key())),
                tabs(place, shown, chosen),
                chosen.build(place, location, address -> show(place, address)));
    }

    private static PeopleSection chosen(List<PeopleSection> shown, String name) {
        return shown.stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElse(shown.getFirst());
    }

    private static Component headline(Place place, PeopleCounts counts) {
        Texts texts = Texts.here();
        if (counts.staff() + counts.students() == 0) {
            return new Headline(
                    texts.get("roster.people.empty"), texts.get("roster.people.empty.below"));
        }
        return new Headline(
                List.of(
                        figure(place, "teachers", counts.teachers(), "staff", "role", "teacher"),
                        Part.of(" " + texts.get("roster.people.and") + " "),
                        figure(place, "students", counts.students(), "students"),
                        Part.of(" " + texts.get("roster.people.in") + " "),
                        figure(place, "classes", counts.classes(), "classes"),
                        Part.of(".")),
                texts.get("roster.people.below", "staff", counts.staff() - counts.teachers()));
    }

    private static Part figure(Place place, String name, int count, String... where) {
        String[] parameters = new String[where.length + 1];
        parameters[0] = SHOW;
        System.arraycopy(where, 0, parameters, 1, where.length);
        return new Part(
                Texts.here().get("roster.people." + name, "count", count),
                place.link(ROUTE, parameters));
    }

    private static Component tabs(Place place, List<PeopleSection> shown, PeopleSection chosen) {
        Texts texts = Texts.here();
        Nav tabs = new Nav();
        tabs.addClassName("tabs");
        tabs.getElement().setAttribute("aria-label", texts.get("roster.people"));
        for (PeopleSection section : shown) {
            Anchor tab =
                    new Anchor(
                            place.link(ROUTE, SHOW, section.name()),
                            texts.get("roster.section." + section.name()));
            if (section == chosen) {
                tab.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(tab);
        }
        return tabs;
    }
}
