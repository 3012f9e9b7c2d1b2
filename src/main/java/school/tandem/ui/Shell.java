package school.tandem.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.tandem.security.NotHere;

/**
 * The frame of every screen: navigation, the school and the plan on top, notices, and the screen
 * itself. Keeps {@code school} and {@code plan} in the address.
 */
@Layout
@PermitAll
class Shell extends Div implements RouterLayout, AfterNavigationObserver {

    private final CurrentPlace current;
    private final Navigation navigation;
    private final PersonMenu person;
    private final Div places = new Div();
    private final Main content = new Main();
    private final NativeButton menu = new NativeButton(Texts.here().get("ui.menu"));

    Shell(CurrentPlace current, Navigation navigation, PersonMenu person) {
        this.current = current;
        this.navigation = navigation;
        this.person = person;
        addClassName("shell");
        content.setId("content");
        content.getElement().setAttribute("tabindex", "-1");
        places.addClassName("places");
        menu.addClassName("menu");
        menu.getElement().setAttribute("aria-expanded", "false");
        menu.addClickListener(click -> openMenu(!hasClassName("menu-open")));
        add(skipLink(), navigation, top(), Notices.region(), content);
    }

    /** Tells screen readers how to pronounce the page: whoever looks is known only by now. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement()
                .executeJs(
                        "document.documentElement.lang = $0",
                        event.getUI().getLocale().toLanguageTag());
    }

    @Override
    public void showRouterLayoutContent(HasElement screen) {
        content.removeAll();
        content.getElement().appendChild(screen.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        openMenu(false);
        UI ui = UI.getCurrent();
        Location location = event.getLocation();
        Place place = found(ui, location);
        places.removeAll();
        navigation.show(place, location.getFirstSegment());
        if (place != null) {
            keepInAddress(ui, place, location);
            places.add(choices(ui, place, location.getPath()));
        }
    }

    private @Nullable Place found(UI ui, Location location) {
        try {
            return current.find(ui, location);
        } catch (NotHere nowhere) {
            return null;
        }
    }

    private Component choices(UI ui, Place place, String path) {
        Texts texts = Texts.here();
        Div choices = new Div();
        choices.addClassName("choices");
        choices.add(
                new Choice<>(
                        texts.get("ui.school"),
                        place.schools(),
                        SchoolChoice::name,
                        place.school(),
                        school -> ui.navigate(path, parameters("school", school.key().school()))));
        if (!place.plans().isEmpty()) {
            choices.add(
                    new Choice<>(
                            texts.get("ui.plan"),
                            place.plans(),
                            PlanChoice::name,
                            place.plan(),
                            plan ->
                                    ui.navigate(
                                            path,
                                            parameters("school", place.key().school())
                                                    .merging("plan", Long.toString(plan.id())))));
        }
        if (place.school().sample()) {
            choices.add(new Badge(texts.get("ui.sample"), Badge.Tone.QUIET));
        }
        return choices;
    }

    private static com.vaadin.flow.router.QueryParameters parameters(String name, Object value) {
        return com.vaadin.flow.router.QueryParameters.simple(Map.of(name, value.toString()));
    }

    private static void keepInAddress(UI ui, Place place, Location location) {
        var parameters = location.getQueryParameters();
        boolean complete =
                parameters.getSingleParameter("school").isPresent()
                        && (place.plan() == null
                                || parameters.getSingleParameter("plan").isPresent());
        if (!complete) {
            String address =
                    place.link(location.getPath(), Place.others(parameters.getParameters()));
            ui.getPage().getHistory().replaceState(null, address);
        }
    }

    private Header top() {
        Header top = new Header(menu, places, person);
        top.addClassName("top");
        return top;
    }

    private static Anchor skipLink() {
        Anchor skip = new Anchor("#content", new Span(Texts.here().get("ui.skip")));
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        return skip;
    }

    private void openMenu(boolean open) {
        setClassName("menu-open", open);
        menu.getElement().setAttribute("aria-expanded", Boolean.toString(open));
    }
}
