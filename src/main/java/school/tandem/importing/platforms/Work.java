package school.tandem.importing.platforms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.WorkKind;

/**
 * A piece of work as an export has it.
 *
 * @param id the platform's own
 * @param course of which it is; null: whoever it is handed in by says so
 * @param kind null: the export does not say; its title decides
 * @param online false: work on paper
 * @param assignedOn the local date; null: not said
 * @param dueOn the local date; null: not said
 * @param isRecord whether it has a record of its own; else it is told on the way by others, as
 *     often as they like
 */
public record Work(
        At at,
        String id,
        String title,
        @Nullable Course course,
        @Nullable WorkKind kind,
        boolean online,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate dueOn,
        boolean isRecord) {

    /** Whether it says more than another does of the same work; of equals, the first one counts. */
    public boolean saysMore(Work other) {
        return weight() > other.weight();
    }

    /** Whether nothing is said but what it is called. */
    public boolean isByName() {
        return assignedOn == null && dueOn == null || title.equals(id);
    }

    private int weight() {
        return (isRecord ? 16 : 0)
                + (title.equals(id) ? 0 : 8)
                + (dueOn == null ? 0 : 4)
                + (assignedOn == null ? 0 : 2)
                + (kind == null ? 0 : 1);
    }
}
