package school.tandem.training;

/** One meeting's report that was taken for a session. */
public record MeetingReportId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
