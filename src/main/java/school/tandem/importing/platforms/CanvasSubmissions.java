package school.tandem.importing.platforms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.HandIn;
import school.tandem.adoption.intake.WorkKind;
import school.tandem.importing.platforms.CanvasDirectory.AssignmentSaid;
import school.tandem.importing.reading.ListCells;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.roster.intake.Reason;
import tools.jackson.databind.JsonNode;

/**
 * Submissions. The day is that of the first attempt that is told. Canvas makes a submission for
 * everybody who was given work: one without a moment was not handed in, or not in Canvas.
 */
final class CanvasSubmissions {

    private static final String WORK = "assignment_id";
    private static final String STATE = "workflow_state";

    private final CanvasDirectory directory;
    private final ListCells cells;
    private final ExportRows rows;

    CanvasSubmissions(CanvasDirectory directory, ListCells cells, ExportRows rows) {
        this.directory = directory;
        this.cells = cells;
        this.rows = rows;
    }

    /**
     * Tells one.
     *
     * @param group the student with all of whose submissions it stands; missing: it stands alone
     * @throws Unreadable where it can't be read; then nothing is told of it
     */
    void tell(At at, JsonNode record, JsonNode group) {
        String user = CanvasFields.text(record, "user_id");
        if (user.isEmpty()) {
            user = CanvasFields.text(group, "user_id");
        }
        Who who = directory.who("user_id", user, record.path("user"), group);
        LocalDate on = firstDay(record);
        if (isNobodys(record, who)) {
            rows.nothing(at);
            return;
        }
        String id = CanvasFields.first(record, WORK);
        if (id.isEmpty()) {
            throw new Unreadable(WORK, "", Reason.BLANK);
        }
        JsonNode embedded = record.path("assignment");
        AssignmentSaid known = directory.assignment(id);
        String courseId = CanvasFields.courseId(record);
        if (courseId.isEmpty()) {
            courseId = known == null ? CanvasFields.courseId(embedded) : known.courseId();
        }
        String section = CanvasFields.text(group, "section_id");
        boolean online = known == null ? CanvasWork.online(embedded) : known.online();
        boolean notGiven = on == null && !record.path("assignment_visible").asBoolean(true);
        HandIn what =
                notGiven
                        ? HandIn.EXEMPT
                        : on == null ? withoutDay(record, online) : HandIn.HANDED_IN;
        JsonNode said = record.path("course");
        if (courseId.isEmpty()) {
            courseId = CanvasFields.text(said, "id");
        }
        Course course =
                courseId.isEmpty() && section.isEmpty()
                        ? null
                        : directory.course("course_id", courseId, section, user, said);
        tellWork(at, id, record, known, course);
        rows.handedIn(new HandedIn(at, who, WORK, id, course, what, on, late(record)));
    }

    /** It is said of the last attempt, while the first one counts: only where there is but one. */
    private static @Nullable Boolean late(JsonNode record) {
        return record.path("attempt").asInt(0) == 1 && record.path("late").isBoolean()
                ? record.path("late").booleanValue()
                : null;
    }

    /** Taken away, or of a student who is none. */
    private boolean isNobodys(JsonNode record, Who who) {
        return CanvasFields.text(record, STATE).equals("deleted")
                || CanvasTestStudent.is(who)
                || who.own() != null && directory.role(who.own()) == CanvasRole.TEST;
    }

    private @Nullable LocalDate firstDay(JsonNode record) {
        LocalDate first = CanvasFields.day(cells, record, "submitted_at");
        for (JsonNode attempt : record.path("submission_history")) {
            LocalDate day = CanvasFields.day(cells, attempt, "submitted_at");
            if (first == null || day != null && day.isBefore(first)) {
                first = day;
            }
        }
        return first;
    }

    private static HandIn withoutDay(JsonNode record, boolean online) {
        if (CanvasFields.yes(record, "excused")) {
            return HandIn.EXEMPT;
        }
        String state = CanvasFields.text(record, STATE);
        if (state.isEmpty() && !record.has("submitted_at")) {
            throw new Unreadable(STATE, "", Reason.BLANK);
        }
        HandIn what =
                switch (state) {
                    case "submitted", "pending_review" -> HandIn.HANDED_IN;
                    case "graded", "complete" -> graded(record);
                    case "unsubmitted", "untaken", "" -> HandIn.NOT_HANDED_IN;
                    default -> throw new Unreadable(STATE, state, Reason.UNKNOWN_WORD);
                };
        return online ? what : HandIn.UNKNOWN;
    }

    /** A grade alone may be of work on paper, or the zero of a policy. */
    private static HandIn graded(JsonNode record) {
        if (record.path("attempt").asInt(0) > 0) {
            return HandIn.HANDED_IN;
        }
        boolean missing =
                CanvasFields.yes(record, "missing")
                        || CanvasFields.text(record, "late_policy_status").equals("missing");
        return missing ? HandIn.NOT_HANDED_IN : HandIn.UNKNOWN;
    }

    /** Work that no list tells. */
    private void tellWork(
            At at,
            String id,
            JsonNode record,
            @Nullable AssignmentSaid listed,
            @Nullable Course course) {
        JsonNode embedded = record.path("assignment");
        if (listed != null || course == null) {
            return;
        }
        if (embedded.isObject()) {
            rows.work(CanvasWork.of(at, id, embedded, ofAll(course, record), cells, false));
            return;
        }
        boolean quiz = CanvasFields.text(record, "submission_type").equals("online_quiz");
        LocalDate due = CanvasFields.day(cells, record, "cached_due_date");
        rows.work(
                new Work(at, id, id, course, quiz ? WorkKind.QUIZ : null, true, null, due, false));
    }

    /** Work is of the whole course, whoever's section is spoken of. */
    private Course ofAll(Course course, JsonNode record) {
        String id = CanvasFields.courseId(record.path("assignment"));
        return id.isEmpty()
                ? course
                : directory.course("course_id", id, "", "", record.path("course"));
    }
}
