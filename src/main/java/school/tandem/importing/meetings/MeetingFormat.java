package school.tandem.importing.meetings;

/** Whose report it is. */
public enum MeetingFormat {
    ZOOM("Zoom"),
    MEET("Google Meet"),
    TEAMS("Microsoft Teams");

    private final String brand;

    MeetingFormat(String brand) {
        this.brand = brand;
    }

    /** What its makers call it, in every language. */
    public String brand() {
        return brand;
    }
}
