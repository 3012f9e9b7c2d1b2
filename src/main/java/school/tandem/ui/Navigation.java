package school.tandem.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.tandem.security.Access;

/** The ways to the screens, as the modules offer them and as far as whoever looks may go. */
@SpringComponent
@UIScope
class Navigation extends Nav {

    private final List<NavEntry> entries;
    private final Access access;

    Navigation(List<NavEntry> entries, Access access) {
        this.entries = entries.stream().sorted(Comparator.comparingInt(NavEntry::order)).toList();
        this.access = access;
        getElement().setAttribute("aria-label", Texts.here().get("ui.navigation"));
    }

    void show(@Nullable Place place, String route) {
        removeAll();
        Span name = new Span("Tandem");
        name.addClassName("brand");
        add(name);
        if (place == null) {
            return;
        }
        addEntries(place, route, false);
        if (entries.stream().anyMatch(entry -> entry.manage() && shown(entry, place))) {
            Paragraph heading = new Paragraph(Texts.here().get("ui.manage"));
            heading.addClassName("nav-heading");
            add(heading);
            addEntries(place, route, true);
        }
    }

    private void addEntries(Place place, String route, boolean manage) {
        entries.stream()
                .filter(entry -> entry.manage() == manage && shown(entry, place))
                .forEach(entry -> add(link(entry, place, route)));
    }

    private boolean shown(NavEntry entry, Place place) {
        return access.may(place.key(), entry.needs());
    }

    private static Anchor link(NavEntry entry, Place place, String route) {
        Anchor link = new Anchor(place.link(entry.route()), Texts.here().get(entry.textKey()));
        if (entry.route().equals(route)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }
}
