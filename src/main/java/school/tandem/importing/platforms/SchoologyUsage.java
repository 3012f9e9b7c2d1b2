package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
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

    static final String[] ACTION = {"action_type"};
    static final String[] ITEM = {"item_type"};
    static final String[] ROLE = {"role_name"};
    static final String[] WHEN = {"last_event_timestamp", "event_timestamp", "date", "timestamp"};
    static final String[] OWN = {"schoology_user_id"};
    static final String[] ID = {"unique_user_id"};
    static final String[] EMAIL = {"email"};
    static final String[] LOGIN = {"username"};
    static final String[] FIRST = {"first_name"};
    static final String[] LAST = {"last_name"};
    static final String[] PARENT = {"item_parent_type"};
    static final String[] COURSE = {"course_name"};
    static final String[] SECTION = {"section_name"};
    static final String[] SECTION_ID = {"section_id", "section_nid"};
    static final String[] SECTION_CODE = {"section_school_code", "section_code", "course_code"};

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

    private static final List<String> STAFF =
            List.of("teacher", "docente", "profesor", "maestr", "instructor", "faculty", "staff");

    /** What people do, whether it counts for something or not. */
    private static final List<String> ACTIONS =
            Stream.concat(
                            Stream.of(OPENS, SETS, ENTERS).flatMap(List::stream),
                            Stream.of(
                                    "DELETE", "EDIT", "GRADE", "JOIN", "LEAVE", "LIKE", "LOGIN",
                                    "LOGOUT", "POST", "REMOVE", "SEND", "START", "VISIT"))
                    .toList();

    /** What else they do it with. */
    private static final List<String> ITEMS =
            List.of(
                    "ATTENDANCE",
                    "COURSE",
                    "EVENT",
                    "FOLDER",
                    "GRADE",
                    "GRADEBOOK",
                    "GROUP",
                    "MESSAGE",
                    "SCHOOL",
                    "SECTION",
                    "SESSION",
                    "UPDATE",
                    "USER");

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
        return columns.has(ACTION)
                && columns.has(ITEM)
                && columns.has(ROLE)
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
        Columns.Cell action = columns.cell(row, ACTION);
        Columns.Cell item = columns.cell(row, ITEM);
        Columns.Cell role = columns.cell(row, ROLE);
        for (Columns.Cell needed : List.of(action, item, role)) {
            if (needed.isBlank()) {
                throw needed.unknown();
            }
        }
        Did did = did(role.value(), upper(action.value()), upper(item.value()));
        if (file.isSaid()) {
            requireKnown(role, action, item);
        }
        if (did == null || !isInCourse(row, columns)) {
            rows.nothing(at);
            return;
        }
        Columns.Cell when = columns.cell(row, WHEN);
        LocalDate day = when.dayBy(moments);
        if (day == null) {
            throw new Unreadable(when.column(), "", Reason.BLANK);
        }
        if (did == Did.TOOK_ATTENDANCE) {
            reports.add(did);
        }
        rows.activity(new Activity(at, who(row, columns), did, day, course(row, columns)));
    }

    /** Where the words may be of any language, nothing may follow from one that is not known. */
    private static void requireKnown(Columns.Cell role, Columns.Cell action, Columns.Cell item) {
        String plain = role.value().toLowerCase(Locale.ROOT);
        if (Stream.of(STUDENTS, NEITHER, STAFF).flatMap(List::stream).noneMatch(plain::contains)) {
            throw role.unknown();
        }
        if (!ACTIONS.contains(upper(action.value()))) {
            throw action.unknown();
        }
        if (Stream.of(QUIZZES, MATERIAL, ITEMS)
                .noneMatch(types -> isOneOf(types, upper(item.value())))) {
            throw item.unknown();
        }
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
                columns.text(row, OWN),
                columns.text(row, ID),
                columns.text(row, EMAIL),
                columns.text(row, LOGIN),
                columns.text(row, FIRST) + " " + columns.text(row, LAST));
    }

    /** Not in a group, nor in a person's own space. */
    private static boolean isInCourse(TableRow row, Columns columns) {
        String parent = upper(columns.text(row, PARENT));
        return parent.isEmpty()
                ? !columns.has("course_name", "section_name") || course(row, columns) != null
                : parent.contains("COURSE") || parent.contains("SECTION");
    }

    /** Null: the export does not say. */
    private static @Nullable Course course(TableRow row, Columns columns) {
        String title = columns.text(row, COURSE);
        Course course =
                new Course(
                        columns.first(row, COURSE, SECTION, SECTION_CODE, SECTION_ID).column(),
                        columns.text(row, SECTION_ID),
                        columns.text(row, SECTION_CODE),
                        title,
                        columns.text(row, SECTION));
        return course.shown().isEmpty() ? null : course;
    }
}
