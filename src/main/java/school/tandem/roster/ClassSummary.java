package school.tandem.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class as it stands in a list.
 *
 * @param grade null: not said
 * @param department its name; null: none
 * @param teachers their names, the one mainly responsible first
 * @param students how many are enrolled today; null: not for whoever asks to see
 */
public record ClassSummary(
        ClassId id,
        String title,
        @Nullable String grade,
        @Nullable String department,
        List<String> teachers,
        @Nullable Integer students) {}
