package school.tandem.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/**
 * How far something is: solid to what is known, pale to what may be, with a tick at the target. All
 * shares from 0 to 1.
 */
public class RangeBar extends Composite<Div> {

    /**
     * @param label the same in words, for who can't see it
     */
    public RangeBar(double low, double high, double tick, String label) {
        this(low, high, label);
        getContent().add(tick(tick));
    }

    /** The same where there is no target. */
    public RangeBar(double low, double high, String label) {
        Div bar = getContent();
        bar.addClassName("range-bar");
        bar.getElement().setAttribute("role", "img").setAttribute("aria-label", label);
        bar.add(piece("high", high), piece("low", low));
    }

    private static Span piece(String name, double share) {
        Span piece = new Span();
        piece.addClassName(name);
        piece.getStyle().set("width", percent(share));
        return piece;
    }

    private static Span tick(double share) {
        Span tick = new Span();
        tick.addClassName("tick");
        tick.getStyle().set("left", percent(share));
        return tick;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * Math.clamp(share, 0, 1));
    }
}
