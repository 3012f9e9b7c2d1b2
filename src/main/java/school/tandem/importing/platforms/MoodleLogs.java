package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.Did;
import school.tandem.importing.reading.JsonTable;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.intake.Reason;

/**
 * Moodle's logs, as a table, or as JSON without headers. What happened stands in the description,
 * which is English in every language; who did it, too, by Moodle's number, so that a hidden or
 * blank name does no harm. Looking at the list of a course, logging in, and what somebody did to
 * somebody else's work say nothing.
 */
final class MoodleLogs implements Moodle.Told {

    static final Set<Did> REPORTS =
            EnumSet.of(Did.OPENED, Did.HANDED_IN, Did.QUIZ, Did.SET_WORK, Did.GAVE_QUIZ);

    /** In English, Spanish, German, French, Portuguese and Italian, as are those that follow. */
    static final String[] TIME = {"Time", "Hora", "Date", "Fecha", "Zeit", "Heure", "Orario"};

    static final String[] USER = {
        "User full name",
        "Nombre completo del usuario",
        "Nombre completo",
        "Vollständiger Name",
        "Nom complet de l'utilisateur",
        "Nom complet",
        "Nome completo",
        "Nome completo dell'utente"
    };
    static final String[] CONTEXT = {
        "Event context",
        "Contexto del evento",
        "Contexto de evento",
        "Ereigniskontext",
        "Contexte de l'événement",
        "Contexto do evento",
        "Contesto dell'evento"
    };
    static final String[] EVENT = {
        "Event name",
        "Nombre evento",
        "Nombre del evento",
        "Ereignisname",
        "Nom de l'événement",
        "Nome do evento",
        "Nome evento"
    };
    static final String[] DESCRIPTION = {
        "Description", "Descripción", "Beschreibung", "Descrição", "Descrizione"
    };

    /** The columns of those in JSON; those of a whole site have the course before them. */
    private static final List<String> WITHOUT_HEADERS =
            List.of(
                    "Time",
                    "User full name",
                    "Affected user",
                    "Event context",
                    "Component",
                    "Event name",
                    "Description",
                    "Origin",
                    "IP address");

    private static final Set<String> COURSE_IS =
            Set.of("course", "curso", "kurs", "cours", "corso");

    /** Its context is the course, whatever that is called there. */
    private static final Pattern OF_COURSE =
            Pattern.compile("(?i)viewed (?:the section .+ of )?the course with id");

    private static final int LOOKED_AT = 20_000;

    private static final Pattern ACTOR =
            Pattern.compile("(?i)(?:user|student|teacher) (?:with (?:the )?id )?'?(-?\\d+)'?");
    private static final Pattern FILE_OF_COURSE = Pattern.compile("(?i)logs_(.+?)_\\d{8}-\\d{4}.*");

    /** What a description or an event's name says that its actor did. */
    private record Sign(Pattern pattern, Did did) {
        static Sign of(String pattern, Did did) {
            return new Sign(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), did);
        }
    }

    private static final String WORK =
            "(?:assign|assignment|workshop|lesson|forum|glossary|data|wiki|scorm|h5pactivity|choice|feedback|page|book|resource|url|folder|lti|hvp)";

    private static final List<Sign> SIGNS =
            List.of(
                    Sign.of(
                            "attendance taken by student|^student with id .*took attendance",
                            Did.ATTENDED),
                    Sign.of("attendance taken|took attendance", Did.TOOK_ATTENDANCE),
                    Sign.of(
                            "joined .*(?:bigbluebutton|meeting|session)|(?:meeting|session) joined|join meeting",
                            Did.ATTENDED),
                    Sign.of("created the 'quiz' activity", Did.GAVE_QUIZ),
                    Sign.of(
                            "created the '(?:assign|assignment|workshop|lesson|h5pactivity|scorm)' activity",
                            Did.SET_WORK),
                    Sign.of("has submitted the attempt|quiz attempt submitted", Did.QUIZ),
                    Sign.of(
                            "has submitted the submission|submission has been (?:submitted|uploaded)|(?:created|saved|uploaded|updated) an? .*submission|uploaded (?:a file to )?the submission|^submission (?:created|submitted)",
                            Did.HANDED_IN),
                    Sign.of(
                            "viewed the '(?:quiz|"
                                    + WORK
                                    + ")' activity|has started the attempt|viewed the attempt|quiz attempt (?:started|viewed)|^course module viewed",
                            Did.OPENED));

    /** A description; else another column may have been taken for it. */
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(?:the|user|student|teacher|has|was|viewed|cron)\\b");

    /** What is done to somebody else's work says nothing of whose it is. */
    private static final Pattern OF_OTHERS =
            Pattern.compile(
                    "(?i)has graded|for the user with id|has viewed the grading|viewed the report");

    private final ExportFile file;
    private final Consumer<Consumer<TableRow>> table;
    private final List<String> headers;
    private final int time;
    private final int user;
    private final int context;
    private final int event;
    private final int description;
    private final MoodleDays days;
    private final @Nullable Course course;
    private final Set<String> courseIs;

    MoodleLogs(ExportFile file) {
        this.file = file;
        if (file.isJson()) {
            JsonTable json = file.jsonTable();
            this.table = json::read;
            this.headers = headers(json);
            this.days = MoodleDays.of(json, new Columns(headers).at(TIME));
        } else {
            TableFile own = file.table();
            this.table = own::read;
            this.headers = own.headers();
            this.days = MoodleDays.of(own, new Columns(headers).at(TIME));
        }
        this.time = new Columns(headers).at(TIME);
        this.user = new Columns(headers).at(USER);
        this.context = new Columns(headers).at(CONTEXT);
        this.event = new Columns(headers).at(EVENT);
        this.description = new Columns(headers).at(DESCRIPTION);
        this.course =
                FILE_OF_COURSE.matcher(file.name()).matches()
                        ? Course.ofFile(file.name(), FILE_OF_COURSE)
                        : null;
        this.courseIs = file.isSaid() ? wordsForCourse() : COURSE_IS;
    }

    /** What stands before a course's name where somebody looks at one. */
    private Set<String> wordsForCourse() {
        Set<String> words = new HashSet<>(COURSE_IS);
        for (TableRow row : file.table().first(LOOKED_AT)) {
            if (OF_COURSE.matcher(row.cell(description)).find()) {
                words.add(kind(row.cell(context)));
            }
        }
        words.remove("");
        return words;
    }

    private static String kind(String context) {
        int colon = context.indexOf(':');
        return colon < 0 ? "" : context.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    }

    /** As many as its longest row has. */
    private static List<String> headers(JsonTable json) {
        int[] most = {0};
        json.read(row -> most[0] = Math.max(most[0], row.cells().size()));
        List<String> headers = new ArrayList<>(WITHOUT_HEADERS);
        if (most[0] > WITHOUT_HEADERS.size()) {
            headers.addFirst("Course");
        }
        return headers;
    }

    /** Whether a text begins as logs in JSON do. */
    static boolean isStart(String head) {
        return JsonTable.isStart(head) && head.contains("with id '");
    }

    static boolean isOne(List<String> headers) {
        return new Columns(headers).has(TIME)
                && new Columns(headers).has(DESCRIPTION)
                && (new Columns(headers).has(EVENT) || new Columns(headers).has(CONTEXT));
    }

    @Override
    public void read(ExportRows rows) {
        table.accept(row -> take(row, rows));
    }

    private void take(TableRow row, ExportRows rows) {
        At at = file.at(row.line());
        Optional<Did> did = did(row);
        if (did.isEmpty()) {
            String text = row.cell(description);
            if (file.isSaid() && Mark.isWord(text) && !ENGLISH.matcher(text).find()) {
                rows.held(at, header(description), text, Reason.UNKNOWN_WORD);
            } else {
                rows.nothing(at);
            }
            return;
        }
        LocalDate day = days.read(row.cell(time));
        if (day == null) {
            rows.held(at, header(time), row.cell(time), Reason.NOT_A_DATE);
            return;
        }
        rows.activity(new Activity(at, who(row), did.get(), day, course(row)));
    }

    private Optional<Did> did(TableRow row) {
        String text = row.cell(description);
        if (OF_OTHERS.matcher(text).find()) {
            return Optional.empty();
        }
        Optional<Did> byText = byText(text);
        return byText.isPresent() ? byText : byText(row.cell(event));
    }

    private static Optional<Did> byText(String text) {
        return text.isBlank()
                ? Optional.empty()
                : SIGNS.stream()
                        .filter(sign -> sign.pattern().matcher(text).find())
                        .map(Sign::did)
                        .findFirst();
    }

    private Who who(TableRow row) {
        Matcher actor = ACTOR.matcher(row.cell(description));
        String name = row.cell(user).equals("-") ? "" : row.cell(user);
        boolean byNumber = name.isEmpty() && description >= 0;
        return new Who(
                header(byNumber ? description : user),
                actor.find() ? actor.group(1) : null,
                null,
                null,
                null,
                name);
    }

    /** A context such as “Course: Algebra” names it; else the file may be of one course. */
    private @Nullable Course course(TableRow row) {
        String text = row.cell(context);
        if (courseIs.contains(kind(text))) {
            String title = text.substring(text.indexOf(':') + 1).strip();
            return new Course(header(context), null, null, title, null);
        }
        return course;
    }

    private String header(int at) {
        return at < 0 ? "" : headers.get(at);
    }
}
