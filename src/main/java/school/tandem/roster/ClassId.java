package school.tandem.roster;

/** A class: one course, taught to one group. */
public record ClassId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
