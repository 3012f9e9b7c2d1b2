package school.tandem.roster.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.GroupKind;

/**
 * Which groups a student is in.
 *
 * @param id of the row: the student's where a file has one row a student
 * @param studentId the source's id of the student
 * @param groups by kind, in lower case with underscores; blank: of this kind none is known; a kind
 *     that is absent is not spoken of and stays as it is
 */
public record GroupRow(
        long line, boolean withdrawn, String id, String studentId, Map<GroupKind, String> groups)
        implements ImportedRow {

    public GroupRow {
        groups = Map.copyOf(groups);
    }

    @Nullable String of(GroupKind kind) {
        return groups.get(kind);
    }
}
