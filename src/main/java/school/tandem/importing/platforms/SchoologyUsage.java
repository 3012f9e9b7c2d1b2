package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.Did;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.intake.Reason;

/**
 * The export of Schoology's usage analytics: who did what with which material, with the last moment
 * of it on a day. Its moments are UTC, though they don't say so.
 *
 * <p>A student who reads material of a course, comments on it or takes part in its discussions
 * opened work; submits an assignment, handed in; submits an assessment, took a quiz. Somebody of
 * the staff who creates an assignment set work, an assessment gave a quiz; who enters attendance
 * took it. Administrators, parents and the like do nothing of it, and to sign in is none of it; nor
 * is what goes on in groups.
 */
final class SchoologyUsage {

    private static final List<String> QUIZZES =
            List.of("ASSESSMENT", "MANAGED_ASSESSMENT", "COMMON_ASSESSMENT", "TEST", "QUIZ");
    private static final List<String> MATERIAL =
            List.of(
                    "ASSIGNMENT",
                    "DISCUSSION",
                    "PAGE",
                    "DOCUMENT",
                    "FILE",
                    "LINK",
                    "SCORM",
                    "PACKAGE",
                    "ALBUM",
                    "TOOL",
                    "COMPLETION",
                    "CONTENT",
                    "LESSON",
                    "VIDEO",
                    "AUDIO",
                    "IMAGE",
                    "MEDIA");
    private static final List<String> OPENS =
            List.of("READ", "VIEW", "OPEN", "ACCESS", "DOWNLOAD", "COMMENT");
    private static final List<String> SETS = List.of("CREATE", "PUBLISH", "ASSIGN", "ADD");
    private static final List<String> ENTERS = List.of("CREATE", "UPDATE", "SUBMIT", "ADD");
    private static final List<String> STUDENTS =
            List.of("student", "estudiante", "alumn", "learner");
    private static final List<String> NEITHER =
            List.of(
                    "admin",
                    "parent",
                    "guardian",
                    "padre",
                    "tutor legal",
                    "observer",
                    "advisor",
                    "guest");

    private final ExportFile file;
    private final ZoneId zone;
    private final Set<Did> reports;

    /**
     * @param reports gets to know what the export reports
     */
    SchoologyUsage(ExportFile file, ZoneId zone, Set<Did> reports) {
        this.file = file;
        this.zone = zone;
        this.reports = reports;
    }

    static boolean isOne(Columns columns) {
        return columns.has("action_type")
                && columns.has("item_type")
                && columns.has("role_name")
                && columns.has("schoology_user_id", "unique_user_id", "username", "email");
    }

    void read(ExportRows rows) {
        reports.addAll(Set.of(Did.OPENED, Did.HANDED_IN, Did.QUIZ, Did.SET_WORK, Did.GAVE_QUIZ));
        TableFile table = file.table();
        Columns columns = new Columns(table.headers());
        Moments moments = new Moments(zone, table);
        table.read(row -> {
            At at = file.at(row.line());
            try {
                row(at, row, columns, moments, rows);
            } catch (Unreadable bad) {
                rows.held(at, bad.column(), bad.value(), bad.reason());
            }
        });
    }

    private void row(At at, TableRow row, Columns columns, Moments moments, ExportRows rows) {
        Columns.Cell action = columns.cell(row, "action_type");
        Columns.Cell item = columns.cell(row, "item_type");
        Columns.Cell role = columns.cell(row, "role_name");
        for (Columns.Cell needed : List.of(action, item, role)) {
            if (needed.isBlank()) {
                throw needed.unknown();
            }
        }
        Did did = did(role.value(), upper(action.value()), upper(item.value()));
        if (did == null || !isInCourse(row, columns)) {
            rows.nothing(at);
            return;
        }
        Columns.Cell when =
                columns.cell(row, "last_event_timestamp", "event_timestamp", "date", "timestamp");
        LocalDate day = when.dayBy(moments);
        if (day == null) {
            throw new Unreadable(when.column(), "", Reason.BLANK);
        }
        if (did == Did.TOOK_ATTENDANCE) {
            reports.add(did);
        }
        rows.activity(new Activity(at, who(row, columns), did, day, course(row, columns)));
    }

    /** What somebody in a role did; null: nothing that counts. */
    private static @Nullable Did did(String role, String action, String item) {
        String plain = role.toLowerCase(Locale.ROOT);
        if (STUDENTS.stream().anyMatch(plain::contains)) {
            return ofStudent(action, item);
        }
        return NEITHER.stream().anyMatch(plain::contains) ? null : ofStaff(action, item);
    }

    private static @Nullable Did ofStudent(String action, String item) {
        boolean quiz = isOneOf(QUIZZES, item);
        if (action.equals("SUBMIT")) {
            if (quiz) {
                return Did.QUIZ;
            }
            if (item.equals("ASSIGNMENT")) {
                return Did.HANDED_IN;
            }
        }
        boolean opens = OPENS.contains(action) || action.equals("SUBMIT");
        return opens && (quiz || isOneOf(MATERIAL, item)) ? Did.OPENED : null;
    }

    private static @Nullable Did ofStaff(String action, String item) {
        if (item.contains("ATTENDANCE")) {
            return ENTERS.contains(action) ? Did.TOOK_ATTENDANCE : null;
        }
        if (!SETS.contains(action)) {
            return null;
        }
        if (isOneOf(QUIZZES, item)) {
            return Did.GAVE_QUIZ;
        }
        return item.equals("ASSIGNMENT") ? Did.SET_WORK : null;
    }

    /** Whether one of the words of a type is among these, as in {@code TEST_QUIZ}. */
    private static boolean isOneOf(List<String> types, String item) {
        return types.contains(item) || List.of(item.split("_")).stream().anyMatch(types::contains);
    }

    private static String upper(String word) {
        return word.strip().toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    private static Who who(TableRow row, Columns columns) {
        Columns.Cell id =
                columns.cell(row, "unique_user_id", "schoology_user_id", "email", "username");
        return new Who(
                id.column(),
                columns.text(row, "schoology_user_id"),
                columns.text(row, "unique_user_id"),
                columns.text(row, "email"),
                columns.text(row, "username"),
                columns.text(row, "first_name") + " " + columns.text(row, "last_name"));
    }

    /** Not in a group, nor in a person's own space. */
    private static boolean isInCourse(TableRow row, Columns columns) {
        String parent = upper(columns.text(row, "item_parent_type"));
        return parent.isEmpty()
                ? !columns.has("course_name", "section_name") || course(row, columns) != null
                : parent.contains("COURSE") || parent.contains("SECTION");
    }

    /** Null: the export does not say. */
    private static @Nullable Course course(TableRow row, Columns columns) {
        String title = columns.text(row, "course_name");
        Course course =
                new Course(
                        title.isEmpty()
                                ? columns.cell(row, "section_name").column()
                                : "course_name",
                        columns.text(row, "section_id", "section_nid"),
                        columns.text(row, "section_school_code", "section_code", "course_code"),
                        title,
                        columns.text(row, "section_name"));
        return course.shown().isEmpty() ? null : course;
    }
}
