package school.tandem.importing.platforms;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.Did;
import tools.jackson.databind.JsonNode;

/**
 * Events of Caliper Analytics 1.1 and 1.2, alone or in envelopes, by type and action: what learners
 * submit, complete, start and view, and what instructors make.
 */
final class Caliper extends Statements {

    private static final Set<String> OPENED =
            Set.of(
                    "viewed",
                    "navigatedto",
                    "started",
                    "resumed",
                    "restarted",
                    "launched",
                    "accessed",
                    "downloaded",
                    "opened");
    private static final Set<String> WORK =
            Set.of(
                    "assignabledigitalresource",
                    "assessment",
                    "assessmentitem",
                    "questionnaire",
                    "page",
                    "document",
                    "webpage",
                    "digitalresource",
                    "digitalresourcecollection",
                    "mediaobject",
                    "videoobject",
                    "audioobject",
                    "forum",
                    "thread",
                    "chapter",
                    "epubvolume",
                    "epubchapter",
                    "attempt",
                    "reading",
                    "frame",
                    "link",
                    "ltilink");

    /** Events that are about work also where only the address of their object is said. */
    private static final Set<String> OF_WORK =
            Set.of("assignableevent", "assessmentevent", "viewevent", "readingevent", "mediaevent");

    @Override
    public String source() {
        return "caliper";
    }

    @Override
    public String format(ExportFile file) {
        String head = file.head();
        return file.isJson() && head.contains("\"eventTime\"") && head.contains("\"action\"")
                ? "caliper"
                : "";
    }

    @Override
    @Nullable Did did(JsonNode event) {
        String type = lastPart(event.path("type").asString(event.path("@type").asString("")));
        String action = lastPart(event.path("action").asString(""));
        String object = type(event.path("object"));
        boolean assessed =
                type.startsWith("assessment")
                        || object.startsWith("assessment")
                        || isQuizAttempt(event);
        if (isInstructor(event)) {
            boolean makes =
                    action.equals("created")
                            || action.equals("published")
                            || action.equals("activated");
            if (makes && object.startsWith("assessment")) {
                return Did.GAVE_QUIZ;
            }
            return makes && object.equals("assignabledigitalresource") ? Did.SET_WORK : null;
        }
        if (action.equals("submitted") || action.equals("completed")) {
            return assessed
                    ? Did.QUIZ
                    : action.equals("submitted")
                            ? Did.HANDED_IN
                            : WORK.contains(object) ? Did.OPENED : null;
        }
        boolean work = WORK.contains(object) || object.isEmpty() && OF_WORK.contains(type);
        return OPENED.contains(action) && work ? Did.OPENED : null;
    }

    /** An attempt is of whatever it was made at. */
    private static boolean isQuizAttempt(JsonNode event) {
        return type(event.path("object").path("assignable")).startsWith("assessment")
                || type(event.path("generated").path("assignable")).startsWith("assessment");
    }

    private static boolean isInstructor(JsonNode event) {
        for (JsonNode role : event.path("membership").path("roles")) {
            String plain = lastPart(role.asString(""));
            if (plain.startsWith("instructor")
                    || plain.equals("teacher")
                    || plain.equals("teachingassistant")) {
                return true;
            }
        }
        return false;
    }

    private static String type(JsonNode entity) {
        return lastPart(entity.path("type").asString(entity.path("@type").asString("")));
    }

    @Override
    Who actor(JsonNode event) {
        JsonNode actor = event.path("actor");
        String id =
                actor.isString()
                        ? actor.asString("")
                        : actor.path("id").asString(actor.path("@id").asString(""));
        JsonNode canvas = actor.path("extensions").path("com.instructure.canvas");
        String sis = canvas.path("user_sis_id").asString("");
        String email = "";
        String login = canvas.path("user_login").asString("");
        for (JsonNode other : actor.path("otherIdentifiers")) {
            String kind = other.path("identifierType").asString("").toLowerCase(Locale.ROOT);
            String value = other.path("identifier").asString("");
            sis = kind.endsWith("sourcedid") ? sourced(kind, value) : sis;
            email = kind.contains("email") ? value : email;
            login = kind.endsWith("username") ? value : login;
        }
        if (email.isEmpty() && id.toLowerCase(Locale.ROOT).startsWith("mailto:")) {
            email = id.substring("mailto:".length());
        }
        return new Who(
                "actor",
                id,
                sis.isEmpty() ? lastPart(id) : sis,
                email,
                login,
                actor.path("name").asString(""));
    }

    @Override
    @Nullable Course course(JsonNode event) {
        JsonNode group = event.path("group");
        if (group.isMissingNode() || group.isNull()) {
            group = event.path("membership").path("organization");
        }
        if (group.isMissingNode() || group.isNull()) {
            return null;
        }
        String id =
                group.isString()
                        ? group.asString("")
                        : group.path("id").asString(group.path("@id").asString(""));
        String sourced = lastPart(id);
        for (JsonNode other : group.path("otherIdentifiers")) {
            String kind = other.path("identifierType").asString("").toLowerCase(Locale.ROOT);
            if (kind.endsWith("sourcedid")) {
                sourced = sourced(kind, other.path("identifier").asString(""));
            }
        }
        return new Course(
                "group",
                id,
                sourced,
                group.path("name").asString(""),
                group.path("courseNumber").asString(""));
    }

    /** The id of a roster; before that of LIS stands whose it is. */
    private static String sourced(String kind, String value) {
        return kind.startsWith("lis") ? value.replaceFirst("^[\\w.-]+\\.\\w+:", "") : value;
    }

    @Override
    String momentField() {
        return "eventTime";
    }

    @Override
    Set<Did> reported() {
        return EnumSet.of(Did.OPENED, Did.HANDED_IN, Did.QUIZ);
    }
}
