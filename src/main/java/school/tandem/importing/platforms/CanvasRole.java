package school.tandem.importing.platforms;

import tools.jackson.databind.JsonNode;

/** What somebody is in a course; the stronger later. */
enum CanvasRole {
    /** A teacher who looks at a course as a student would. */
    TEST,
    /** Observers, designers and assistants: nothing is asked of them. */
    OTHER,
    STUDENT,
    TEACHER;

    static CanvasRole of(JsonNode enrolment) {
        return switch (CanvasFields.first(enrolment, "type", "role")) {
            case "StudentEnrollment", "student", "" -> STUDENT;
            case "TeacherEnrollment", "teacher" -> TEACHER;
            case "StudentViewEnrollment", "student_view" -> TEST;
            default -> OTHER;
        };
    }

    static CanvasRole strongest(CanvasRole one, CanvasRole other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
