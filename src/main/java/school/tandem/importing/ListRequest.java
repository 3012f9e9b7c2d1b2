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
        boolean dryRun)
        implements MappedRequest {

    public ListRequest {
        columns = Map.copyOf(columns);
    }

    @Override
    public ListRequest once(boolean dry) {
        return new ListRequest(school, kind, file, shownName, columns, dry);
    }
}
