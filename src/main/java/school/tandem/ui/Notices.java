package school.tandem.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/**
 * Says what was done, with a way back, or what went wrong, in a region that screen readers follow.
 * Rather an undo than a question beforehand.
 */
public final class Notices {

    private Notices() {}

    /** Says that something was done. */
    public static void done(String text) {
        show("done", text);
    }

    /** Says that something was done and offers to take it back. */
    public static void done(String text, Runnable undo) {
        show(
                "done",
                text,
                Actions.inRow(
                        Texts.here().get("ui.undo"),
                        () -> {
                            clear();
                            undo.run();
                        }));
    }

    /** Says what went wrong and what to do. */
    public static void problem(String text) {
        show("problem", text);
    }

    static Div region() {
        Div region = new Div();
        region.addClassName("notices");
        region.getElement().setAttribute("role", "status").setAttribute("aria-live", "polite");
        ComponentUtil.setData(UI.getCurrent(), Notices.class.getName(), region);
        return region;
    }

    private static void show(
            String kind, String text, com.vaadin.flow.component.Component... actions) {
        clear();
        Div notice = new Div(new Span(text));
        notice.addClassNames("notice", kind);
        notice.add(actions);
        notice.add(Actions.inRow(Texts.here().get("ui.close"), Notices::clear));
        regionHere().add(notice);
    }

    private static void clear() {
        regionHere().removeAll();
    }

    private static Div regionHere() {
        return ComponentUtil.getData(UI.getCurrent(), Notices.class.getName()) instanceof Div region
                ? region
                : new Div();
    }
}
