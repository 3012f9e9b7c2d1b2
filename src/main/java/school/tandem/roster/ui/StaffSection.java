package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.PeopleQueries;
import school.tandem.roster.StaffFilter;
import school.tandem.roster.StaffMember;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.AskFor;
import school.tandem.ui.Empty;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The staff, page by page, searched by name or address. */
@SpringComponent
@Order(1)
class StaffSection implements PeopleSection {

    private final PeopleQueries people;
    private final StaffDialog dialog;
    private final InviteDialog invite;
    private final Access access;

    StaffSection(PeopleQueries people, StaffDialog dialog, InviteDialog invite, Access access) {
        this.people = people;
        this.dialog = dialog;
        this.invite = invite;
        this.access = access;
    }

    @Override
    public String name() {
        return "staff";
    }

    @Override
    public boolean isShown(Place place) {
        return access.may(place.key(), Permission.SEE_STAFF);
    }

    @Override
    public Component build(Place place, Location location, Consumer<Location> reload) {
        int all = people.countStaff(place.key(), StaffFilter.ALL);
        if (all == 0) {
            return empty(place, () -> reload.accept(location));
        }
        StaffFilter start = filter(location);
        var filter = new AtomicReference<>(start);
        Runnable again = () -> reload.accept(new Location(address(place, filter.get())));
        Grid<StaffMember> grid = grid(place, filter, again);
        GridLook.fit(grid, all);
        Div actions = new Div(search(place, start, filter, grid));
        actions.addClassName("actions");
        if (start.role() != null || start.department() != null) {
            actions.add(
                    Actions.secondaryLink(
                            Texts.here().get("roster.staff.all"), place.link(PeopleView.ROUTE)));
        }
        if (mayChange(place)) {
            actions.add(add(place, again));
        }
        return new Panel(Texts.here().get("roster.section.staff"), actions, grid);
    }

    private Grid<StaffMember> grid(
            Place place, AtomicReference<StaffFilter> filter, Runnable reload) {
        StaffGrid grid =
                new StaffGrid(
                        mayChange(place),
                        member -> dialog.change(place.key(), member, reload),
                        (member, refresh) -> invite.open(place.key(), member, refresh));
        grid.setItems(
                query ->
                        people
                                .staff(
                                        place.key(),
                                        filter.get(),
                                        query.getOffset(),
                                        query.getLimit())
                                .stream(),
                query -> people.countStaff(place.key(), filter.get()));
        return grid;
    }

    private static TextField search(
            Place place,
            StaffFilter start,
            AtomicReference<StaffFilter> filter,
            Grid<StaffMember> grid) {
        TextField search = new TextField();
        search.setPlaceholder(Texts.here().get("roster.staff.search"));
        search.setAriaLabel(Texts.here().get("roster.staff.search"));
        search.setClearButtonVisible(true);
        search.setValue(start.text());
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(typed -> {
            filter.set(new StaffFilter(typed.getValue(), start.role(), start.department()));
            grid.getDataProvider().refreshAll();
            UI.getCurrent().getPage().getHistory().replaceState(null, address(place, filter.get()));
        });
        return search;
    }

    private static String address(Place place, StaffFilter filter) {
        List<String> parameters = new ArrayList<>(List.of("q", filter.text()));
        StaffRole role = filter.role();
        if (role != null) {
            parameters.addAll(List.of("role", role.code()));
        }
        DepartmentId department = filter.department();
        if (department != null) {
            parameters.addAll(List.of("department", department.toString()));
        }
        return place.link(PeopleView.ROUTE, parameters.toArray(String[]::new));
    }

    private static StaffFilter filter(Location location) {
        String department = PeopleSection.parameter(location, "department");
        return new StaffFilter(
                PeopleSection.parameter(location, "q"),
                role(PeopleSection.parameter(location, "role")),
                department.matches("\\d{1,18}")
                        ? new DepartmentId(Long.parseLong(department))
                        : null);
    }

    private static @Nullable StaffRole role(String code) {
        return Arrays.stream(StaffRole.values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private Component empty(Place place, Runnable reload) {
        Texts texts = Texts.here();
        List<Component> ways = new ArrayList<>();
        if (mayChange(place)) {
            ways.add(add(place, reload));
        }
        if (access.may(place.key(), Permission.IMPORT)) {
            ways.add(Actions.secondaryLink(texts.get("roster.bringFile"), place.link("imports")));
        }
        return new Div(
                new Empty(texts.get("roster.staff.empty"), ways.toArray(Component[]::new)),
                new Panel(
                        texts.get("roster.ask"),
                        new AskFor(
                                texts.get("roster.ask.title"),
                                texts.get("roster.ask.whom"),
                                texts.get("roster.ask.message"))));
    }

    private Component add(Place place, Runnable reload) {
        return Actions.primary(
                Texts.here().get("roster.staff.add"), () -> dialog.add(place.key(), reload));
    }

    private boolean mayChange(Place place) {
        return access.may(place.key(), Permission.EDIT_ROSTER);
    }
}
