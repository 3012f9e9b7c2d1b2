package school.tandem.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.concurrent.atomic.AtomicInteger;

/** A card with a heading. */
public class Panel extends Composite<Section> {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final H2 title;

    public Panel(String heading, Component... content) {
        title = new H2(heading);
        String id = "panel-" + NUMBER.incrementAndGet();
        title.setId(id);
        getContent().addClassName("panel");
        getContent().getElement().setAttribute("aria-labelledby", id);
        getContent().add(title);
        getContent().add(content);
    }

    /** Adds below what is there. */
    public Panel with(Component... content) {
        getContent().add(content);
        return this;
    }

    /** Says something else above it. */
    public void head(String heading) {
        title.setText(heading);
    }

    /** Lets a layout place it. */
    public Panel named(String className) {
        getContent().addClassName(className);
        return this;
    }
}
