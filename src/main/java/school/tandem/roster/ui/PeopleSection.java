package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
import java.util.function.Consumer;
import school.tandem.ui.Place;

/** One part of the people screen, chosen by the address. */
interface PeopleSection {

    /** What the address calls it, and its texts: {@code roster.section.<name>}. */
    String name();

    /** Whether whoever looks may see it. */
    boolean isShown(Place place);

    /**
     * Builds it.
     *
     * @param reload builds the whole screen anew, its figures too, for this address
     */
    Component build(Place place, Location location, Consumer<Location> reload);

    /** A parameter of the address; empty: not there. */
    static String parameter(Location location, String name) {
        return location.getQueryParameters().getSingleParameter(name).orElse("");
    }
}
