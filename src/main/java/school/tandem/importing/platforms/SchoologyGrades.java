package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import school.tandem.adoption.intake.HandIn;
import school.tandem.adoption.intake.WorkKind;
import school.tandem.importing.reading.ListCells;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.intake.Reason;

/**
 * A school's export of Schoology's grades, a row for each student's of each material. When
 * something was handed in it does not say. Due dates are on the clocks of the school.
 */
final class SchoologyGrades {

    static final String[] MATERIAL = {
        "Assignment Title", "Assignment Name", "Material Title", "Item Title", "Item Name"
    };
    static final String[] GRADE = {"Grade", "Score", "Points"};
    static final String[] DUE = {"Assignment Due Date", "Due Date", "Item Due Date"};
    static final String[] CATEGORY = {"Grading Category", "Category"};
    static final String[] COLLECTED = {"Collected"};
    private static final Pattern QUIZZES =
            Pattern.compile(
                    "(?iu).*\\b(?:quiz|quizzes|tests?|exams?|cuestionarios?|pruebas?|ex[aá]men(?:es)?)\\b.*");

    /** What databases say where there is none. */
    private static final String NO_DATE = "0000-00-00";

    private final ExportFile file;
    private final ZoneId zone;

    SchoologyGrades(ExportFile file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    static boolean isOne(Columns columns) {
        return columns.has(SchoologyStudent.IDS)
                && columns.has(MATERIAL)
                && columns.has(GRADE)
                && columns.has(
                        "Section Name", "Section Code", "Section School Code", "Course Name");
    }

    void read(ExportRows rows) {
        TableFile table = file.table();
        Columns columns = new Columns(table.headers());
        ListCells cells = new ListCells(zone, table);
        table.read(row -> {
            At at = file.at(row.line());
            try {
                row(at, row, columns, cells, rows);
            } catch (Unreadable bad) {
                rows.held(at, bad.column(), bad.value(), bad.reason());
            }
        });
    }

    private void row(At at, TableRow row, Columns columns, ListCells cells, ExportRows rows) {
        Columns.Cell title = columns.cell(row, MATERIAL);
        if (title.isBlank()) {
            throw title.unknown();
        }
        Course course = SchoologyStudent.course(row, columns);
        if (course.shown().isEmpty()) {
            throw new Unreadable(course.column(), "", Reason.BLANK);
        }
        Columns.Cell due = columns.cell(row, DUE);
        boolean dateless = due.isBlank() || due.value().startsWith(NO_DATE);
        LocalDate dueOn = dateless ? null : cells.day(due.column(), due.value());
        String id = workId(course, title.value());
        boolean quiz = QUIZZES.matcher(columns.text(row, CATEGORY)).matches();
        rows.work(
                new Work(
                        at,
                        id,
                        title.value(),
                        course,
                        quiz ? WorkKind.QUIZ : null,
                        true,
                        null,
                        dueOn,
                        false));
        Columns.Cell grade = columns.cell(row, GRADE);
        HandIn what = Mark.of(grade.value());
        if (file.isSaid() && what == HandIn.UNKNOWN && Mark.isWord(grade.value())) {
            throw grade.unknown();
        }
        Columns.Cell taken = columns.cell(row, COLLECTED);
        if (file.isSaid() && !List.of("", "true", "false").contains(taken.word())) {
            throw taken.unknown();
        }
        boolean collected = taken.word().equals("true");
        rows.handedIn(
                new HandedIn(
                        at,
                        SchoologyStudent.who(row, columns),
                        title.column(),
                        id,
                        course,
                        collected && what == HandIn.UNKNOWN ? HandIn.HANDED_IN : what,
                        null));
    }

    /** Exports of grades know material by its title. */
    static String workId(Course course, String title) {
        String of = course.own() != null ? course.own() : String.join("|", course.words());
        return (of + "/" + title).toLowerCase(Locale.ROOT);
    }
}
