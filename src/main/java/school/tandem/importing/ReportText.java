package school.tandem.importing;

import java.util.Map;
import school.tandem.roster.intake.Tally;

/** The numbers of a report as the arguments of its sentences. */
public final class ReportText {

    private ReportText() {}

    public static Map<String, Object> arguments(ImportReport report) {
        return arguments(report.total());
    }

    public static Map<String, Object> arguments(Tally rows) {
        return Map.of(
                "read", rows.read(),
                "added", rows.added(),
                "changed", rows.changed(),
                "unchanged", rows.unchanged(),
                "withdrawn", rows.withdrawn(),
                "held", rows.held());
    }
}
