package school.tandem.importing.platforms;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
    private static final Pattern SUM_WITH_POINTS =
            Pattern.compile(
                    "(?iu).*\\b(?:overall|average|promedio|final grade|total"
                            + " points|calificaci[oó]n final)\\W*");
    private static final Pattern POINTS =
            Pattern.compile(
                    "(?iu)\\s*[(\\[]?\\s*(?:max(?:imum)?"
                            + " points?:?\\s*[\\d.,]+|[\\d.,]+\\s*(?:pts?|points?)\\.?)\\s*[)\\]]?\\s*");
    private static final Pattern SUM =
            Pattern.compile(
                    "(?iu)(?:letter |numeric )?(?:grade|score|percent(?:age)?|points|final)"
                            + "(?: percent(?:age)?| letter)?"
                            + "|(?:mp|marking period|quarter|semester|trimester|term) ?\\d+(?: grade)?");

    private final ExportFile file;

    SchoologyGradebook(ExportFile file) {
        this.file = file;
    }

    /** A list of accounts is none; columns that name their points are of material anyway. */
    static boolean isOne(Columns columns) {
        boolean whose =
                columns.has(SchoologyStudent.IDS)
                        || SchoologyStudent.isNamed(columns) && !withPoints(columns).isEmpty();
        return whose
                && !columns.has("Role", "Role Name", "Gender", "Grad Year", "Position", "Birthday")
                && !material(columns).isEmpty();
    }

    /** Which columns are of material: where most name their points, all others are sums. */
    static List<Integer> material(Columns columns) {
        List<Integer> withPoints = withPoints(columns);
        List<Integer> all = columns(columns, header -> !SUM.matcher(header).matches());
        boolean few = columns.has(SchoologyStudent.IDS) && 2 * withPoints.size() <= all.size();
        return withPoints.isEmpty() || few ? all : withPoints;
    }

    private static List<Integer> withPoints(Columns columns) {
        return columns(columns, header -> POINTS.matcher(header).find());
    }

    private static List<Integer> columns(Columns columns, Predicate<String> wanted) {
        return IntStream.range(0, columns.count())
                .filter(at -> {
                    String header = columns.header(at);
                    return !header.isEmpty()
                            && !SchoologyStudent.isOne(header)
                            && !isSummary(header)
                            && wanted.test(header);
                })
                .boxed()
                .toList();
    }

    /** What names its points may have any word in its title, if it does not end in a sum's. */
    private static boolean isSummary(String header) {
        Matcher points = POINTS.matcher(header);
        return points.find()
                ? SUM_WITH_POINTS.matcher(points.replaceAll(" ")).matches()
                : SUMMARY.matcher(header).matches();
    }

    void read(ExportRows rows) {
        TableFile table = file.table();
        Columns columns = new Columns(table.headers());
        List<Integer> material = material(columns);
        List<String> titles = material.stream().map(at -> title(columns.header(at))).toList();
        table.read(row -> {
            for (int i = 0; i < material.size(); i++) {
                String title = titles.get(i);
                long before = titles.subList(0, i).stream().filter(title::equalsIgnoreCase).count();
                cell(
                        row,
                        columns,
                        material.get(i),
                        before == 0 ? title : title + " #" + (before + 1),
                        rows);
            }
        });
    }

    private static String title(String header) {
        String title =
                POINTS.matcher(header).replaceAll(" ").replaceFirst("[\\s\u2013-]+$", "").strip();
        return title.isEmpty() ? header : title;
    }

    private void cell(TableRow row, Columns columns, int column, String title, ExportRows rows) {
        At at = file.at(row.line());
        Who who = SchoologyStudent.who(row, columns);
        if (who.words().isEmpty() && (who.name() == null || columns.has(SchoologyStudent.IDS))) {
            rows.nothing(at);
            return;
        }
        Course said = SchoologyStudent.course(row, columns);
        Course course = said.shown().isEmpty() ? GradebookName.course(file.name()) : said;
        String id = SchoologyGrades.workId(course, title);
        String mark = columns.cell(row, column).value();
        HandIn what = Mark.of(mark);
        rows.work(new Work(at, id, title, course, null, true, null, null, false));
        if (file.isSaid() && what == HandIn.UNKNOWN && Mark.isWord(mark)) {
            rows.held(at, columns.header(column), mark, Reason.UNKNOWN_WORD);
            return;
        }
        rows.handedIn(new HandedIn(at, who, columns.header(column), id, course, what, null));
    }
}
