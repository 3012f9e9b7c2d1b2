package school.tandem.importing.meetings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import school.tandem.importing.reading.LooseRows.LooseRow;

/** The headers of a table in a report, and where which column stands. */
final class TableHead {

    private final List<String> headers;
    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private boolean overall;

    private TableHead(List<String> headers) {
        this.headers = headers;
        for (int i = 0; i < headers.size(); i++) {
            int at = i;
            Column.of(headers.get(i)).ifPresent(column -> put(column, at));
        }
        settleNames();
    }

    /** A host's e-mail and a meeting's length stand before those of the people: the last counts. */
    private void put(Column column, int at) {
        if (column == Column.EMAIL || column == Column.DURATION) {
            positions.put(column, at);
        } else {
            positions.putIfAbsent(column, at);
        }
        overall |=
                (column == Column.JOINED || column == Column.LEFT)
                        && Column.isOverall(headers.get(at));
    }

    /** “Nombre” is the first name beside “Apellidos”, “Nom” the last one beside “Prénom”. */
    private void settleNames() {
        Integer name = positions.get(Column.NAME);
        if (name == null) {
            return;
        }
        if (has(Column.LAST_NAME) && !has(Column.FIRST_NAME)) {
            positions.put(Column.FIRST_NAME, name);
            positions.remove(Column.NAME);
        } else if (has(Column.FIRST_NAME) && !has(Column.LAST_NAME)) {
            positions.put(Column.LAST_NAME, name);
            positions.remove(Column.NAME);
        }
    }

    /** The headers of a table of people; empty: the row is something else. */
    static Optional<TableHead> ofPeople(LooseRow row) {
        TableHead head = new TableHead(cells(row));
        return head.isOfPeople() ? Optional.of(head) : Optional.empty();
    }

    /** The headers of a table that has one row about the meeting; empty: something else. */
    static Optional<TableHead> ofMeeting(LooseRow row) {
        TableHead head = new TableHead(cells(row));
        boolean meeting =
                head.has(Column.MEETING)
                        && (head.has(Column.START) || head.has(Column.DURATION))
                        && !head.has(Column.JOINED)
                        && !head.has(Column.LEFT)
                        && head.positions.size() > 2;
        return meeting && !head.isOfPeople() ? Optional.of(head) : Optional.empty();
    }

    private static List<String> cells(LooseRow row) {
        return java.util.stream.IntStream.range(0, row.cells().size()).mapToObj(row::cell).toList();
    }

    private boolean isOfPeople() {
        boolean named = has(Column.NAME) || has(Column.FIRST_NAME) || has(Column.LAST_NAME);
        boolean lengths =
                has(Column.DURATION)
                        && (has(Column.EMAIL)
                                || has(Column.JOINED)
                                || has(Column.LEFT)
                                || has(Column.GUEST)
                                || has(Column.FIRST_NAME) && has(Column.LAST_NAME));
        return named && (has(Column.JOINED) && has(Column.LEFT) || lengths || isOfEvents());
    }

    /** Whether each row is somebody's coming or going. */
    boolean isOfEvents() {
        return has(Column.ACTION) && has(Column.TIMESTAMP);
    }

    /** Whether each row is all of somebody's stays, from the first coming to the last going. */
    boolean isOverall() {
        return overall && has(Column.DURATION);
    }

    boolean has(Column column) {
        return positions.containsKey(column);
    }

    int width() {
        return headers.size();
    }

    /** What stands in a column; empty: nothing, or there is no such column. */
    String cell(LooseRow row, Column column) {
        Integer at = positions.get(column);
        return at == null ? "" : row.cell(at);
    }

    boolean isText(LooseRow row, Column column) {
        Integer at = positions.get(column);
        return at == null || row.isText(at);
    }

    /** What the report itself calls a column. */
    String shown(Column column) {
        Integer at = positions.get(column);
        return at == null ? "" : headers.get(at);
    }

    /** Whose it is, as far as headers tell. */
    Optional<MeetingFormat> format() {
        String all = Words.plain(String.join(" ", headers));
        if (isOfEvents() || has(Column.SIGN_IN_NAME) || overall) {
            return Optional.of(MeetingFormat.TEAMS);
        }
        if (has(Column.FIRST_NAME) && has(Column.LAST_NAME)) {
            return Optional.of(MeetingFormat.MEET);
        }
        boolean zoom =
                has(Column.GUEST)
                        || has(Column.WAITING_ROOM)
                        || headers.stream().anyMatch(header -> header.contains("(M"))
                        || headers.stream().anyMatch(header -> header.contains("(m"));
        return zoom || Words.containsAny(all, List.of("orig", "ursprung", "consent"))
                ? Optional.of(MeetingFormat.ZOOM)
                : Optional.empty();
    }
}
