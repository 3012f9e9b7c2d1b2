package school.tandem.importing.platforms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the lists of a delivery say of courses, sections, people and assignments: submissions name
 * them by Canvas's own ids alone.
 */
final class CanvasDirectory implements CanvasRecords.Taker {

    private record CourseSaid(String sis, String title) {}

    private record Section(String id, String courseId, String sis, String name) {}

    /** What an assignment is like; its own record says the rest. */
    record AssignmentSaid(String courseId, boolean online) {}

    private final Map<String, CourseSaid> courses = new HashMap<>();
    private final Map<String, Section> sections = new HashMap<>();
    private final Map<String, List<Section>> sectionsOf = new HashMap<>();
    private final Map<String, Map<String, String>> enrolled = new HashMap<>();
    private final Map<String, CanvasRole> roles = new HashMap<>();
    private final Map<String, JsonNode> people = new HashMap<>();
    private final Map<String, AssignmentSaid> assignments = new HashMap<>();
    private boolean submissions;

    /** Reads all files of objects. */
    CanvasDirectory(List<ExportFile> files) {
        for (ExportFile file : files) {
            file.json().read(new CanvasRecords(file, CanvasKind.ofHead(file.head()), this));
        }
    }

    @Override
    public void take(At at, CanvasKind kind, JsonNode record, JsonNode group) {
        switch (kind) {
            case SUBMISSION -> submissions = true;
            case ASSIGNMENT -> assignment(record);
            case COURSE -> course(record);
            case SECTION -> section(record);
            case ENROLMENT -> enrolment(record);
            case USER -> user(record);
            default -> {
                // no object of the interface
            }
        }
    }

    private void assignment(JsonNode record) {
        if (CanvasWork.isGiven(record)) {
            assignments.putIfAbsent(
                    CanvasFields.text(record, "id"),
                    new AssignmentSaid(CanvasFields.courseId(record), CanvasWork.online(record)));
        }
    }

    private void course(JsonNode record) {
        String id = CanvasFields.text(record, "id");
        courses.putIfAbsent(
                id,
                new CourseSaid(
                        CanvasFields.first(record, "sis_course_id", "course_code"),
                        CanvasFields.text(record, "name")));
        for (JsonNode section : record.path("sections")) {
            put(
                    new Section(
                            CanvasFields.text(section, "id"),
                            id,
                            CanvasFields.text(section, "sis_section_id"),
                            CanvasFields.text(section, "name")));
        }
    }

    private void section(JsonNode record) {
        String id = CanvasFields.text(record, "id");
        String course = CanvasFields.text(record, "course_id");
        put(
                new Section(
                        id,
                        course,
                        CanvasFields.text(record, "sis_section_id"),
                        CanvasFields.text(record, "name")));
        for (JsonNode student : record.path("students")) {
            String user = CanvasFields.text(student, "id");
            enrol(user, course, id);
            roles.putIfAbsent(user, CanvasRole.STUDENT);
            people.putIfAbsent(user, student);
        }
    }

    /** What several lists say of a section adds up: its name in one, its id in another. */
    private void put(Section section) {
        Section known = sections.get(section.id());
        Section whole =
                known == null
                        ? section
                        : new Section(
                                known.id(),
                                known.courseId(),
                                known.sis().isEmpty() ? section.sis() : known.sis(),
                                known.name().isEmpty() ? section.name() : known.name());
        if (whole.equals(known)) {
            return;
        }
        sections.put(whole.id(), whole);
        List<Section> all =
                sectionsOf.computeIfAbsent(whole.courseId(), course -> new ArrayList<>());
        all.removeIf(one -> one.id().equals(whole.id()));
        all.add(whole);
    }

    private void enrolment(JsonNode record) {
        String user = CanvasFields.text(record, "user_id");
        String course = CanvasFields.text(record, "course_id");
        String section = CanvasFields.text(record, "course_section_id");
        String sis = CanvasFields.text(record, "sis_section_id");
        roles.merge(user, CanvasRole.of(record), CanvasRole::strongest);
        if (!sis.isEmpty()) {
            put(new Section(section, course, sis, ""));
        }
        enrol(user, course, section);
        if (record.path("user").isObject()) {
            people.putIfAbsent(user, record.path("user"));
        }
    }

    private void enrol(String user, String course, String section) {
        enrolled.computeIfAbsent(user, who -> new HashMap<>()).putIfAbsent(course, section);
    }

    private void user(JsonNode record) {
        String id = CanvasFields.text(record, "id");
        people.put(id, record);
        for (JsonNode enrolment : record.path("enrollments")) {
            roles.merge(id, CanvasRole.of(enrolment), CanvasRole::strongest);
            enrol(
                    id,
                    CanvasFields.text(enrolment, "course_id"),
                    CanvasFields.text(enrolment, "course_section_id"));
        }
    }

    @Override
    public void nothing(At at) {
        // says nothing
    }

    @Override
    public void hold(At at, String text) {
        // its reader says so
    }

    /** Whether any of the objects is a submission. */
    boolean hasSubmissions() {
        return submissions;
    }

    boolean hasAssignments() {
        return !assignments.isEmpty();
    }

    /** What somebody is; a student where nothing says otherwise. */
    CanvasRole role(String user) {
        return roles.getOrDefault(user, CanvasRole.STUDENT);
    }

    @Nullable AssignmentSaid assignment(String id) {
        return assignments.get(id);
    }

    /** Somebody, by all that is known of them here. */
    Who who(String column, String id, JsonNode... said) {
        Who who = Who.own(column, id);
        for (JsonNode each : said) {
            who = with(who, each);
        }
        JsonNode listed = people.get(id);
        return listed == null ? who : with(who, listed);
    }

    private static Who with(Who who, JsonNode said) {
        return new Who(
                who.column(),
                who.own(),
                or(who.id(), CanvasFields.first(said, "sis_user_id", "integration_id")),
                or(who.email(), CanvasFields.text(said, "email")),
                or(who.login(), CanvasFields.text(said, "login_id")),
                or(who.name(), CanvasFields.first(said, "name", "sortable_name")));
    }

    private static String or(@Nullable String known, String said) {
        return known == null ? said : known;
    }

    /** Whether a course's sections are told one by one. */
    boolean hasSections(String course) {
        return !sectionsOf.getOrDefault(course, List.of()).isEmpty();
    }

    /**
     * A course, or the section of it that somebody is in.
     *
     * @param course its id; empty: the section says
     * @param section its id; empty: whoever is meant says, or the course has only one
     * @param user who is spoken of; empty: nobody
     * @param said the course as the record itself has it
     */
    Course course(String column, String course, String section, String user, JsonNode said) {
        Section found = find(course, section, user);
        String courseId = course.isEmpty() && found != null ? found.courseId() : course;
        CourseSaid known = courses.getOrDefault(courseId, new CourseSaid("", ""));
        String title = or(Who.given(known.title()), CanvasFields.text(said, "name"));
        String sis =
                or(
                        Who.given(known.sis()),
                        CanvasFields.first(said, "sis_course_id", "course_code"));
        if (found == null) {
            String own = courseId.isEmpty() && !section.isEmpty() ? own(section) : courseId;
            return new Course(column, own, sis, title, null);
        }
        return new Course(
                column, own(found.id()), or(Who.given(found.sis()), sis), title, found.name());
    }

    private @Nullable Section find(String course, String section, String user) {
        if (!section.isEmpty()) {
            return sections.get(section);
        }
        String theirs = enrolled.getOrDefault(user, Map.of()).get(course);
        if (theirs != null && sections.containsKey(theirs)) {
            return sections.get(theirs);
        }
        List<Section> all = sectionsOf.getOrDefault(course, List.of());
        return all.size() == 1 ? all.getFirst() : null;
    }

    /** Sections and courses are counted apart. */
    private static String own(String section) {
        return "section " + section;
    }
}
