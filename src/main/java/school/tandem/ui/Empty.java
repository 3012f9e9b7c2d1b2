package school.tandem.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where nothing is yet: why, and what to do about it. */
public class Empty extends Composite<Div> {

    public Empty(String reason, Component... actions) {
        getContent().addClassName("empty");
        getContent().add(new Paragraph(reason));
        getContent().add(actions);
    }
}
