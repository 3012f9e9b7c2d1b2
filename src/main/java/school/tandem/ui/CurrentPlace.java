package school.tandem.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.security.NotHere;

/**
 * Finds out which school and plan an address is about. A view asks in {@code beforeEnter}; without
 * any school it forwards to {@link #WELCOME}.
 */
@Component
public class CurrentPlace {

    /** The route of the first run. */
    public static final String WELCOME = "welcome";

    private record Found(String address, @Nullable Place place) {}

    private final Places places;

    CurrentPlace(Places places) {
        this.places = places;
    }

    /**
     * The place of this navigation; empty, and on the way to the first run, where whoever looks has
     * no school yet.
     *
     * @throws NotHere if the address names a school or plan that is none of theirs
     */
    public Optional<Place> of(BeforeEnterEvent event) {
        Place place = find(event.getUI(), event.getLocation());
        if (place == null) {
            event.forwardTo(WELCOME);
        }
        return Optional.ofNullable(place);
    }

    /** The same for a screen that is of use before there is any school. */
    public Optional<Place> ifAny(BeforeEnterEvent event) {
        return Optional.ofNullable(find(event.getUI(), event.getLocation()));
    }

    /** The place that the last navigation of this UI found. */
    static Optional<Place> shown(UI ui) {
        return Optional.ofNullable(ComponentUtil.getData(ui, Found.class)).map(Found::place);
    }

    @Nullable Place find(UI ui, Location location) {
        String address = location.getPathWithQueryParameters();
        Found last = ComponentUtil.getData(ui, Found.class);
        if (last != null && last.address().equals(address) && last.place() != null) {
            return last.place();
        }
        Place place = load(location);
        ComponentUtil.setData(ui, Found.class, new Found(address, place));
        return place;
    }

    private @Nullable Place load(Location location) {
        List<SchoolChoice> schools = places.schools();
        if (schools.isEmpty()) {
            return null;
        }
        String wanted = parameter(location, "school");
        SchoolChoice school =
                wanted == null
                        ? schools.getFirst()
                        : schools.stream()
                                .filter(choice -> choice.key().school().toString().equals(wanted))
                                .findFirst()
                                .orElseThrow(() -> new NotHere("School"));
        List<PlanChoice> plans = places.plans(school.key());
        return new Place(school, plan(plans, parameter(location, "plan")), schools, plans);
    }

    private static @Nullable PlanChoice plan(List<PlanChoice> plans, @Nullable String wanted) {
        if (wanted == null) {
            return plans.isEmpty() ? null : plans.getFirst();
        }
        return plans.stream()
                .filter(plan -> Long.toString(plan.id()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NotHere("Plan"));
    }

    static @Nullable String parameter(Location location, String name) {
        return location.getQueryParameters().getSingleParameter(name).orElse(null);
    }
}
