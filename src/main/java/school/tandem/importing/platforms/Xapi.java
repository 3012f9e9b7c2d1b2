package school.tandem.importing.platforms;

import java.util.ArrayList;
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
                    : type(statement.path("object")).endsWith("assignment")
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
        return agent(statement.path("actor"));
    }

    private static Who agent(JsonNode actor) {
        String mbox = actor.path("mbox").asString("").replaceFirst("(?i)^mailto:", "");
        String account = actor.path("account").path("name").asString("");
        String openId = actor.path("openid").asString("");
        String hash = actor.path("mbox_sha1sum").asString("");
        return new Who(
                "actor",
                !account.isBlank() ? account : !openId.isBlank() ? openId : hash,
                account.isBlank() ? lastPart(openId) : account,
                mbox,
                account,
                text(actor.path("name")));
    }

    /** A group does what it does together: its first member has the record, the others beside. */
    @Override
    List<Who> actors(JsonNode statement) {
        List<Who> members = new ArrayList<>();
        for (JsonNode member : statement.path("actor").path("member")) {
            members.add(agent(member));
        }
        return members.isEmpty() ? List.of(actor(statement)) : members;
    }

    @Override
    @Nullable Course course(JsonNode statement) {
        JsonNode activities = statement.path("context").path("contextActivities");
        for (String kind : List.of("grouping", "parent", "category")) {
            JsonNode some = activities.path(kind);
            for (JsonNode one : some.isObject() ? List.of(some) : some) {
                if (COURSES.contains(type(one))) {
                    String id = one.path("id").asString("");
                    String title = text(one.path("definition").path("name"));
                    return new Course("context", id, external(one, id), title, null);
                }
            }
        }
        return null;
    }

    /**
     * The id that a learning platform says of a course in its extensions, else its address' end.
     */
    private static String external(JsonNode course, String id) {
        JsonNode extensions = course.path("definition").path("extensions");
        for (String name : List.of("external-id", "short-id")) {
            for (var extension : extensions.properties()) {
                String value = extension.getValue().asString("");
                if (extension.getKey().endsWith("/" + name) && !value.isBlank()) {
                    return value;
                }
            }
        }
        return lastPart(id);
    }

    @Override
    String momentField() {
        return "timestamp";
    }

    /** Who keeps statements may have added only when it got them. */
    @Override
    String moment(JsonNode statement) {
        String said = super.moment(statement);
        return said.isBlank() ? statement.path("stored").asString("") : said;
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
                                    public void take(long number, String list, JsonNode record) {
                                        JsonNode statement = within(record);
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
