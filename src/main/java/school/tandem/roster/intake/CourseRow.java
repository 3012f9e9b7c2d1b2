package school.tandem.roster.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A course, which classes are taught by. Only id and title are certain. */
public record CourseRow(
        long line,
        boolean withdrawn,
        String id,
        String title,
        @Nullable String code,
        @Nullable String orgId,
        List<String> grades,
        List<String> subjects)
        implements ImportedRow {

    public CourseRow {
        grades = List.copyOf(grades);
        subjects = List.copyOf(subjects);
    }
}
