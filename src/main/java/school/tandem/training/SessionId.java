package school.tandem.training;

/** One meeting at which a training course is given. */
public record SessionId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
