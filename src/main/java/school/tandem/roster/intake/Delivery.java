package school.tandem.roster.intake;

/** Whether a file is the whole of what its source knows, or only what changed. */
public enum Delivery {
    /** Whole: what is absent has ended. */
    BULK,
    /** Changes: what is absent is as it was. */
    DELTA
}
