package school.tandem.importing.platforms;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.Did;
import school.tandem.importing.reading.JsonRecords;
import tools.jackson.databind.JsonNode;

/**
 * Statements of the Experience API (xAPI 1.0), by the last word of their verb: submitted,
 * completed, attempted, viewed and their like. What was finished of an assessment is a quiz; of
 * anything else a hand-in where it was submitted, and opened where it was completed, since a page
 * is completed, too. A statement that another one voids says nothing.
 */
final class Xapi extends Statements {

    private static final Set<String> FINISHED =
            Set.of("completed", "complete", "passed", "failed", "scored", "mastered", "answered");
    private static final Set<String> SUBMITTED =
            Set.of("submitted", "submit", "turned-in", "turnedin", "uploaded");
    private static final Set<String> OPENED =
            Set.of(
                    "attempted",
                    "attempt",
                    "viewed",
                    "view",
                    "experienced",
                    "launched",
                    "initialized",
                    "opened",
                    "open",
                    "read",
                    "accessed",
                    "access",
                    "progressed",
                    "interacted",
                    "watched",
                    "played",
                    "started",
                    "start");
    private static final Set<String> ATTENDED = Set.of("attended", "attend", "joined", "join");
    private static final Set<String> SET = Set.of("assigned", "assign");
    private static final Set<String> ASSESSMENTS =
            Set.of(
                    "assessment",
                    "quiz",
                    "test",
                    "exam",
                    "question",
                    "cmi.interaction",
                    "questionnaire");
    private static final Set<String> COURSES = Set.of("course", "class", "group", "section");

    @Override
    public String source() {
        return "xapi";
    }

    @Override
    public String format(ExportFile file) {
        String head = file.head();
        return file.isJson() && head.contains("\"verb\"") && head.contains("\"actor\"")
                ? "xapi"
                : "";
    }

    @Override
    @Nullable Did did(JsonNode statement) {
        String verb = lastPart(statement.path("verb").path("id").asString(""));
        boolean assessed = ASSESSMENTS.contains(type(statement.path("object")));
        if (SUBMITTED.contains(verb)) {
            return assessed ? Did.QUIZ : Did.HANDED_IN;
        }
        if (FINISHED.contains(verb)) {
            return assessed
                    ? Did.QUIZ
                    : type(statement.path("object")).equals("assignment")
                            ? Did.HANDED_IN
                            : Did.OPENED;
        }
        if (ATTENDED.contains(verb)) {
            return Did.ATTENDED;
        }
        if (SET.contains(verb)) {
            return assessed ? Did.GAVE_QUIZ : Did.SET_WORK;
        }
        return OPENED.contains(verb) ? Did.OPENED : null;
    }

    private static String type(JsonNode activity) {
        return lastPart(activity.path("definition").path("type").asString(""));
    }

    @Override
    Who actor(JsonNode statement) {
        JsonNode actor = statement.path("actor");
        String mbox = actor.path("mbox").asString("").replaceFirst("(?i)^mailto:", "");
        String account = actor.path("account").path("name").asString("");
        return new Who(
                "actor",
                account.isBlank() ? actor.path("openid").asString("") : account,
                account,
                mbox,
                account,
                text(actor.path("name")));
    }

    @Override
    @Nullable Course course(JsonNode statement) {
        JsonNode activities = statement.path("context").path("contextActivities");
        for (String kind : List.of("grouping", "parent", "category")) {
            for (JsonNode one : activities.path(kind)) {
                if (COURSES.contains(type(one))) {
                    String id = one.path("id").asString("");
                    String title = text(one.path("definition").path("name"));
                    return new Course("context", id, lastPart(id), title, null);
                }
            }
        }
        return null;
    }

    @Override
    String momentField() {
        return "timestamp";
    }

    @Override
    Set<Did> reported() {
        return EnumSet.of(Did.OPENED, Did.HANDED_IN, Did.QUIZ);
    }

    @Override
    Set<String> voided(List<ExportFile> files) {
        Set<String> ids = new HashSet<>();
        files.forEach(file ->
                file.json()
                        .read(
                                new JsonRecords.Taker() {
                                    @Override
                                    public void take(long number, String list, JsonNode statement) {
                                        String verb =
                                                statement.path("verb").path("id").asString("");
                                        if (verb.toLowerCase(Locale.ROOT).endsWith("/voided")) {
                                            ids.add(
                                                    statement
                                                            .path("object")
                                                            .path("id")
                                                            .asString(""));
                                        }
                                    }

                                    @Override
                                    public void hold(long number, String text) {
                                        // read() says so
                                    }
                                }));
        return ids;
    }
}
