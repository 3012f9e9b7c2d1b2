package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import school.tandem.adoption.intake.HandIn;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.intake.Reason;

/**
 * Moodle's report of activity completion, with commas or, for spreadsheets, tabs in UTF-16: a row a
 * person, two columns an activity, the second for the day. An activity is work: done once somebody
 * did what its teacher asked for. Each pair of cells is a record.
 */
final class MoodleCompletion implements Moodle.Told {

    private static final Pattern DONE =
            Pattern.compile(
                    "(?i)(?:completed|complete|done|pass|finalizado|completado|completada|completo|hecho)\\b.*");
    private static final Pattern NOT_DONE =
            Pattern.compile(
                    "(?i)(?:not |incomp|in progress|no |sin ).*|todo|to do|pendiente|failed.*");
    private static final Pattern FILE_OF_COURSE = Pattern.compile("(?i)progress\\.(.+?)\\.[a-z]+");

    /** An activity, whose day stands in the column behind. */
    private record Item(int column, String id, String title) {}

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
        for (int at : activities(headers)) {
            String title = headers.get(at);
            String id = course.shown() + "|" + title.toLowerCase(Locale.ROOT);
            items.add(new Item(at, id, title));
        }
    }

    /** Where the activities stand. */
    static List<Integer> activities(List<String> headers) {
        MoodlePeople people = new MoodlePeople(headers);
        return IntStream.range(0, headers.size())
                .filter(at -> !people.has(at) && !headers.get(at).isBlank())
                .boxed()
                .toList();
    }

    /** People, then pairs of an activity and a header left blank. */
    static boolean isOne(List<String> headers) {
        return headers.size() >= 3
                && new MoodlePeople(headers).areThere()
                && headers.getFirst().isBlank()
                && isPaired(headers);
    }

    /** Whether a header left blank follows every activity, of which there are some. */
    static boolean isPaired(List<String> headers) {
        MoodlePeople people = new MoodlePeople(headers);
        int pairs = 0;
        for (int i = 1; i + 1 < headers.size(); i++) {
            if (!people.has(i) && !headers.get(i).isBlank()) {
                if (!headers.get(i + 1).isBlank()) {
                    return false;
                }
                pairs++;
            }
        }
        return pairs > 0;
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
                                null,
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
