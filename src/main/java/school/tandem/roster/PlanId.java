package school.tandem.roster;

/** A school's plan to move online. */
public record PlanId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
