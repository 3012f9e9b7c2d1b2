package school.tandem.importing.platforms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.reading.JsonRecords;
import tools.jackson.databind.JsonNode;

/** What the lists of a delivery of Google Classroom say of the ids in its other records. */
final class ClassroomNames {

    private final Map<String, Who> people = new HashMap<>();
    private final Map<String, Course> courses = new HashMap<>();

    private ClassroomNames() {}

    /** Reads the lists of courses and people; the others wait. */
    static ClassroomNames of(List<ExportFile> files) {
        ClassroomNames names = new ClassroomNames();
        for (ExportFile file : files) {
            if (file.isJson()) {
                file.json().read(names.new Lists(file.name()));
            }
        }
        return names;
    }

    Who who(String userId) {
        Who known = people.get(userId);
        return known == null ? Who.own("userId", userId) : known;
    }

    Course course(String courseId) {
        Course known = courses.get(courseId);
        return known == null ? new Course("courseId", courseId, null, null, null) : known;
    }

    /** A course as its own record has it. */
    static Course course(JsonNode record) {
        return new Course(
                "name",
                text(record, "id"),
                alias(record.path("aliases")),
                text(record, "name"),
                text(record, "section"));
    }

    /** Schools give their own id of a course as an alias: {@code d:} for the domain's. */
    private static @Nullable String alias(JsonNode aliases) {
        if (!aliases.isArray() || aliases.isEmpty()) {
            return null;
        }
        JsonNode first = aliases.get(0);
        String alias = first.isObject() ? text(first, "alias") : first.asString("");
        return alias.replaceFirst("^[dp]:", "");
    }

    /** Somebody in a list of students, of teachers or of profiles. */
    static Who person(JsonNode record) {
        JsonNode profile = record.path("profile").isObject() ? record.path("profile") : record;
        JsonNode name = profile.path("name");
        String whole = text(name, "fullName");
        return new Who(
                "profile",
                text(record, "userId").isBlank() ? text(profile, "id") : text(record, "userId"),
                null,
                text(profile, "emailAddress"),
                null,
                whole.isBlank() ? text(name, "givenName") + " " + text(name, "familyName") : whole);
    }

    static String text(JsonNode record, String field) {
        return record.path(field).asString("").strip();
    }

    private final class Lists implements JsonRecords.Taker {
        private final String fileName;

        Lists(String fileName) {
            this.fileName = fileName;
        }

        @Override
        public void take(long number, String list, JsonNode record) {
            switch (ClassroomKind.of(list, record, fileName)) {
                case COURSE -> courses.putIfAbsent(text(record, "id"), course(record));
                case STUDENT, TEACHER -> {
                    Who who = person(record);
                    if (who.own() != null) {
                        people.putIfAbsent(who.own(), who);
                    }
                }
                default -> {
                    // says nobody's name
                }
            }
            ClassroomKind.takeInner(number, record, this);
        }

        @Override
        public void hold(long number, String text) {
            // is held where it is read for what it says
        }
    }
}
