package school.tandem.importing.platforms;

import school.tandem.importing.reading.ListCells;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.roster.intake.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Lists of assignments, courses, sections, enrolments and users. */
final class CanvasLists {

    private static final JsonNode NONE = MissingNode.getInstance();

    private final CanvasDirectory directory;
    private final ListCells cells;
    private final ExportRows rows;

    CanvasLists(CanvasDirectory directory, ListCells cells, ExportRows rows) {
        this.directory = directory;
        this.cells = cells;
        this.rows = rows;
    }

    /** Its work, unless students can't see it yet. */
    void assignment(At at, JsonNode record) {
        String id = id(record);
        if (!CanvasWork.isGiven(record)) {
            rows.nothing(at);
            return;
        }
        Course course = directory.course("course_id", CanvasFields.courseId(record), "", "", NONE);
        rows.work(CanvasWork.of(at, id, record, course, cells, true));
    }

    /** The class that it is, unless its sections are. */
    void course(At at, JsonNode record) {
        String id = id(record);
        String state = CanvasFields.text(record, "workflow_state");
        boolean closed =
                state.equals("unpublished")
                        || state.equals("deleted")
                        || CanvasFields.yes(record, "access_restricted_by_date");
        if (closed || directory.hasSections(id)) {
            rows.nothing(at);
        } else {
            rows.course(at, directory.course("id", id, "", "", record));
        }
    }

    void section(At at, JsonNode record) {
        String course = CanvasFields.text(record, "course_id");
        rows.course(at, directory.course("id", course, id(record), "", NONE));
    }

    /** Whom it enrols, where it says more of them than a number. */
    void enrolment(At at, JsonNode record) {
        String user = CanvasFields.text(record, "user_id");
        if (user.isEmpty()) {
            throw new Unreadable("user_id", "", Reason.BLANK);
        }
        String state = CanvasFields.text(record, "enrollment_state");
        boolean over = state.equals("deleted") || state.equals("rejected");
        Who who = directory.who("user_id", user, record, record.path("user"));
        if (over || who.words().isEmpty() && who.name() == null) {
            rows.nothing(at);
        } else {
            person(at, who, CanvasRole.of(record));
        }
    }

    void user(At at, JsonNode record) {
        String id = id(record);
        person(at, directory.who("id", id, record), directory.role(id));
    }

    private void person(At at, Who who, CanvasRole role) {
        if (role == CanvasRole.STUDENT && !CanvasTestStudent.is(who)
                || role == CanvasRole.TEACHER) {
            rows.person(at, who, role == CanvasRole.STUDENT);
        } else {
            rows.nothing(at);
        }
    }

    private static String id(JsonNode record) {
        String id = CanvasFields.text(record, "id");
        if (id.isEmpty()) {
            throw new Unreadable("id", "", Reason.BLANK);
        }
        return id;
    }
}
