package school.tandem.ui;

import com.vaadin.flow.component.html.Span;

/** A word with a colour that says the same. */
public class Badge extends Span {

    /** What the colour stands for; the word carries the meaning. */
    public enum Tone {
        GOOD,
        MIDDLING,
        LOW,
        QUIET
    }

    public Badge(String word, Tone tone) {
        super(word);
        addClassNames("badge", tone.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** The badge of a level from 1 to 5; 0: not known. */
    public static Badge ofLevel(int level) {
        Tone tone =
                level == 0
                        ? Tone.QUIET
                        : level >= 4 ? Tone.GOOD : level == 3 ? Tone.MIDDLING : Tone.LOW;
        return new Badge(Texts.here().get("ui.level." + level), tone);
    }
}
