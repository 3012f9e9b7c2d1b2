package school.tandem.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.QueryParameters;

/** The few kinds of buttons and links that there are. */
public final class Actions {

    private Actions() {}

    /** The one thing that a screen is for. */
    public static NativeButton primary(String text, Runnable action) {
        return button(text, "primary", action);
    }

    /** What else can be done there. */
    public static NativeButton secondary(String text, Runnable action) {
        return button(text, "secondary", action);
    }

    /** A small one, in the row that it concerns. */
    public static NativeButton inRow(String text, Runnable action) {
        return button(text, "in-row", action);
    }

    /** A link that looks like a primary button. */
    public static Anchor primaryLink(String text, String href) {
        Anchor link = new Anchor(href, text);
        link.addClassNames("button", "primary");
        return link;
    }

    /** A link that looks like a secondary button. */
    public static Anchor secondaryLink(String text, String href) {
        Anchor link = new Anchor(href, text);
        link.addClassNames("button", "secondary");
        return link;
    }

    /** Goes where a link of a place leads; the browser's way back leads here again. */
    public static void go(String link) {
        int query = link.indexOf('?');
        UI.getCurrent()
                .navigate(
                        link.substring(0, query),
                        QueryParameters.fromString(link.substring(query + 1)));
    }

    private static NativeButton button(String text, String kind, Runnable action) {
        NativeButton button = new NativeButton(text, click -> action.run());
        button.addClassNames("button", kind);
        button.getElement().setAttribute("type", "button");
        return button;
    }
}
