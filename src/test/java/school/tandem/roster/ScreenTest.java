package school.tandem.roster;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinService;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import school.tandem.security.SchoolKey;
import school.tandem.ui.Notices;

/** Screens of the test's own package on a database, in English and without a browser. */
public abstract class ScreenTest extends BrowserlessTest {

    /** What the views are made of; a test opens them before all others. */
    protected static Rooms rooms;

    /** Makes views as Spring does in the application; found by servers of other tests, too. */
    public static class Views implements InstantiatorFactory {
        @Override
        public Instantiator createInstantitor(VaadinService service) {
            if (rooms == null) {
                return null;
            }
            return new DefaultInstantiator(service) {
                @Override
                public <T> T getOrCreate(Class<T> type) {
                    return type.getPackageName().matches("school\\.tandem\\.\\w+\\.ui")
                            ? rooms.made(type)
                            : super.getOrCreate(type);
                }
            };
        }
    }

    @Override
    protected Set<Class<?>> lookupServices() {
        return Set.of(Views.class);
    }

    @Override
    protected Set<String> scanPackages() {
        return Set.of(getClass().getPackageName());
    }

    @BeforeEach
    void anEnglishWindowThatSaysWhatWasDone() {
        UI ui = UI.getCurrent();
        ui.setLocale(Locale.ENGLISH);
        Div notices = new Div();
        ComponentUtil.setData(ui, Notices.class.getName(), notices);
        ui.add(notices);
    }

    @AfterAll
    static void close() {
        rooms.close();
        rooms = null;
    }

    /** Opens a screen at a school; {@code more} begins with an ampersand. */
    protected Component show(String route, SchoolKey school, String more) {
        String parameters = "school=" + school.school() + more;
        UI.getCurrent().navigate(route, QueryParameters.fromString(parameters));
        return (Component) getCurrentView();
    }

    /** Presses the one button that says so. */
    protected void click(String label) {
        test(find(NativeButton.class).withText(label).single()).click();
    }

    /** All that can be read in it. */
    protected static String text(Component view) {
        StringBuilder text = new StringBuilder();
        collect(view.getElement(), text);
        return text.toString().replaceAll(" +", " ");
    }

    private static void collect(Element element, StringBuilder text) {
        if (element.isTextNode()) {
            text.append(element.getText());
        } else {
            text.append(element.getProperty("value", ""));
            element.getChildren().forEach(child -> collect(child, text));
        }
    }

    /** An element and all below it that are no text. */
    protected static Stream<Element> all(Element element) {
        return Stream.concat(
                Stream.of(element),
                element.getChildren()
                        .filter(child -> !child.isTextNode())
                        .flatMap(ScreenTest::all));
    }
}
