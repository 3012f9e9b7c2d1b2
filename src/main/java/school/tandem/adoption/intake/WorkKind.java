package school.tandem.adoption.intake;

/** What a piece of work is. */
public enum WorkKind {
    ASSIGNMENT("assignment"),
    /** A quiz or a test. */
    QUIZ("quiz");

    private final String code;

    WorkKind(String code) {
        this.code = code;
    }

    /** As the database has it. */
    public String code() {
        return code;
    }
}
