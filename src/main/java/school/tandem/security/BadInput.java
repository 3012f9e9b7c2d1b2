package school.tandem.security;

/** Input that a person can mend: the field, and the key of the sentence to show at it. */
public class BadInput extends RuntimeException {

    private final String field;
    private final String textKey;

    public BadInput(String field, String textKey) {
        super(field + ": " + textKey);
        this.field = field;
        this.textKey = textKey;
    }

    public String field() {
        return field;
    }

    public String textKey() {
        return textKey;
    }
}
