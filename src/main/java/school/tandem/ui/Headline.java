package school.tandem.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/**
 * The sentence that a screen opens with: one that can be read out, its figures linked to the
 * records behind them.
 */
public class Headline extends Composite<Div> {

    /** A sentence, and a quieter one below it; empty: none. */
    public Headline(List<Part> sentence, String below) {
        H1 heading = new H1();
        sentence.forEach(part -> heading.add(shown(part)));
        getContent().add(heading);
        if (!below.isEmpty()) {
            getContent().add(new Paragraph(below));
        }
        getContent().addClassName("headline");
    }

    public Headline(String sentence, String below) {
        this(List.of(Part.of(sentence)), below);
    }

    private static com.vaadin.flow.component.Component shown(Part part) {
        String href = part.href();
        return href == null ? new Span(part.text()) : new Anchor(href, part.text());
    }
}
