package school.tandem.importing.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import school.tandem.adoption.intake.HandIn;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.intake.Reason;

/**
 * A gradebook of Schoology as a teacher exports it: a row for each student, a column for each
 * material. A record of it is one student's of one material. Where no column names the course, the
 * file's name does.
 */
final class SchoologyGradebook {

    private static final Pattern SUMMARY =
            Pattern.compile(
                    "(?iu).*\\b(?:overall|average|promedio|final grade|calificaci[oó]n"
                            + " final|grading period|total"
                            + " points|comments?|comentarios?|exception|override|grade level|grad"
                            + " year|role|building|school name)\\b.*");
    private static final Pattern POINTS =
            Pattern.compile(
                    "(?iu)\\s*[(\\[]?\\s*(?:max(?:imum)?"
                            + " points?:?\\s*[\\d.,]+|[\\d.,]+\\s*(?:pts?|points?)\\.?)\\s*[)\\]]?\\s*");
    private static final Pattern OF_NAME =
            Pattern.compile(
                    "(?iu)\\.[a-z0-9]{2,4}$|\\b(?:schoology|grade"
                            + " ?book|grades|export(?:ed)?)\\b|\\(\\d+\\)|\\d{4}-\\d{2}-\\d{2}|\\d{6,}");

    private final ExportFile file;

    SchoologyGradebook(ExportFile file) {
        this.file = file;
    }

    /** A list of accounts is none. */
    static boolean isOne(Columns columns) {
        return columns.has(SchoologyStudent.IDS)
                && !columns.has("Role", "Role Name", "Gender", "Grad Year", "Position", "Birthday")
                && !material(columns).isEmpty();
    }

    /** Which columns are of material: where some name their points, all others are sums. */
    static List<Integer> material(Columns columns) {
        List<Integer> all = new ArrayList<>();
        List<Integer> withPoints = new ArrayList<>();
        for (int at = 0; at < columns.count(); at++) {
            String header = columns.header(at);
            if (header.isEmpty()
                    || SchoologyStudent.isOne(header)
                    || SUMMARY.matcher(header).matches()) {
                continue;
            }
            all.add(at);
            if (POINTS.matcher(header).find()) {
                withPoints.add(at);
            }
        }
        return withPoints.isEmpty() ? all : withPoints;
    }

    void read(ExportRows rows) {
        TableFile table = file.table();
        Columns columns = new Columns(table.headers());
        List<Integer> material = material(columns);
        table.read(row -> material.forEach(at -> cell(row, columns, at, rows)));
    }

    private void cell(TableRow row, Columns columns, int column, ExportRows rows) {
        At at = file.at(row.line());
        Who who = SchoologyStudent.who(row, columns);
        if (who.words().isEmpty()) {
            rows.nothing(at);
            return;
        }
        Course said = SchoologyStudent.course(row, columns);
        Course course = said.shown().isEmpty() ? ofFile() : said;
        String title = POINTS.matcher(columns.header(column)).replaceAll(" ").strip();
        String shown = title.isEmpty() ? columns.header(column) : title;
        String id = SchoologyGrades.workId(course, shown);
        String mark = columns.cell(row, column).value();
        HandIn what = Mark.of(mark);
        rows.work(new Work(at, id, shown, course, null, true, null, null, false));
        if (file.isSaid() && what == HandIn.UNKNOWN && Mark.isWord(mark)) {
            rows.held(at, columns.header(column), mark, Reason.UNKNOWN_WORD);
            return;
        }
        rows.handedIn(new HandedIn(at, who, columns.header(column), id, course, what, null));
    }

    private Course ofFile() {
        String words = OF_NAME.matcher(file.name().replace('_', ' ')).replaceAll(" ");
        String name = words.replaceAll("\\s+", " ").replaceAll("^[\\s-]+|[\\s-]+$", "");
        int dash = name.indexOf(" - ");
        return dash < 0
                ? new Course(Course.FILE, null, null, name, null)
                : new Course(
                        Course.FILE,
                        null,
                        null,
                        name.substring(0, dash),
                        name.substring(dash + 3).toLowerCase(Locale.ROOT));
    }
}
