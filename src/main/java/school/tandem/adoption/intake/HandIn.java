package school.tandem.adoption.intake;

/** What became of a piece of work that a student was given. */
public enum HandIn {
    HANDED_IN("handed_in"),
    /** Begun, and thus opened, but not handed in yet. */
    BEGUN("begun"),
    NOT_HANDED_IN("not_handed_in"),
    EXEMPT("exempt"),
    /** The source has words of its own for it. */
    UNKNOWN("unknown");

    private final String code;

    HandIn(String code) {
        this.code = code;
    }

    /** As the database has it. */
    public String code() {
        return code;
    }
}
