package school.tandem.importing.meetings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import school.tandem.importing.reading.LooseRows;
import school.tandem.importing.reading.LooseRows.LooseRow;
import school.tandem.importing.reading.Refused;

/** Reads a meeting's report, CSV or XLSX. */
public final class MeetingReader {

    private static final int MOST_ROWS = 100_000;
    private static final int ROWS_TO_KNOW_IT_BY = 400;

    private MeetingReader() {}

    /**
     * Reads a report.
     *
     * @param name of the file as the user knows it
     * @param zone of the school: its clock is meant where a time has no offset
     * @param session the day of the session: it is meant where a time has no date, and tells in
     *     which order day and month stand where nothing else does
     * @throws Refused if it is no meeting's report, or larger than 50 MB or 100,000 rows
     */
    public static MeetingReport read(Path path, String name, ZoneId zone, LocalDate session) {
        LooseRows file = LooseRows.open(path, name);
        List<LooseRow> rows = file.read(separator(file, name), MOST_ROWS + 1);
        if (rows.size() > MOST_ROWS) {
            throw new Refused("importing.refused.meetingTooLong", Map.of("file", name));
        }
        DateOrder order = new DateOrder(session);
        rows.forEach(row -> order.look(row.cells()));
        ReportRows report = new ReportRows(name, new Moments(zone, session, order));
        rows.forEach(report::take);
        return report.finish(file.digest());
    }

    /** The one by which some row is headers of people. */
    private static char separator(LooseRows file, String name) {
        return LooseRows.SEPARATORS.stream()
                .filter(separator ->
                        file.read(separator, ROWS_TO_KNOW_IT_BY).stream()
                                .anyMatch(row -> TableHead.ofPeople(row).isPresent()))
                .findFirst()
                .orElseThrow(
                        () -> new Refused("importing.refused.noMeeting", Map.of("file", name)));
    }
}
