package school.tandem.adoption.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.ImportedRow;

/**
 * A piece of work set to a class.
 *
 * @param categoryId null: none named
 * @param workKind null: its category says
 * @param online null: its category says
 * @param assignedOn the local date; null: not said
 * @param dueOn the local date; null: not said
 */
public record LineItemRow(
        long line,
        boolean withdrawn,
        String id,
        String title,
        String classId,
        @Nullable String categoryId,
        @Nullable WorkKind workKind,
        @Nullable Boolean online,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate dueOn)
        implements ImportedRow {

    /** Work of which its category says what it is. */
    public LineItemRow(
            long line,
            boolean withdrawn,
            String id,
            String title,
            String classId,
            @Nullable String categoryId,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate dueOn) {
        this(line, withdrawn, id, title, classId, categoryId, null, null, assignedOn, dueOn);
    }
}
