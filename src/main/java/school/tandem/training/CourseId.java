package school.tandem.training;

/** A training course. */
public record CourseId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
