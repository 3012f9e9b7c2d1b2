package school.tandem.importing.meetings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.meetings.PersonRows.Said;
import school.tandem.importing.reading.LooseRows.LooseRow;
import school.tandem.roster.intake.Held;
import school.tandem.roster.intake.Reason;
import school.tandem.training.MeetingPerson;

/** Goes through a report row by row: what is about a meeting, what is headers, who is people. */
final class ReportRows {

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2})\\s*[.)]\\s*[^\\d\\s].*");
    private static final Set<String> SUMMARIES =
            Set.of(
                    "meeting summary",
                    "summary",
                    "resumen de la reunion",
                    "resumen",
                    "besprechungszusammenfassung",
                    "besprechungsubersicht",
                    "zusammenfassung",
                    "resume de la reunion",
                    "resume",
                    "resumo da reuniao",
                    "resumo");
    private static final Pattern TOTALS =
            Pattern.compile(
                    "(?:grand )?totals?|gesamt|gesamtsumme|summe|suma|somme|totaux"
                            + "|total (?:general|geral|participants?|attendees|de participantes|number of .*)");
    private static final List<String> ABOUT =
            List.of(
                    "meeting",
                    "reunion",
                    "besprechung",
                    "reuniao",
                    "total",
                    "attend",
                    "particip",
                    "teilnehm",
                    "teilgenommen",
                    "asist",
                    "start",
                    "inicio",
                    "beginn",
                    "debut",
                    "end time",
                    "endzeit",
                    "hora de",
                    "heure",
                    "uhrzeit",
                    "average",
                    "promedio",
                    "media de",
                    "tempo",
                    "durchschn",
                    "duration",
                    "duracion",
                    "dauer",
                    "duree",
                    "duracao",
                    "title",
                    "titulo",
                    "titel",
                    "titre",
                    "topic",
                    "tema",
                    "thema",
                    "sujet",
                    "date",
                    "fecha",
                    "datum",
                    "data",
                    "generated",
                    "created",
                    "organi",
                    "host",
                    "code",
                    "codigo",
                    "id");

    /** What is said of one meeting. */
    private static final class Block {
        private String title = "";
        private @Nullable Instant start;
        private @Nullable Instant end;
        private final Map<String, PeopleOfMeeting> people = new LinkedHashMap<>();
        private boolean tables;
    }

    private final String file;
    private final Moments moments;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private Block block = new Block();
    private @Nullable PersonRows table;
    private @Nullable TableHead awaited;
    private @Nullable MeetingFormat format;
    private boolean topics;
    private String actionColumn = "";
    private int rows;
    private int about;

    ReportRows(String file, Moments moments) {
        this.file = file;
        this.moments = moments;
        blocks.add(block);
    }

    void take(LooseRow row) {
        Optional<TableHead> people = row.broken() ? Optional.empty() : TableHead.ofPeople(row);
        Optional<TableHead> meeting = row.broken() ? Optional.empty() : TableHead.ofMeeting(row);
        if (row.broken()) {
            rows++;
            hold(row, new Unreadable("", first(row), Reason.BROKEN_QUOTES));
        } else if (people.isPresent()) {
            about++;
            begin(people.get());
        } else if (meeting.isPresent()) {
            about++;
            topics = true;
            newMeeting();
            awaited = meeting.get();
        } else if (isAbout(row)) {
            about++;
        } else {
            rows++;
            person(row);
        }
    }

    private void begin(TableHead head) {
        boolean details =
                table != null && table.head().isOverall() && !head.isOverall() || inDetails;
        if (block.tables && !details) {
            newMeeting();
        }
        inDetails = false;
        awaited = null;
        block.tables = true;
        table = new PersonRows(head, moments);
        actionColumn = head.isOfEvents() ? head.shown(Column.ACTION) : actionColumn;
        if (format == null) {
            format = head.format().orElse(null);
        }
    }

    /** A new one unless nothing is known of the last. */
    private void newMeeting() {
        table = null;
        if (block.tables || block.start != null || !block.title.isEmpty()) {
            block = new Block();
            blocks.add(block);
        }
    }

    /** Whether the next headers are those of another table of the same meeting. */
    private boolean inDetails;

    private boolean isAbout(LooseRow row) {
        TableHead values = awaited;
        if (values != null && isOfMeeting(values, row)) {
            awaited = null;
            say(
                    values.cell(row, Column.MEETING),
                    values.cell(row, Column.START),
                    values.cell(row, Column.END));
            return true;
        }
        List<String> cells = filled(row);
        if (cells.size() == 1 && isSection(cells.getFirst())) {
            return true;
        }
        return table == null ? isKey(row, cells) : isTotal(row, cells) || isNextMeeting(cells);
    }

    /** Somebody's row that strayed here has moments, too, but not all that belongs to a meeting. */
    private boolean isOfMeeting(TableHead head, LooseRow row) {
        String start = head.cell(row, Column.START);
        String end = head.cell(row, Column.END);
        String length = head.cell(row, Column.DURATION);
        String host = head.cell(row, Column.EMAIL);
        return (head.has(Column.START) ? !start.isEmpty() : !length.isEmpty())
                && (start.isEmpty() || moments.read(start).isPresent())
                && (end.isEmpty() || moments.read(end).isPresent())
                && (length.isEmpty() || new Durations("").read(length).isPresent())
                && (host.isEmpty() || host.contains("@"));
    }

    private boolean isSection(String cell) {
        var numbered = NUMBERED.matcher(cell);
        boolean summary = SUMMARIES.contains(Words.plain(cell));
        if (!summary && !numbered.matches()) {
            return false;
        }
        boolean first = summary || numbered.group(1).equals("1");
        if (first && block.tables) {
            newMeeting();
        }
        inDetails = !first && block.tables;
        table = null;
        return true;
    }

    private boolean isKey(LooseRow row, List<String> cells) {
        if (cells.size() == 1 && blocks.size() == 1 && !block.tables) {
            return true;
        }
        String key = Words.plain(first(row));
        if (cells.size() > 2 || !isKnownKey(key)) {
            return false;
        }
        String value = cells.size() == 2 ? cells.getLast() : "";
        Optional<Column> column = Column.of(first(row));
        boolean titled = key.contains("tit") || column.filter(Column.MEETING::equals).isPresent();
        say(
                titled && block.title.isEmpty() ? value : "",
                column.filter(Column.START::equals).isPresent() ? value : "",
                column.filter(Column.END::equals).isPresent() ? value : "");
        return true;
    }

    private static boolean isKnownKey(String key) {
        return ABOUT.stream().anyMatch(part -> (" " + key).contains(" " + part));
    }

    private boolean isTotal(LooseRow row, List<String> cells) {
        return !cells.isEmpty()
                && TOTALS.matcher(Words.plain(cells.getFirst())).matches()
                && Objects.requireNonNull(table).head().cell(row, Column.EMAIL).isEmpty();
    }

    /** A line such as “Meeting title, Training” below people. */
    private boolean isNextMeeting(List<String> cells) {
        boolean next =
                cells.size() == 2
                        && Column.of(cells.getFirst()).filter(Column.MEETING::equals).isPresent();
        if (next) {
            newMeeting();
            say(cells.getLast(), "", "");
        }
        return next;
    }

    private void say(String title, String start, String end) {
        block.title = title.isEmpty() ? block.title : title;
        moments.read(start).ifPresent(moment -> block.start = moment.at());
        moments.read(end).ifPresent(moment -> block.end = moment.at());
    }

    private void person(LooseRow row) {
        PersonRows here = table;
        try {
            if (here == null) {
                throw new Unreadable("", first(row), Reason.NO_HEADER);
            }
            Said said = here.read(row);
            block.people
                    .computeIfAbsent(said.meeting(), it -> new PeopleOfMeeting())
                    .add(row.line(), said, here.head().isOverall());
        } catch (Unreadable unreadable) {
            hold(row, unreadable);
        }
    }

    private void hold(LooseRow row, Unreadable why) {
        held.add(new Held(file, row.line(), why.column(), why.value(), why.reason()));
    }

    private static String first(LooseRow row) {
        return filled(row).stream().findFirst().orElse("");
    }

    private static List<String> filled(LooseRow row) {
        return IntStream.range(0, row.cells().size())
                .mapToObj(row::cell)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    MeetingReport finish(String digest) {
        List<Meeting> meetings = new ArrayList<>();
        for (Block one : blocks) {
            one.people.forEach((key, people) -> meetings.add(meeting(one, key, people)));
        }
        held.sort(Comparator.comparingLong(Held::line));
        return new MeetingReport(
                format != null ? format : topics ? MeetingFormat.ZOOM : MeetingFormat.MEET,
                file,
                digest,
                List.copyOf(meetings),
                List.copyOf(held),
                rows,
                about);
    }

    private Meeting meeting(Block one, String key, PeopleOfMeeting gathered) {
        List<MeetingPerson> people =
                gathered.all(
                        actionColumn,
                        (line, column, value, reason) ->
                                held.add(new Held(file, line, column, value, reason)));
        Instant start = one.start;
        if (start == null) {
            start =
                    people.stream()
                            .map(person -> person.presence().from())
                            .filter(Objects::nonNull)
                            .min(Comparator.naturalOrder())
                            .orElse(null);
        }
        Instant end = one.end;
        if (end == null) {
            end =
                    people.stream()
                            .map(person -> person.presence().until())
                            .filter(Objects::nonNull)
                            .max(Comparator.naturalOrder())
                            .orElse(null);
        }
        return new Meeting(
                one.title.isEmpty() ? key.substring(0, key.indexOf('\n')) : one.title,
                start,
                end,
                people);
    }
}
