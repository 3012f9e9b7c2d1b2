package school.tandem.training;

/**
 * What somebody is marked as by a meeting's report.
 *
 * @param minutes how long they were at the session
 */
public record MeetingVerdict(AttendanceState state, int minutes) {}
