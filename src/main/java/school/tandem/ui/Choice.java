package school.tandem.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The browser's own select: nothing to load, and every phone knows how to show it. */
@Tag("select")
public class Choice<T> extends HtmlContainer {

    /** More options than that are sent as one text: the server would keep two nodes of each. */
    private static final int MANY = 100;

    private final List<T> items;
    private boolean showing;

    /**
     * @param label said to who can't see it
     * @param chosen null: the first
     */
    public Choice(
            String label,
            List<T> items,
            Function<T, String> shown,
            @Nullable T chosen,
            Consumer<T> onChoose) {
        this.items = List.copyOf(items);
        addClassName("choice");
        getElement().setAttribute("aria-label", label);
        int at = Math.max(0, items.indexOf(chosen));
        if (items.size() > MANY) {
            getElement().setProperty("innerHTML", written(shown, at));
        } else {
            draw(shown, at);
        }
        getElement().setProperty("value", Integer.toString(at));
        getElement()
                .addPropertyChangeListener(
                        "value",
                        "change",
                        event -> {
                            if (!showing) {
                                // Not what it is by now: of several that were changed at once,
                                // what came of an earlier one may show this one's old item again.
                                onChoose.accept(at(event.getValue()));
                            }
                        });
    }

    private void draw(Function<T, String> shown, int chosen) {
        for (int i = 0; i < items.size(); i++) {
            Element option = new Element("option");
            option.setText(shown.apply(items.get(i)));
            option.setAttribute("value", Integer.toString(i));
            if (i == chosen) {
                option.setAttribute("selected", true);
            }
            getElement().appendChild(option);
        }
    }

    private String written(Function<T, String> shown, int chosen) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            html.append("<option value=\"").append(i).append('"');
            html.append(i == chosen ? " selected>" : ">");
            html.append(HtmlUtils.htmlEscape(shown.apply(items.get(i)))).append("</option>");
        }
        return html.toString();
    }

    /** Shows that another one is chosen, without saying that somebody chose it. */
    public void show(T item) {
        showing = true;
        getElement().setProperty("value", Integer.toString(Math.max(0, items.indexOf(item))));
        showing = false;
    }

    /** The one that is chosen now. */
    public T chosen() {
        return at(getElement().getProperty("value", "0"));
    }

    private T at(@Nullable Object value) {
        return items.get(Integer.parseInt(String.valueOf(value)));
    }
}
