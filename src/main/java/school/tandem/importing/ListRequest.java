package school.tandem.importing;

import java.nio.file.Path;
import java.util.Map;
import school.tandem.security.SchoolKey;

/**
 * A list to bring in.
 *
 * @param shownName what the file is called
 * @param columns where each field stands, counted from 0
 * @param dryRun find out what would change, and change nothing
 */
public record ListRequest(
        SchoolKey school,
        ListKind kind,
        Path file,
        String shownName,
        Map<ListField, Integer> columns,
        boolean dryRun) {

    public ListRequest {
        columns = Map.copyOf(columns);
    }

    /** The same, to be done and not only looked at. */
    public ListRequest forReal() {
        return new ListRequest(school, kind, file, shownName, columns, false);
    }
}
