package school.tandem.importing.platforms;

import java.util.List;
import java.util.Locale;
import school.tandem.importing.reading.JsonRecords;
import tools.jackson.databind.JsonNode;

/** What a record of Google Classroom is: the list says so that it stands in, else its fields. */
enum ClassroomKind {
    COURSE,
    STUDENT,
    TEACHER,
    WORK,
    SUBMISSION,
    USAGE,
    /** Announcements, materials, topics and the like. */
    OTHER;

    /** The lists that scripts put into a course or a piece of work. */
    private static final List<String> INNER =
            List.of(
                    "students",
                    "teachers",
                    "courseWork",
                    "coursework",
                    "studentSubmissions",
                    "submissions");

    /** Takes what stands within a record as if it stood beside it. */
    static void takeInner(long number, JsonNode record, JsonRecords.Taker taker) {
        for (String list : INNER) {
            for (JsonNode inner : record.path(list)) {
                if (inner.isObject()) {
                    taker.take(number, list, inner);
                } else {
                    taker.hold(number, inner.toString());
                }
            }
        }
    }

    static ClassroomKind of(String list, JsonNode record, String fileName) {
        return switch (list) {
            case "courses" -> COURSE;
            case "students" -> STUDENT;
            case "teachers" -> TEACHER;
            case "courseWork", "coursework" -> WORK;
            case "studentSubmissions" -> SUBMISSION;
            case "usageReports" -> USAGE;
            default -> byFields(record, fileName);
        };
    }

    private static ClassroomKind byFields(JsonNode record, String fileName) {
        if (record.has("courseWorkId") && record.has("userId")) {
            return SUBMISSION;
        }
        if (record.has("workType") && record.has("courseId")) {
            return WORK;
        }
        if (record.has("courseState")) {
            return COURSE;
        }
        if (record.has("entity") && record.has("parameters")) {
            return USAGE;
        }
        if (record.has("profile") && record.has("userId")
                || record.has("emailAddress") && record.path("name").isObject()) {
            return isTeacher(record, fileName) ? TEACHER : STUDENT;
        }
        return OTHER;
    }

    /** Somebody who may create courses teaches. */
    private static boolean isTeacher(JsonNode record, String fileName) {
        String profile = record.has("profile") ? record.path("profile").toString() : "";
        return fileName.toLowerCase(Locale.ROOT).contains("teacher")
                || profile.contains("\"CREATE_COURSE\"")
                || record.path("permissions").toString().contains("\"CREATE_COURSE\"")
                || record.path("verifiedTeacher").asBoolean(false);
    }
}
