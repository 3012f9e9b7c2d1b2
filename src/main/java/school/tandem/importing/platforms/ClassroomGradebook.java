package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.reading.Headers;
import school.tandem.importing.reading.ListCells;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.importing.reading.Refused;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.intake.Reason;

/**
 * The grades of a class as a teacher downloads them from Google Classroom or copies them to a
 * sheet: a row for each student below rows of days, points and averages, a column for each piece of
 * work. A record of it is one student's of one piece. The file's name says the class.
 */
final class ClassroomGradebook {

    private static final String[] LAST = {
        "Last Name",
        "Surname",
        "Apellido",
        "Apellidos",
        "Nachname",
        "Nom",
        "Nom de famille",
        "Sobrenome",
        "Cognome"
    };
    private static final String[] FIRST = {
        "First Name", "Nombre", "Nombres", "Vorname", "Pr\u00e9nom", "Nome"
    };
    private static final String[] EMAIL = {
        "Email Address",
        "Email",
        "Correo electr\u00f3nico",
        "Direcci\u00f3n de correo electr\u00f3nico",
        "E-Mail-Adresse",
        "Adresse e-mail",
        "Endere\u00e7o de e-mail",
        "Indirizzo email"
    };
    private static final Set<String> POINTS =
            Set.of("points", "maxpoints", "puntos", "punkte", "pontos", "punti");
    private static final Set<String> DATES = Set.of("date", "duedate", "fecha", "datum", "data");
    private static final Pattern SUM =
            Pattern.compile(
                    "(?iu)(?:overall|total|average|class average|final) ?(?:grade|points)?"
                            + "|calificaci[o\u00f3]n (?:final|general|total)|promedio|total|media");
    private static final int TOP = 6;

    private final ExportFile file;
    private final ZoneId zone;

    ClassroomGradebook(ExportFile file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    /** Whether a file is one: its points stand above the students. */
    static boolean isOne(ExportFile file) {
        if (file.isJson()) {
            return false;
        }
        try {
            TableFile table = file.table();
            Columns columns = new Columns(table.headers());
            return columns.has(LAST)
                    && columns.has(FIRST)
                    && columns.has(EMAIL)
                    && !work(columns).isEmpty()
                    && table.first(TOP).stream().anyMatch(row -> says(row, POINTS));
        } catch (Refused noTable) {
            return false;
        }
    }

    private static List<Integer> work(Columns columns) {
        Set<Integer> whose = Set.of(columns.at(LAST), columns.at(FIRST), columns.at(EMAIL));
        return IntStream.range(0, columns.count())
                .filter(at -> !whose.contains(at) && !columns.header(at).isEmpty())
                .filter(at -> !SUM.matcher(columns.header(at)).matches())
                .boxed()
                .toList();
    }

    private static boolean says(TableRow row, Set<String> words) {
        return row.cells().stream().limit(3).map(Headers::plain).anyMatch(words::contains);
    }

    void read(ExportRows rows) {
        TableFile table = file.table();
        Columns columns = new Columns(table.headers());
        List<Integer> work = work(columns);
        ListCells cells = new ListCells(zone, table);
        TableRow dates =
                table.first(TOP).stream().filter(row -> says(row, DATES)).findFirst().orElse(null);
        Course course = GradebookName.course(file.name());
        for (int at : work) {
            String title = columns.header(at);
            LocalDate due = dates == null ? null : due(cells, title, dates.cell(at));
            rows.work(
                    new Work(
                            file.at(1),
                            id(course, columns, work, at),
                            title,
                            course,
                            null,
                            true,
                            null,
                            due,
                            false));
        }
        table.read(row -> row(row, columns, work, course, rows));
    }

    /** None where no day stands there, such as "No due date". */
    private static @Nullable LocalDate due(ListCells cells, String column, String value) {
        try {
            return value.isEmpty() ? null : cells.day(column, value);
        } catch (Unreadable no) {
            return null;
        }
    }

    private void row(
            TableRow row, Columns columns, List<Integer> work, Course course, ExportRows rows) {
        At at = file.at(row.line());
        if (row.broken()) {
            rows.held(at, "", row.cell(0), Reason.BROKEN_QUOTES);
            return;
        }
        Columns.Cell email = columns.cell(row, EMAIL);
        if (email.isBlank()) {
            rows.nothing(at);
            return;
        }
        String name = columns.text(row, FIRST) + " " + columns.text(row, LAST);
        Who who = new Who(email.column(), null, null, email.value(), null, name);
        for (int column : work) {
            String title = columns.header(column);
            rows.handedIn(
                    new HandedIn(
                            at,
                            who,
                            title,
                            id(course, columns, work, column),
                            course,
                            Mark.of(columns.cell(row, column).value()),
                            null));
        }
    }

    /** Of several of one title all but the last are counted: new work comes first. */
    private static String id(Course course, Columns columns, List<Integer> work, int at) {
        String title = columns.header(at);
        long later =
                work.stream()
                        .filter(other -> other > at)
                        .filter(other -> columns.header(other).equalsIgnoreCase(title))
                        .count();
        return SchoologyGrades.workId(course, later == 0 ? title : title + " #" + (later + 1));
    }
}
