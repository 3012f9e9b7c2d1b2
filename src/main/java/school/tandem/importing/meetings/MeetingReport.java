package school.tandem.importing.meetings;

import java.util.List;
import school.tandem.roster.intake.Held;

/**
 * What a report says: {@code rows} are those of the people of its meetings and those that are held.
 *
 * @param digest the SHA-256 of its bytes, in hexadecimal
 * @param rows how many rows stand below headers
 * @param about how many other lines there are: headers, titles, summaries, totals
 */
public record MeetingReport(
        MeetingFormat format,
        String file,
        String digest,
        List<Meeting> meetings,
        List<Held> held,
        int rows,
        int about) {}
