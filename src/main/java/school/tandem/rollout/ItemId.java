package school.tandem.rollout;

/** An item of a plan's checklist. */
public record ItemId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
