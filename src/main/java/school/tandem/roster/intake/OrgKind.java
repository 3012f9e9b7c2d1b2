package school.tandem.roster.intake;

/** What an org is. Anything above a district (local, state, national) is other. */
public enum OrgKind {
    DISTRICT("district"),
    SCHOOL("school"),
    DEPARTMENT("department"),
    OTHER("other");

    private final String code;

    OrgKind(String code) {
        this.code = code;
    }

    /** As the database has it. */
    public String code() {
        return code;
    }
}
