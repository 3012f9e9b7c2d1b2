package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.WorkKind;
import school.tandem.importing.reading.ListCells;
import tools.jackson.databind.JsonNode;

/** An assignment of Canvas as a piece of work. */
final class CanvasWork {

    private static final Set<String> OFFLINE = Set.of("none", "on_paper", "not_graded");
    private static final Set<String> UNTOLD = Set.of("external_tool");

    private CanvasWork() {}

    /**
     * The work.
     *
     * @throws ListCells.Unreadable where a date is none
     */
    static Work of(
            At at, String id, JsonNode said, Course course, ListCells cells, boolean isRecord) {
        LocalDate from = CanvasFields.day(cells, said, "unlock_at");
        LocalDate due = CanvasFields.day(cells, said, "due_at");
        boolean dateless = from == null && due == null;
        return new Work(
                at,
                id,
                CanvasFields.title(said, id, "name", "title"),
                course,
                kind(said),
                online(said),
                dateless ? CanvasFields.day(cells, said, "created_at") : from,
                due,
                isRecord);
    }

    /** Whether students could see it. */
    static boolean isGiven(JsonNode said) {
        String state = CanvasFields.text(said, "workflow_state");
        return !state.equals("unpublished")
                && !state.equals("deleted")
                && said.path("published").asBoolean(true);
    }

    /** Whether it is handed in online; so it is where nothing is said. */
    static boolean online(JsonNode said) {
        List<String> types = types(said);
        return types.isEmpty() || !OFFLINE.containsAll(types);
    }

    private static @Nullable WorkKind kind(JsonNode said) {
        List<String> types = types(said);
        if (CanvasFields.yes(said, "is_quiz_assignment")
                || CanvasFields.yes(said, "is_quiz_lti_assignment")
                || CanvasFields.yes(said, "is_quiz_lti")
                || !CanvasFields.text(said, "quiz_id").isEmpty()
                || types.contains("online_quiz")) {
            return WorkKind.QUIZ;
        }
        return types.isEmpty() || types.stream().anyMatch(UNTOLD::contains) || !online(said)
                ? null
                : WorkKind.ASSIGNMENT;
    }

    private static List<String> types(JsonNode said) {
        List<String> types = new ArrayList<>();
        for (JsonNode type : said.path("submission_types")) {
            types.add(type.asString("").strip());
        }
        String one = CanvasFields.text(said, "submission_types");
        if (!one.isEmpty()) {
            types.addAll(List.of(one.split("\\s*,\\s*")));
        }
        return types;
    }
}
