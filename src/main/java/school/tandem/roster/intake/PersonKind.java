package school.tandem.roster.intake;

/**
 * Student, staff, or somebody else of whom only the id is kept (a parent, guardian or relative).
 */
public enum PersonKind {
    STUDENT("student"),
    STAFF("staff"),
    OTHER("other");

    private final String code;

    PersonKind(String code) {
        this.code = code;
    }

    /** As the database has it. */
    public String code() {
        return code;
    }
}
