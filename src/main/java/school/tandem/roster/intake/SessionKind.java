package school.tandem.roster.intake;

/** What stretch of a school year an academic session is. */
public enum SessionKind {
    SCHOOL_YEAR("schoolYear"),
    SEMESTER("semester"),
    TERM("term"),
    GRADING_PERIOD("gradingPeriod");

    private final String code;

    SessionKind(String code) {
        this.code = code;
    }

    /** As the database has it. */
    public String code() {
        return code;
    }
}
