package school.tandem.roster.intake;

/** What somebody is to one class. */
public enum EnrolmentRole {
    STUDENT("student"),
    TEACHER("teacher"),
    OTHER("other");

    private final String code;

    EnrolmentRole(String code) {
        this.code = code;
    }

    /** As the database has it. */
    public String code() {
        return code;
    }
}
