package school.tandem.importing.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.meetings.Moments.Moment;
import school.tandem.importing.reading.LooseRows.LooseRow;
import school.tandem.roster.intake.Reason;
import school.tandem.training.Presence;
import school.tandem.training.Stay;

/** Reads the rows of one table of people. */
final class PersonRows {

    /** Somebody's coming or going. */
    record Event(Instant at, boolean joined) {}

    /**
     * What a row says.
     *
     * @param meeting which one, where each row says so; empty: it does not
     * @param event null: the row is a stay or a sum of stays
     */
    record Said(
            String meeting, String name, String email, Presence presence, @Nullable Event event) {}

    private static final int LONGEST_NAME = 300;
    private static final Duration LONGEST_STAY = Duration.ofHours(24);

    /** Meetings round the lengths that they give to minutes. */
    private static final Duration ROUNDING = Duration.ofSeconds(61);

    private static final List<Column> READ =
            List.of(
                    Column.NAME,
                    Column.FIRST_NAME,
                    Column.LAST_NAME,
                    Column.EMAIL,
                    Column.JOINED,
                    Column.LEFT,
                    Column.DURATION,
                    Column.ACTION,
                    Column.TIMESTAMP);
    private static final Set<String> NOTHING = Set.of("-", "--", "–", "—", "n/a", "na", "N/A");
    private static final Set<String> YES =
            Set.of("yes", "si", "ja", "oui", "sim", "y", "true", "1", "wahr", "verdadero", "vrai");
    private static final List<String> WENT =
            List.of(
                    "left",
                    "leave",
                    "sali",
                    "abandon",
                    "izquierda",
                    "verlass",
                    "gegangen",
                    "quitt",
                    "parti",
                    "sorti",
                    "gauche",
                    "saiu",
                    "sair",
                    "saida",
                    "esquerda",
                    "deixou");
    private static final List<String> CAME =
            List.of(
                    "join",
                    "unio",
                    "unid",
                    "ingres",
                    "entr",
                    "incorpor",
                    "beigetreten",
                    "beitritt",
                    "teilgenommen",
                    "rejoi",
                    "aderiu",
                    "participou");

    private final TableHead head;
    private final Moments moments;
    private final Durations durations;

    PersonRows(TableHead head, Moments moments) {
        this.head = head;
        this.moments = moments;
        this.durations = new Durations(head.shown(Column.DURATION));
    }

    TableHead head() {
        return head;
    }

    /**
     * Reads a row.
     *
     * @throws Unreadable if it must be held
     */
    Said read(LooseRow row) {
        check(row);
        String email = email(row);
        String name = name(row);
        if (name.isEmpty() && email.isEmpty()) {
            throw new Unreadable(nameColumn(), "", Reason.NO_IDENTITY);
        }
        if (name.length() > LONGEST_NAME) {
            throw new Unreadable(nameColumn(), name, Reason.TOO_LONG);
        }
        String shown = name.isEmpty() ? email : name;
        String meeting = head.cell(row, Column.MEETING) + "\n" + head.cell(row, Column.START);
        return head.isOfEvents()
                ? new Said(meeting, shown, email, Presence.NONE, event(row))
                : new Said(meeting, shown, email, presence(row), null);
    }

    private String nameColumn() {
        return Stream.of(Column.NAME, Column.LAST_NAME, Column.FIRST_NAME)
                .map(head::shown)
                .filter(shown -> !shown.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void check(LooseRow row) {
        for (int i = head.width(); i < row.cells().size(); i++) {
            if (!row.cell(i).isEmpty()) {
                throw new Unreadable("", row.cell(i), Reason.TOO_MANY_CELLS);
            }
        }
        for (Column column : READ) {
            if (!head.isText(row, column)) {
                throw new Unreadable(head.shown(column), head.cell(row, column), Reason.NOT_TEXT);
            }
        }
    }

    private String name(LooseRow row) {
        return Stream.of(Column.FIRST_NAME, Column.NAME, Column.LAST_NAME)
                .map(column -> head.cell(row, column))
                .filter(part -> !part.isEmpty() && !NOTHING.contains(part))
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ");
    }

    private String email(LooseRow row) {
        return Stream.of(Column.EMAIL, Column.SIGN_IN_NAME)
                .map(column -> head.cell(row, column))
                .filter(cell -> cell.indexOf('@') > 0 && cell.length() <= LONGEST_NAME)
                .map(cell -> cell.toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private Event event(LooseRow row) {
        String words = Words.plain(head.cell(row, Column.ACTION));
        boolean went = Words.containsAny(words, WENT);
        if (!went && !Words.containsAny(words, CAME)) {
            throw unreadable(row, Column.ACTION, Reason.UNKNOWN_WORD);
        }
        Moment at = moment(row, Column.TIMESTAMP);
        if (at == null) {
            throw unreadable(row, Column.TIMESTAMP, Reason.BLANK);
        }
        return new Event(at.at(), !went);
    }

    private Presence presence(LooseRow row) {
        Moment joined = moment(row, Column.JOINED);
        Moment left = left(row, joined);
        Duration length = length(row);
        if (YES.contains(Words.plain(head.cell(row, Column.WAITING_ROOM)))) {
            return Presence.NONE;
        }
        if (joined != null && left != null) {
            return span(row, joined.at(), left.at(), length);
        }
        if (length == null) {
            if (joined == null) {
                Column missing = head.has(Column.JOINED) ? Column.JOINED : Column.DURATION;
                throw new Unreadable(head.shown(missing), "", Reason.BLANK);
            }
            return stay(joined.at(), null);
        }
        if (joined != null) {
            return stay(joined.at(), joined.at().plus(length));
        }
        return left != null
                ? stay(left.at().minus(length), left.at())
                : new Presence(List.of(), List.of(new Presence.Sum(length, null, null)));
    }

    private Presence span(LooseRow row, Instant joined, Instant left, @Nullable Duration length) {
        Duration span = Duration.between(joined, left);
        if (span.isNegative()) {
            throw unreadable(row, Column.LEFT, Reason.DATES_REVERSED);
        }
        if (span.compareTo(LONGEST_STAY) > 0) {
            throw unreadable(row, Column.LEFT, Reason.NOT_A_TIME);
        }
        boolean rounded = length == null || length.plus(ROUNDING).compareTo(span) >= 0;
        return length == null || rounded && !head.isOverall()
                ? stay(joined, left)
                : new Presence(List.of(), List.of(new Presence.Sum(length, joined, left)));
    }

    private static Presence stay(Instant from, @Nullable Instant until) {
        return new Presence(List.of(new Stay(from, until)), List.of());
    }

    /** A time without a date is one of the day that they came on, or of the night after. */
    private @Nullable Moment left(LooseRow row, @Nullable Moment joined) {
        Moment left = moment(row, Column.LEFT);
        if (left == null || left.dated() || joined == null) {
            return left;
        }
        var day = moments.day(joined.at());
        String cell = head.cell(row, Column.LEFT);
        Moment same = moments.read(cell, day).orElse(left);
        return same.at().isBefore(joined.at())
                ? moments.read(cell, day.plusDays(1)).orElse(same)
                : same;
    }

    private @Nullable Moment moment(LooseRow row, Column column) {
        String cell = head.cell(row, column);
        if (cell.isEmpty() || NOTHING.contains(cell)) {
            return null;
        }
        return moments.read(cell).orElseThrow(() -> unreadable(row, column, Reason.NOT_A_TIME));
    }

    private @Nullable Duration length(LooseRow row) {
        String cell = head.cell(row, Column.DURATION);
        if (cell.isEmpty() || NOTHING.contains(cell)) {
            return null;
        }
        return durations
                .read(cell)
                .orElseThrow(() -> unreadable(row, Column.DURATION, Reason.NOT_A_DURATION));
    }

    private Unreadable unreadable(LooseRow row, Column column, Reason reason) {
        return new Unreadable(head.shown(column), head.cell(row, column), reason);
    }
}
