package school.tandem.roster.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class.
 *
 * @param courseId null: none named
 * @param termIds the sessions that it runs in; empty: not said
 * @param grades as given; empty: not said
 * @param department the name of its department, of a school's own table; null: not said
 */
public record ClassRow(
        long line,
        boolean withdrawn,
        String id,
        String title,
        @Nullable String code,
        @Nullable String courseId,
        String schoolId,
        List<String> termIds,
        List<String> grades,
        List<String> subjects,
        @Nullable String department)
        implements ImportedRow {

    public ClassRow {
        termIds = List.copyOf(termIds);
        grades = List.copyOf(grades);
        subjects = List.copyOf(subjects);
    }
}
