package school.tandem.importing.reading;

import java.util.Map;

/** A delivery of which nothing can be taken, and why. */
public class Refused extends RuntimeException {

    private final String textKey;
    private final transient Map<String, Object> arguments;

    public Refused(String textKey, Map<String, Object> arguments) {
        super(textKey + " " + arguments);
        this.textKey = textKey;
        this.arguments = Map.copyOf(arguments);
    }

    /** The key of the sentence. */
    public String textKey() {
        return textKey;
    }

    /** What the sentence names. */
    public Map<String, Object> arguments() {
        return arguments;
    }
}
