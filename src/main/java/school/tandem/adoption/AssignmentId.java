package school.tandem.adoption;

/** A piece of work set for a class. */
public record AssignmentId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
