package school.tandem.disclosure;

/** What may be shown of a group's share, from 0 to 1. */
public sealed interface Shown {

    /** The share itself. */
    record Share(double share) implements Shown {}

    /** No more than that it is under a bound. */
    record Under(double bound) implements Shown {}

    /** No more than that it is over a bound. */
    record Over(double bound) implements Shown {}

    /** Nothing: the group is too small, or would give another one away. */
    record Hidden() implements Shown {}

    /** Nothing is known of the group, or it has nobody. */
    record Unknown() implements Shown {}
}
