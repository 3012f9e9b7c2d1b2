package school.tandem.importing;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to bring in.
 *
 * @param files a zip, a folder, or the files themselves
 * @param shownName what the delivery is called in the list of imports
 * @param districtName the district to bring it into, made where there is none of this name; null:
 *     as the delivery says
 * @param zone the time zone of a district that is made; null: this machine's
 * @param sample whether the district is the invented sample's
 * @param dryRun find out what would change, and change nothing
 */
public record ImportRequest(
        List<Path> files,
        String shownName,
        @Nullable String districtName,
        @Nullable ZoneId zone,
        boolean sample,
        boolean dryRun) {

    /** The name of the source that OneRoster bundles speak for. */
    static final String SOURCE = "oneroster";

    public ImportRequest {
        files = List.copyOf(files);
    }
}
