package school.tandem.roster.intake;

/** What a member of staff does, as far as training and counting need to tell apart. */
public enum StaffRole {
    TEACHER("teacher"),
    ADMINISTRATOR("administrator"),
    IT("it"),
    COUNSELOR("counselor"),
    AIDE("aide"),
    PROCTOR("proctor"),
    OTHER("other");

    private final String code;

    StaffRole(String code) {
        this.code = code;
    }

    /** As the database has it. */
    public String code() {
        return code;
    }
}
