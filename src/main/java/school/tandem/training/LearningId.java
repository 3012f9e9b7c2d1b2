package school.tandem.training;

/** Something learned elsewhere. */
public record LearningId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
