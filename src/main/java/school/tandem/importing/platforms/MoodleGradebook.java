package school.tandem.importing.platforms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.HandIn;
import school.tandem.adoption.intake.WorkKind;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.intake.Reason;

/**
 * Moodle's gradebook: a row a person, a column a piece of work, such as “Quiz: Fractions (Real)”. A
 * grade says that something was handed in, not when; none, that nobody knows. Each piece of a
 * student's work is a record, of however many columns: points, percentages, letters and remarks.
 */
final class MoodleGradebook implements Moodle.Told {

    static final String[] DOWNLOADED = {
        "Last downloaded from this course", "Última descarga de este curso"
    };
    private static final Pattern MODULE = Pattern.compile("(\\p{L}[\\p{L} ]{2,24}):\\s*(.+)");
    private static final Pattern SCALE =
            Pattern.compile(
                    "(?iu)(.+?)\\s*\\((?:real|percentage|letter|points|porcentaje|letra|calificación|puntos"
                            + "|punkte|prozentsatz|buchstabe|brut|pourcentage|lettre)[^)]*\\)");
    private static final Pattern REMARKS =
            Pattern.compile(
                    "(?iu).*\\((?:feedback|retroalimentaci[oó]n|comentarios?|r[ée]troaction)\\)");

    /** How a grade is given, in whatever language: it stands behind the name of every column. */
    private static final Pattern ENDING = Pattern.compile("(.+?)\\s*\\(\\p{L}[^()]*\\)");

    private static final Pattern FILE_OF_COURSE =
            Pattern.compile("(?i)(.+?)[ _](?:grades|calificaciones)(?:[-_ ].*)?\\.[a-z]+");
    private static final Pattern TOTAL =
            Pattern.compile(
                    "(?iu)(?:course total|category total|total\\b|.* total$|feedback\\b|retroalimentaci[oó]n\\b"
                            + "|comentarios?:).*");
    private static final Map<String, WorkKind> KINDS =
            Map.of(
                    "quiz", WorkKind.QUIZ,
                    "cuestionario", WorkKind.QUIZ,
                    "examen", WorkKind.QUIZ);

    /** Grades of what no work online is known by. */
    private static final List<String> ON_PAPER =
            List.of("manual item", "ítem manual", "attendance");

    /**
     * A column of grades.
     *
     * @param module what kind of activity it is, in lower case; empty: not said
     */
    private record Item(
            int column,
            String id,
            String title,
            String module,
            @Nullable WorkKind kind,
            boolean online) {

        Item called(String other) {
            return new Item(column, other, title, module, kind, online);
        }
    }

    private final ExportFile file;
    private final TableFile table;
    private final MoodlePeople people;
    private final List<Item> items = new ArrayList<>();
    private final Course course;

    MoodleGradebook(ExportFile file) {
        this.file = file;
        this.table = file.table();
        this.people = new MoodlePeople(table.headers());
        this.course = Course.ofFile(file.name(), FILE_OF_COURSE);
        List<String> headers = table.headers();
        List<Integer> work =
                IntStream.range(0, headers.size())
                        .filter(at -> isWork(headers, at))
                        .boxed()
                        .toList();
        boolean scaled =
                file.isSaid()
                        && work.stream().allMatch(at -> ENDING.matcher(headers.get(at)).matches());
        Map<String, Integer> times = new HashMap<>();
        for (int at : work) {
            Item item = item(at, scaled ? withoutEnding(headers.get(at)) : headers.get(at));
            // The same scale again is of another piece of work.
            int time = times.merge(headers.get(at), 1, Integer::sum);
            add(time == 1 ? item : item.called(item.id() + "|" + time));
        }
    }

    /** The first column of a piece of work stands for all of its scales. */
    private void add(Item item) {
        Item same =
                items.stream().filter(one -> one.id().equals(item.id())).findFirst().orElse(null);
        if (same == null) {
            items.add(item);
        } else if (!same.module().equals(item.module())) {
            add(item.called(item.id() + "|" + item.module()));
        }
    }

    private static String withoutEnding(String header) {
        Matcher ending = ENDING.matcher(header);
        return ending.matches() ? ending.group(1) : header;
    }

    /** Whether a column is of grades of one piece of work. */
    static boolean isWork(List<String> headers, int at) {
        String header = headers.get(at);
        return !header.isBlank()
                && !new MoodlePeople(headers).has(at)
                && !new Columns(List.of(header)).has(DOWNLOADED)
                && !REMARKS.matcher(header).matches()
                && !TOTAL.matcher(withoutScale(header)).matches();
    }

    private static String withoutScale(String header) {
        Matcher scale = SCALE.matcher(header);
        return scale.matches() ? scale.group(1) : header;
    }

    static boolean isOne(List<String> headers) {
        boolean named =
                new Columns(headers).has(MoodlePeople.GIVEN)
                        && new Columns(headers).has(MoodlePeople.FAMILY);
        return named
                && (new Columns(headers).has(DOWNLOADED)
                        || headers.stream().anyMatch(header -> SCALE.matcher(header).matches())
                        || headers.stream()
                                .anyMatch(header ->
                                        header.matches("(?i)course total.*|total del curso.*")));
    }

    private Item item(int column, String header) {
        String plain = withoutScale(header);
        Matcher module = MODULE.matcher(plain);
        String kind = module.matches() ? module.group(1).toLowerCase(Locale.ROOT) : "";
        String title = module.matches() ? module.group(2) : plain;
        String id = course.shown() + "|" + title.toLowerCase(Locale.ROOT);
        WorkKind known = KINDS.get(kind);
        return new Item(
                column,
                id,
                title,
                kind,
                known == null && !kind.isEmpty() && !file.isSaid() ? WorkKind.ASSIGNMENT : known,
                !ON_PAPER.contains(kind));
    }

    @Override
    public void read(ExportRows rows) {
        table.read(row -> {
            At at = file.at(row.line());
            if (items.isEmpty()) {
                rows.nothing(at);
            }
            Who who = people.of(row);
            for (Item item : items) {
                rows.work(
                        new Work(
                                at,
                                item.id(),
                                item.title(),
                                course,
                                item.kind(),
                                item.online(),
                                null,
                                null,
                                false));
                String grade = row.cell(item.column());
                HandIn what = isGrade(grade) ? HandIn.HANDED_IN : HandIn.UNKNOWN;
                String header = table.headers().get(item.column());
                if (file.isSaid() && Mark.isWord(grade)) {
                    rows.held(at, header, grade, Reason.UNKNOWN_WORD);
                    continue;
                }
                rows.handedIn(new HandedIn(at, who, header, item.id(), course, what, null));
            }
        });
    }

    private static boolean isGrade(String cell) {
        return !cell.isBlank()
                && !cell.equals("-")
                && !cell.equalsIgnoreCase("F") // as Moodle calls a zero in letters
                && !cell.matches("0+([.,]0+)?( ?%)?");
    }

    /** The day of the export, as its last column has it. */
    @Nullable LocalDate downloaded(java.time.ZoneId zone) {
        int at = new Columns(table.headers()).at(DOWNLOADED);
        for (TableRow row : table.first(1)) {
            if (at >= 0 && row.cell(at).matches("\\d{9,10}")) {
                return Instant.ofEpochSecond(Long.parseLong(row.cell(at)))
                        .atZone(zone)
                        .toLocalDate();
            }
        }
        return null;
    }
}
