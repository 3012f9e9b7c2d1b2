package school.tandem.security;

/** A school, unique in this installation; its district goes with it in a {@link SchoolKey}. */
public record SchoolId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
