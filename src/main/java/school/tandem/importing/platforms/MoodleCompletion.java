package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.HandIn;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.intake.Reason;

/**
 * Moodle's report of activity completion, with commas or, for spreadsheets, tabs in UTF-16: a row a
 * person, two columns an activity, the second for the day; above it the day by which the activity
 * is expected to be done, if there is one. An activity is work: done once somebody did what its
 * teacher asked for. Each pair of cells is a record.
 */
final class MoodleCompletion implements Moodle.Told {

    private static final Pattern DONE =
            Pattern.compile(
                    "(?iu)(?:completed|complete|done|pass|finalizad[oa]|completad[oa]|completo|hecho"
                            + "|abgeschlossen|erledigt|terminée?|achevée?|complétée?|concluíd[oa]"
                            + "|completat[oa])(?!\\p{L}).*");
    private static final Pattern NOT_DONE =
            Pattern.compile(
                    "(?iu)(?:not |incomp|inach|in progress|no |sin |nicht |non |não ).*"
                            + "|todo|to do|pendiente|failed.*");
    private static final Pattern FILE_OF_COURSE = Pattern.compile("(?i)progress\\.(.+?)\\.[a-z]+");

    /** An activity, whose day stands in the column behind. */
    private record Item(int column, String id, String title, @Nullable LocalDate dueOn) {}

    private final ExportFile file;
    private final TableFile table;
    private final MoodlePeople people;
    private final MoodleDays days;
    private final List<Item> items = new ArrayList<>();
    private final Course course;

    MoodleCompletion(ExportFile file) {
        this.file = file;
        this.table = file.table();
        List<String> headers = table.headers();
        this.people = new MoodlePeople(headers);
        this.days = MoodleDays.of(table, -1);
        this.course = Course.ofFile(file.name(), FILE_OF_COURSE);
        Map<String, Integer> times = new HashMap<>();
        for (int at : activities(headers)) {
            String title = headers.get(at);
            String id = course.shown() + "|" + title.toLowerCase(Locale.ROOT);
            int time = times.merge(id, 1, Integer::sum);
            String own = time == 1 ? id : id + "|" + time;
            items.add(new Item(at, own, title, days.read(headers.get(at + 1))));
        }
    }

    /** Where the activities stand. */
    static List<Integer> activities(List<String> headers) {
        return IntStream.iterate(firstPair(headers), at -> at + 1 < headers.size(), at -> at + 2)
                .boxed()
                .toList();
    }

    /** A blank header above the names, then pairs of an activity and a header blank or of a day. */
    static boolean isOne(List<String> headers) {
        return headers.size() >= 3
                && headers.getFirst().isBlank()
                && new MoodlePeople(headers).areThere()
                && isPaired(headers);
    }

    /** Whether a header blank or of a day follows every activity, of which there are some. */
    static boolean isPaired(List<String> headers) {
        return !activities(headers).isEmpty();
    }

    /**
     * Where the pairs begin: behind what is about the person, which may be a field of the site's
     * own. Past the end where it is not pairs from somewhere on.
     */
    private static int firstPair(List<String> headers) {
        MoodlePeople people = new MoodlePeople(headers);
        int end = headers.size();
        while (end > 1 && isPair(headers, end - 2) && !people.has(end - 2)) {
            end -= 2;
        }
        boolean allBefore =
                headers.subList(1, Math.max(1, end)).stream().noneMatch(String::isBlank);
        return allBefore ? end : headers.size();
    }

    private static boolean isPair(List<String> headers, int at) {
        String behind = headers.get(at + 1);
        return at > 0
                && !headers.get(at).isBlank()
                && (behind.isBlank() || MoodleDays.isDay(behind));
    }

    @Override
    public void read(ExportRows rows) {
        table.read(row -> {
            At at = file.at(row.line());
            Who who = people.of(row);
            for (Item item : items) {
                rows.work(
                        new Work(
                                at,
                                item.id(),
                                item.title(),
                                course,
                                null,
                                true,
                                null,
                                item.dueOn(),
                                false));
                take(row, at, who, item, rows);
            }
        });
    }

    private void take(TableRow row, At at, Who who, Item item, ExportRows rows) {
        String said = row.cell(item.column());
        String when = row.cell(item.column() + 1);
        boolean done = DONE.matcher(said).matches();
        if (!done && !said.isBlank() && !NOT_DONE.matcher(said).matches()) {
            rows.held(at, item.title(), said, Reason.UNKNOWN_WORD);
            return;
        }
        LocalDate day = done && !when.isBlank() ? days.read(when) : null;
        if (done && !when.isBlank() && day == null) {
            rows.held(at, item.title(), when, Reason.NOT_A_DATE);
            return;
        }
        HandIn what =
                done ? HandIn.HANDED_IN : said.isBlank() ? HandIn.UNKNOWN : HandIn.NOT_HANDED_IN;
        rows.handedIn(new HandedIn(at, who, item.title(), item.id(), course, what, day));
    }
}
