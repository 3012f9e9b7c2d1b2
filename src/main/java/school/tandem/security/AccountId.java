package school.tandem.security;

/** Somebody who can sign in. */
public record AccountId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
