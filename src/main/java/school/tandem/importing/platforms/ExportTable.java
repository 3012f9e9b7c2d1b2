package school.tandem.importing.platforms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tables of platforms whose columns somebody can say, where they are called as no reader knows.
 * The names are those of the readers.
 */
public enum ExportTable {
    MOODLE_LOGS(
            Moodle.LOGS,
            Moodle.SOURCE,
            Work.NONE,
            List.of(
                    ExportColumn.of("time", MoodleLogs.TIME),
                    ExportColumn.of("user", MoodleLogs.USER),
                    ExportColumn.of("context", MoodleLogs.CONTEXT),
                    ExportColumn.of("event", MoodleLogs.EVENT),
                    ExportColumn.of("description", MoodleLogs.DESCRIPTION)),
            "time",
            "description",
            "context|event"),
    MOODLE_COMPLETION(
            Moodle.COMPLETION,
            Moodle.SOURCE,
            Work.OTHERS,
            moodlePeople(),
            "full_name|family_name|email|id|login"),
    MOODLE_GRADEBOOK(
            Moodle.GRADEBOOK,
            Moodle.SOURCE,
            Work.OTHERS,
            with(moodlePeople(), ExportColumn.of("downloaded", MoodleGradebook.DOWNLOADED)),
            "full_name|family_name|email|id|login"),
    CANVAS_GRADEBOOK(
            CanvasKind.GRADEBOOK.format(),
            Canvas.SOURCE,
            Work.NUMBERED,
            List.of(
                    ExportColumn.of("full_name", CanvasColumns.STUDENT),
                    ExportColumn.of("given_name", CanvasColumns.FIRST),
                    ExportColumn.of("family_name", CanvasColumns.LAST),
                    ExportColumn.of("own_id", CanvasColumns.ID),
                    ExportColumn.of("id", CanvasColumns.SIS),
                    ExportColumn.of("login", CanvasColumns.LOGIN),
                    ExportColumn.of("integration_id", CanvasColumns.INTEGRATION),
                    ExportColumn.of("email", CanvasColumns.EMAIL),
                    ExportColumn.of("section", CanvasColumns.SECTION)),
            "full_name|family_name",
            "full_name|given_name"),
    SCHOOLOGY_USAGE(
            Schoology.USAGE,
            Schoology.SOURCE,
            Work.NONE,
            List.of(
                    ExportColumn.of("time", SchoologyUsage.WHEN),
                    ExportColumn.of("action", SchoologyUsage.ACTION),
                    ExportColumn.of("item", SchoologyUsage.ITEM),
                    ExportColumn.of("role", SchoologyUsage.ROLE),
                    ExportColumn.of("id", SchoologyUsage.ID),
                    ExportColumn.of("own_id", SchoologyUsage.OWN),
                    ExportColumn.of("email", SchoologyUsage.EMAIL),
                    ExportColumn.of("login", SchoologyUsage.LOGIN),
                    ExportColumn.of("given_name", SchoologyUsage.FIRST),
                    ExportColumn.of("family_name", SchoologyUsage.LAST),
                    ExportColumn.of("parent", SchoologyUsage.PARENT),
                    ExportColumn.of("course", SchoologyUsage.COURSE),
                    ExportColumn.of("section", SchoologyUsage.SECTION),
                    ExportColumn.of("section_id", SchoologyUsage.SECTION_ID),
                    ExportColumn.of("section_code", SchoologyUsage.SECTION_CODE)),
            "time",
            "action",
            "item",
            "role",
            "id|own_id|email|login"),
    SCHOOLOGY_GRADES(
            Schoology.GRADES,
            Schoology.SOURCE,
            Work.NONE,
            with(
                    schoologyStudent(),
                    ExportColumn.of("work", SchoologyGrades.MATERIAL),
                    ExportColumn.of("grade", SchoologyGrades.GRADE),
                    ExportColumn.of("due_on", SchoologyGrades.DUE),
                    ExportColumn.of("category", SchoologyGrades.CATEGORY),
                    ExportColumn.of("collected", SchoologyGrades.COLLECTED)),
            "id|own_id|email|login|full_name|family_name",
            "work",
            "grade",
            "course|section|section_code|section_id"),
    SCHOOLOGY_GRADEBOOK(
            Schoology.GRADEBOOK,
            Schoology.SOURCE,
            Work.OTHERS,
            schoologyStudent(),
            "id|email|login"),
    CLASSROOM_USAGE(
            GoogleClassroom.USAGE,
            GoogleClassroom.SOURCE,
            Work.NONE,
            List.of(
                    ExportColumn.of("email", ClassroomUsage.EMAIL),
                    new ExportColumn("last_used", ClassroomUsage.LAST),
                    ExportColumn.of("as_of", ClassroomUsage.AS_OF),
                    ExportColumn.of("role", ClassroomUsage.ROLE)),
            "email",
            "last_used"),
    GRADEBOOK_ASSIGNMENTS(
            GradebookLists.ASSIGNMENTS,
            GradebookLists.SOURCE,
            Work.NONE,
            List.of(
                    ExportColumn.of("work", GradebookLists.WORK),
                    ExportColumn.of("course", GradebookLists.CLASS),
                    ExportColumn.of("free", GradebookLists.FREE),
                    ExportColumn.of("set_on", GradebookLists.ASSIGNED),
                    ExportColumn.of("due_on", GradebookLists.DUE)),
            "work",
            "course",
            "due_on"),
    GRADEBOOK_SUBMISSIONS(
            GradebookLists.SUBMISSIONS,
            GradebookLists.SOURCE,
            Work.NONE,
            List.of(
                    ExportColumn.of("full_name", GradebookLists.STUDENT),
                    ExportColumn.of("id", GradebookLists.IDS),
                    ExportColumn.of("email", GradebookLists.EMAIL),
                    ExportColumn.of("work", GradebookLists.WORK),
                    ExportColumn.of("course", GradebookLists.CLASS),
                    ExportColumn.of("status", GradebookLists.STATUS),
                    ExportColumn.of("handed_in_on", GradebookLists.DAY)),
            "full_name|id|email",
            "work",
            "status");

    /** Which columns are pieces of work. */
    enum Work {
        /** None: a row is of one. */
        NONE,
        /** Those whose header ends in the number of one, or with points. */
        NUMBERED,
        /** All that are nothing else, so that somebody has to say which ones are none. */
        OTHERS
    }

    private static final String OR = "\\|";

    private final String code;
    private final String source;
    private final Work work;
    private final List<ExportColumn> columns;
    private final List<List<String>> needs;

    ExportTable(
            String code, String source, Work work, List<ExportColumn> columns, String... needs) {
        this.code = code;
        this.source = source;
        this.work = work;
        this.columns = List.copyOf(columns);
        this.needs = Stream.of(needs).map(need -> List.of(need.split(OR))).toList();
    }

    private static List<ExportColumn> moodlePeople() {
        return List.of(
                ExportColumn.of("full_name", MoodlePeople.FULL),
                ExportColumn.of("given_name", MoodlePeople.GIVEN),
                ExportColumn.of("family_name", MoodlePeople.FAMILY),
                ExportColumn.of("id", MoodlePeople.ID),
                ExportColumn.of("email", MoodlePeople.EMAIL),
                ExportColumn.of("login", MoodlePeople.LOGIN));
    }

    private static List<ExportColumn> schoologyStudent() {
        return List.of(
                ExportColumn.of("full_name", SchoologyStudent.NAME),
                ExportColumn.of("given_name", SchoologyStudent.FIRST),
                ExportColumn.of("family_name", SchoologyStudent.LAST),
                ExportColumn.of("id", SchoologyStudent.IDS),
                ExportColumn.of("own_id", SchoologyStudent.OWN),
                ExportColumn.of("email", SchoologyStudent.EMAIL),
                ExportColumn.of("login", SchoologyStudent.LOGIN),
                ExportColumn.of("course", SchoologyStudent.TITLE),
                ExportColumn.of("section", SchoologyStudent.SECTION),
                ExportColumn.of("section_id", SchoologyStudent.SECTION_NID),
                ExportColumn.of("section_code", SchoologyStudent.CODE));
    }

    private static List<ExportColumn> with(List<ExportColumn> some, ExportColumn... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    /** The table that a word in the database stands for; nothing: none of these. */
    public static Optional<ExportTable> called(String code) {
        return Stream.of(values()).filter(table -> table.code.equals(code)).findFirst();
    }

    /** The word for it in the database, and its format. */
    public String code() {
        return code;
    }

    /** The same, as it stands in the keys of texts. */
    public String textKey() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The platform's word, such as {@code moodle}. */
    String source() {
        return source;
    }

    /** What its columns can mean. */
    public List<ExportColumn> columns() {
        return columns;
    }

    /** The codes of the columns that have to be there: of each of these one at least. */
    public List<List<String>> needs() {
        return needs;
    }

    /** Whether nothing can be read without this column. */
    public boolean requires(ExportColumn column) {
        return needs.contains(List.of(column.code()));
    }

    /** Whether every column that is nothing else is a piece of work. */
    public boolean takesOthersForWork() {
        return work == Work.OTHERS;
    }

    /** Whether some of its columns are pieces of work. */
    boolean hasColumnsOfWork() {
        return work != Work.NONE;
    }

    /** A header by which its reader takes a column for nothing. */
    String ignored() {
        return source.equals(Moodle.SOURCE) ? MoodlePeople.OTHERS[0] : "";
    }
}
