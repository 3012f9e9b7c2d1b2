package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.Did;
import school.tandem.adoption.intake.HandIn;
import school.tandem.importing.reading.JsonRecords;
import school.tandem.importing.reading.ListCells;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.roster.intake.Reason;
import tools.jackson.databind.JsonNode;

/** Canvas: submissions as its interface returns them. */
final class Canvas implements Platform {

    private static final String SUBMISSIONS = "canvas-submissions";

    @Override
    public String source() {
        return "canvas";
    }

    @Override
    public String format(ExportFile file) {
        String head = file.head();
        return file.isJson()
                        && head.contains("\"assignment_id\"")
                        && head.contains("\"workflow_state\"")
                ? SUBMISSIONS
                : "";
    }

    @Override
    public PlatformReader open(List<ExportFile> files, ZoneId zone) {
        return new Reader(files, new ListCells(zone));
    }

    private record Reader(List<ExportFile> files, ListCells cells) implements PlatformReader {

        @Override
        public void read(ExportRows rows) {
            files.forEach(file -> file.json().read(new Submissions(file, cells, rows)));
        }

        @Override
        public Set<Did> reports() {
            return EnumSet.of(Did.HANDED_IN, Did.SET_WORK);
        }
    }

    private record Submissions(ExportFile file, ListCells cells, ExportRows rows)
            implements JsonRecords.Taker {

        @Override
        public void take(long number, String list, JsonNode record) {
            At at = file.at(number);
            try {
                String work = record.path("assignment_id").asString("");
                if (work.isBlank()) {
                    throw new Unreadable("assignment_id", "", Reason.BLANK);
                }
                JsonNode assignment = record.path("assignment");
                if (assignment.isObject()) {
                    rows.work(
                            new Work(
                                    at,
                                    work,
                                    assignment.path("name").asString(work),
                                    course(record),
                                    null,
                                    true,
                                    day(assignment, "unlock_at"),
                                    day(assignment, "due_at"),
                                    false));
                }
                LocalDate on = day(record, "submitted_at");
                rows.handedIn(
                        new HandedIn(
                                at,
                                who(record),
                                "assignment_id",
                                work,
                                null,
                                on != null
                                        ? HandIn.HANDED_IN
                                        : record.path("excused").asBoolean(false)
                                                ? HandIn.EXEMPT
                                                : HandIn.NOT_HANDED_IN,
                                on));
            } catch (Unreadable bad) {
                rows.held(at, bad.column(), bad.value(), bad.reason());
            }
        }

        @Override
        public void hold(long number, String text) {
            rows.held(file.at(number), "", text, Reason.NOT_JSON);
        }

        private static Who who(JsonNode record) {
            JsonNode user = record.path("user");
            return new Who(
                    "user_id",
                    record.path("user_id").asString(""),
                    user.path("sis_user_id").asString(""),
                    user.path("email").asString(""),
                    user.path("login_id").asString(""),
                    user.path("name").asString(""));
        }

        private static Course course(JsonNode record) {
            JsonNode course = record.path("course");
            return new Course(
                    "course",
                    record.path("assignment").path("course_id").asString(""),
                    course.path("sis_course_id").asString(""),
                    course.path("name").asString(""),
                    null);
        }

        private @Nullable LocalDate day(JsonNode record, String field) {
            String value = record.path(field).asString("");
            return value.isBlank() ? null : cells.day(field, value);
        }
    }
}
