package school.tandem.training;

/** How far somebody is with a course. */
public enum CompletionState {
    MISSING,
    /** They say so themselves; nobody has confirmed it yet. */
    LOGGED,
    CONFIRMED
}
