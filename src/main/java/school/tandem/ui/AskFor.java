package school.tandem.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** Something is missing that somebody else has: whom to ask, and a message to send them. */
public class AskFor extends Composite<Section> {

    /**
     * @param title what is missing
     * @param whom who usually has it, as a sentence
     * @param message what to write to them
     */
    public AskFor(String title, String whom, String message) {
        getContent().addClassName("ask-for");
        getContent().add(new H3(title), new Paragraph(whom));
        getContent().add(new Copyable(Texts.here().get("ui.askFor.message"), message));
    }
}
