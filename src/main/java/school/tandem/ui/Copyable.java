package school.tandem.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;

/**
 * A text to take along: shown to be read and selected, with a button that copies it. The copying is
 * done in the browser at once, since browsers allow it only while a click is fresh.
 */
@Tag("div")
public class Copyable extends HtmlContainer {

    private static final String COPY =
            """
            const area = this.querySelector('textarea');
            const said = this.querySelector('[role=status]');
            const button = this.querySelector('button');
            button.onclick = async () => {
              try {
                await navigator.clipboard.writeText(area.value);
              } catch (notAllowed) {
                area.select();
                document.execCommand('copy');
              }
              said.textContent = $0;
            };
            """;

    /**
     * @param label what the text is
     */
    public Copyable(String label, String text) {
        addClassName("copyable");
        Element area =
                new Element("textarea")
                        .setAttribute("readonly", true)
                        .setAttribute("aria-label", label)
                        .setAttribute("rows", Integer.toString(rows(text)));
        area.setProperty("value", text);
        Element button =
                new Element("button")
                        .setAttribute("type", "button")
                        .setAttribute("class", "button secondary")
                        .setText(Texts.here().get("ui.copy"));
        getElement().appendChild(area, button, new Element("span").setAttribute("role", "status"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(COPY, Texts.here().get("ui.copied"));
    }

    private static int rows(String text) {
        int lines = text.lines().mapToInt(line -> 1 + line.length() / 85).sum();
        return Math.clamp(lines, 1, 12);
    }
}
