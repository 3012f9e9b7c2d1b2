package school.tandem.adoption.intake;

/** What somebody did online on a day. */
public enum Did {
    OPENED(true, 1),
    HANDED_IN(true, 2),
    QUIZ(true, 4),
    ATTENDED(true, 8),
    TOOK_ATTENDANCE(false, 1),
    SET_WORK(false, 2),
    GAVE_QUIZ(false, 4);

    private final boolean ofStudents;
    private final short bit;

    Did(boolean ofStudents, int bit) {
        this.ofStudents = ofStudents;
        this.bit = (short) bit;
    }

    /** Whether students do it, not teachers. */
    public boolean ofStudents() {
        return ofStudents;
    }

    /** Its bit in the sum of a day. */
    public short bit() {
        return bit;
    }
}
