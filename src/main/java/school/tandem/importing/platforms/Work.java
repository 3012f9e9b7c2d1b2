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
        boolean isRecord) {}
