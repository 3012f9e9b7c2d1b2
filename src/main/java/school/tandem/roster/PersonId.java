package school.tandem.roster;

/** A student or a member of staff, as the roster knows them. */
public record PersonId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
