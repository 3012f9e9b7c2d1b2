package school.tandem.training;

/** Whether a school's staff can be written to. */
public enum Reach {
    SENDS,
    /** No mail server is set. */
    NO_SERVER,
    /** The people of the sample school are invented. */
    SAMPLE
}
