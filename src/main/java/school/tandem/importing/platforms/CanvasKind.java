package school.tandem.importing.platforms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Canvas exports: its gradebook, and the objects that its interface returns. */
enum CanvasKind {
    GRADEBOOK("canvas-gradebook"),
    /** Shares by assignment and day, without anybody's name. */
    SUMMARY("canvas-summary"),
    SUBMISSION("canvas-submissions"),
    ENROLMENT("canvas-enrollments"),
    ASSIGNMENT("canvas-assignments"),
    COURSE("canvas-courses"),
    SECTION("canvas-sections"),
    USER("canvas-users"),
    /**
     * Quizzes, modules, discussions and pages, of which what is handed in is an assignment, too;
     * terms, accounts and groups.
     */
    OTHER("canvas-others");

    private static final List<String> OF_OTHERS =
            List.of(
                    "quiz_type",
                    "items_url",
                    "discussion_type",
                    "editing_roles",
                    "group_weight",
                    "enrollment_terms",
                    "parent_account_id",
                    "join_level",
                    "quiz_submissions");

    private final String format;

    CanvasKind(String format) {
        this.format = format;
    }

    /** What files of it are called. */
    String format() {
        return format;
    }

    /** The kind of a file by what it is called; null: none. */
    static @Nullable CanvasKind called(String format) {
        for (CanvasKind kind : values()) {
            if (kind.format.equals(format)) {
                return kind;
            }
        }
        return null;
    }

    /** What an object is, by the fields that only its kind has; null: they do not tell. */
    static @Nullable CanvasKind of(JsonNode record) {
        if (OF_OTHERS.stream().anyMatch(record::has)) {
            return OTHER;
        }
        if (record.has("course_section_id")
                || CanvasFields.text(record, "type").endsWith("Enrollment")) {
            return ENROLMENT;
        }
        if (record.has("submission_types") || record.has("assignment_group_id")) {
            return ASSIGNMENT;
        }
        if (isSubmission(record)) {
            return SUBMISSION;
        }
        if (record.has("course_id") && record.has("name")) {
            return SECTION;
        }
        if (record.has("course_code")
                || record.has("enrollment_term_id")
                || record.has("access_restricted_by_date")) {
            return COURSE;
        }
        return record.has("sortable_name") || record.has("login_id") ? USER : null;
    }

    private static boolean isSubmission(JsonNode record) {
        boolean whose = record.has("user_id") || record.has("anonymous_id");
        boolean what = record.has("workflow_state") || record.has("submitted_at");
        return record.has("assignment_id") ? whose || what : whose && what;
    }

    /** What a file of objects seems to hold, by its first ones; null: nothing of Canvas. */
    static @Nullable CanvasKind ofHead(String head) {
        if (has(head, "actor") || has(head, "@context")) {
            return null;
        }
        if (has(head, "assignment_id")
                && (has(head, "submitted_at") || has(head, "user_id"))
                && (has(head, "submitted_at") || has(head, "workflow_state"))) {
            return SUBMISSION;
        }
        if (has(head, "submission_types") && has(head, "course_id")) {
            return ASSIGNMENT;
        }
        if (has(head, "sortable_name") && has(head, "enrollments")) {
            return USER;
        }
        if (has(head, "course_section_id") && has(head, "user_id")) {
            return ENROLMENT;
        }
        if (has(head, "course_code")) {
            return COURSE;
        }
        if (has(head, "course_id")
                && (has(head, "nonxlist_course_id") || has(head, "sis_section_id"))) {
            return SECTION;
        }
        if (has(head, "sortable_name") && has(head, "short_name")) {
            return USER;
        }
        return OF_OTHERS.stream().anyMatch(field -> has(head, field)) ? OTHER : null;
    }

    private static boolean has(String head, String field) {
        return head.contains('"' + field + '"');
    }
}
