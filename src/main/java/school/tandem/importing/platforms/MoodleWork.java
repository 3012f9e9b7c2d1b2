package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.HandIn;
import school.tandem.adoption.intake.WorkKind;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.intake.Reason;

/**
 * Moodle's reports of one piece of work, which only their file's name names: the results of a quiz,
 * an attempt a row, and the grading worksheet of an assignment, a student a row. Of several
 * attempts at a quiz the first that was completed counts; the others say nothing new.
 */
final class MoodleWork implements Moodle.Told {

    private static final String[] STATE = {"State", "Status", "Estado"};
    private static final String[] STARTED = {
        "Started on", "Started", "Comenzado el", "Comenzado", "Empezado el", "Iniciado"
    };
    private static final String[] COMPLETED = {"Completed", "Finalizado", "Completado"};
    private static final String[] MODIFIED = {
        "Last modified (submission)",
        "Última modificación (entrega)",
        "Última modificación (envío)",
        "Zuletzt geändert (Abgabe)"
    };
    private static final String[] DUE = {"Due date", "Fecha límite", "Fecha de entrega"};
    private static final String[] IDENTIFIER = {"Identifier", "Identificador"};

    private static final Pattern SUBMITTED =
            Pattern.compile("(?iu)(?:submitted|enviad[oa]|entregad[oa]|zur bewertung).*");
    private static final Pattern NOT_SUBMITTED =
            Pattern.compile(
                    "(?iu)(?:no submission|nothing submitted|not submitted|no attempt|draft|new\\b"
                            + "|sin |no |borrador|keine |entwurf).*");
    private static final Pattern FILE_OF_QUIZ =
            Pattern.compile("(.+?)-(.+)-\\p{L}+(?: ?\\(\\d+\\))?\\.[A-Za-z]+");
    private static final Pattern FILE_OF_ASSIGNMENT =
            Pattern.compile("\\p{L}+-(.+?)-(.+)-\\d+(?: ?\\(\\d+\\))?\\.[A-Za-z]+");

    private final ExportFile file;
    private final TableFile table;
    private final Columns columns;
    private final MoodlePeople people;
    private final MoodleDays days;
    private final boolean quiz;
    private final Course course;
    private final String title;

    MoodleWork(ExportFile file) {
        this.file = file;
        this.table = file.table();
        this.columns = new Columns(table.headers());
        this.people = new MoodlePeople(table.headers());
        this.quiz = isQuiz(table.headers());
        this.days = MoodleDays.of(table, columns.at(quiz ? COMPLETED : MODIFIED));
        Pattern naming = quiz ? FILE_OF_QUIZ : FILE_OF_ASSIGNMENT;
        this.course = Course.ofFile(file.name(), naming);
        Matcher named = naming.matcher(file.name());
        this.title = named.matches() ? named.group(2) : course.shown();
    }

    static boolean isQuiz(List<String> headers) {
        Columns columns = new Columns(headers);
        return new MoodlePeople(headers).areThere()
                && columns.has(STARTED)
                && columns.has(COMPLETED)
                && headers.stream().anyMatch(header -> header.matches("\\p{L}+ ?/ ?[\\d.,]+"));
    }

    static boolean isAssignment(List<String> headers) {
        Columns columns = new Columns(headers);
        return columns.has(MODIFIED) && columns.has(STATE) && columns.has(IDENTIFIER);
    }

    @Override
    public void read(ExportRows rows) {
        Map<String, Long> lines = quiz ? lines() : Map.of();
        table.read(row -> {
            At at = file.at(row.line());
            boolean counts = !quiz || lines.getOrDefault(key(row), -1L) == row.line();
            if (!counts) {
                rows.nothing(at);
                return;
            }
            rows.work(work(at, row));
            take(row, at, rows);
        });
    }

    /** The line of each student that counts. A row of averages is nobody's. */
    private Map<String, Long> lines() {
        Map<String, Long> lines = new HashMap<>();
        Map<String, LocalDate> first = new HashMap<>();
        table.read(row -> {
            if (columns.text(row, STATE).isEmpty() && columns.text(row, STARTED).isEmpty()) {
                return;
            }
            String key = key(row);
            LocalDate day = days.read(columns.text(row, COMPLETED));
            LocalDate before = first.get(key);
            if (!lines.containsKey(key)
                    || day != null && (before == null || day.isBefore(before))) {
                lines.put(key, row.line());
                if (day != null) {
                    first.put(key, day);
                }
            }
        });
        return lines;
    }

    private String key(TableRow row) {
        Who who = people.of(row);
        return who.words() + " " + who.name();
    }

    private Work work(At at, TableRow row) {
        LocalDate dueOn = days.read(columns.text(row, DUE));
        return new Work(
                at,
                id(),
                title,
                course,
                quiz ? WorkKind.QUIZ : WorkKind.ASSIGNMENT,
                true,
                null,
                dueOn,
                false);
    }

    private String id() {
        return course.shown() + "|" + title.toLowerCase(Locale.ROOT);
    }

    private void take(TableRow row, At at, ExportRows rows) {
        Columns.Cell moment = columns.cell(row, quiz ? COMPLETED : MODIFIED);
        LocalDate day = isNone(moment.value()) ? null : days.read(moment.value());
        if (day == null && !isNone(moment.value())) {
            rows.held(at, moment.column(), moment.value(), Reason.NOT_A_DATE);
            return;
        }
        Columns.Cell state = columns.cell(row, STATE);
        HandIn what = quiz ? attempt(day) : submission(state.value());
        if (what == null) {
            rows.held(at, state.column(), state.value(), Reason.UNKNOWN_WORD);
            return;
        }
        LocalDate on = what == HandIn.HANDED_IN ? day : null;
        rows.handedIn(new HandedIn(at, who(row), Course.FILE, id(), course, what, on));
    }

    private static HandIn attempt(@Nullable LocalDate completed) {
        return completed == null ? HandIn.NOT_HANDED_IN : HandIn.HANDED_IN;
    }

    /** Null: it can't be told. What is open once more was handed in before, who knows when. */
    private static @Nullable HandIn submission(String state) {
        if (SUBMITTED.matcher(state).matches()) {
            return HandIn.HANDED_IN;
        }
        if (NOT_SUBMITTED.matcher(state).matches()) {
            return HandIn.NOT_HANDED_IN;
        }
        return isNone(state) || state.regionMatches(true, 0, "reopened", 0, "reopened".length())
                ? HandIn.UNKNOWN
                : null;
    }

    /** Where a worksheet hides names, its own number is all there is. */
    private Who who(TableRow row) {
        Who who = people.of(row);
        Columns.Cell number = columns.cell(row, IDENTIFIER);
        return who.shown().isEmpty() ? Who.own(number.column(), number.value()) : who;
    }

    private static boolean isNone(String cell) {
        return cell.isBlank() || cell.equals("-");
    }
}
