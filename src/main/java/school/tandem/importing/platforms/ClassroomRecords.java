package school.tandem.importing.platforms;

import static school.tandem.importing.platforms.ClassroomNames.text;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.Did;
import school.tandem.adoption.intake.WorkKind;
import school.tandem.importing.reading.JsonRecords;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.roster.intake.Reason;
import tools.jackson.databind.JsonNode;

/** Reads one file of what the interface of Google Classroom returns. */
final class ClassroomRecords implements JsonRecords.Taker {

    private static final Pattern MARKS =
            Pattern.compile(
                    "\"(?:courseWorkId|studentSubmissions|courseWork|courseState|enrollmentCode)\""
                            + "|\"workType\"\\s*:\\s*\"(?:ASSIGNMENT|SHORT_ANSWER_QUESTION|MULTIPLE_CHOICE_QUESTION)\"");

    /** What stands beside work: nothing follows from it. */
    private static final Pattern OTHERS =
            Pattern.compile(
                    "\"(?:announcements|topic|courseWorkMaterial|topicId|creatorUserId)\"\\s*:");

    private static final Pattern PEOPLE =
            Pattern.compile("\"(?:profile|userProfiles|emailAddress)\"\\s*:");
    private static final List<String> UNPUBLISHED = List.of("DRAFT", "DELETED");
    private static final List<String> NOT_RUNNING =
            List.of("ARCHIVED", "PROVISIONED", "DECLINED", "SUSPENDED");

    private final ExportFile file;
    private final Moments moments;
    private final ClassroomNames names;
    private final ExportRows rows;
    private final GoogleClassroom.Seen seen;

    ClassroomRecords(
            ExportFile file,
            ZoneId zone,
            ClassroomNames names,
            ExportRows rows,
            GoogleClassroom.Seen seen) {
        this.file = file;
        this.moments = new Moments(zone);
        this.names = names;
        this.rows = rows;
        this.seen = seen;
    }

    /** Whether a text begins as records of Google Classroom do. */
    static boolean areIn(String head) {
        return MARKS.matcher(head).find()
                || head.contains("\"courseId\"") && OTHERS.matcher(head).find()
                || PEOPLE.matcher(head).find() && head.contains("\"fullName\"");
    }

    @Override
    public void take(long number, String list, JsonNode record) {
        At at = file.at(number);
        try {
            switch (ClassroomKind.of(list, record, file.name())) {
                case COURSE -> course(at, record);
                case STUDENT -> rows.person(at, ClassroomNames.person(record), true);
                case TEACHER -> rows.person(at, ClassroomNames.person(record), false);
                case WORK -> work(at, record);
                case SUBMISSION -> submission(at, record);
                case USAGE, OTHER -> rows.nothing(at);
            }
        } catch (Unreadable bad) {
            rows.held(at, bad.column(), bad.value(), bad.reason());
        }
        ClassroomKind.takeInner(number, record, this);
    }

    @Override
    public void hold(long number, String text) {
        rows.held(file.at(number), "", text, Reason.NOT_JSON);
    }

    /** Courses that don't run yet or any more have work all the same. */
    private void course(At at, JsonNode record) {
        needed(record, "id");
        if (NOT_RUNNING.contains(text(record, "courseState"))) {
            rows.nothing(at);
        } else {
            rows.course(at, ClassroomNames.course(record));
        }
    }

    private void work(At at, JsonNode record) {
        String id = workId(record, "id");
        if (UNPUBLISHED.contains(text(record, "state"))) {
            rows.nothing(at);
            return;
        }
        String published =
                text(record, "scheduledTime").isEmpty() ? "creationTime" : "scheduledTime";
        Work work =
                new Work(
                        at,
                        id,
                        text(record, "title").isEmpty() ? id : text(record, "title"),
                        names.course(text(record, "courseId")),
                        hasForm(record.path("materials")) ? WorkKind.QUIZ : null,
                        true,
                        day(record, published),
                        isOfSome(record)
                                ? null
                                : due(record.path("dueDate"), record.path("dueTime")),
                        true);
        seen.work();
        rows.work(work);
    }

    /** Whoever was not given it owes nothing, and nothing says who that is: so nobody owes it. */
    private static boolean isOfSome(JsonNode record) {
        return text(record, "assigneeMode").equals("INDIVIDUAL_STUDENTS");
    }

    /** Quizzes of Google Classroom are forms. */
    private static boolean hasForm(JsonNode materials) {
        for (JsonNode material : materials) {
            if (material.has("form")) {
                return true;
            }
        }
        return false;
    }

    private void submission(At at, JsonNode record) {
        String work = workId(record, "courseWorkId");
        String userId = needed(record, "userId");
        ClassroomHistory history = ClassroomHistory.of(record, userId, moments);
        seen.work();
        Who who = names.who(userId);
        rows.handedIn(
                new HandedIn(
                        at,
                        who,
                        "courseWorkId",
                        work,
                        null,
                        history.what(),
                        history.handedInOn(),
                        history.late()));
        LocalDate opened = history.openedOn();
        if (opened != null) {
            seen.opening();
            Course course = names.course(text(record, "courseId"));
            rows.activity(new Activity(at, who, Did.OPENED, opened, course, false));
        }
    }

    /** Ids of work are unique within their course. */
    private static String workId(JsonNode record, String field) {
        return needed(record, "courseId") + "/" + needed(record, field);
    }

    private static String needed(JsonNode record, String field) {
        String value = text(record, field);
        if (value.isEmpty()) {
            throw new Unreadable(field, record.path(field).toString(), Reason.BLANK);
        }
        return value;
    }

    private @Nullable LocalDate day(JsonNode record, String field) {
        String value = text(record, field);
        return value.isEmpty() ? null : moments.day(field, value);
    }

    /** Both are UTC, and what is 0 is left out. */
    private @Nullable LocalDate due(JsonNode date, JsonNode time) {
        if (!date.isObject() || date.path("year").asInt(0) == 0) {
            return null;
        }
        String day =
                "%04d-%02d-%02d"
                        .formatted(
                                date.path("year").asInt(0),
                                date.path("month").asInt(0),
                                date.path("day").asInt(0));
        return moments.day(
                "dueDate",
                time.isObject()
                        ? "%s %02d:%02d"
                                .formatted(
                                        day,
                                        time.path("hours").asInt(0),
                                        time.path("minutes").asInt(0))
                        : day);
    }
}
