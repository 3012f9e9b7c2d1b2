package school.tandem.adoption;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The adoption figures of a OneRoster bundle, counted from its lines with nothing of the product:
 * the model's words in plain loops, as slow as they like. Knows files without quoted cells.
 */
final class RawBundle {

    private record Span(LocalDate from, LocalDate until) {
        boolean has(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    private record Place(String who, String schoolClass, boolean student, Span span) {}

    private final Map<String, List<Map<String, String>>> files = new HashMap<>();
    private final LocalDate imported;
    private final List<Span> holidays = new ArrayList<>();
    private final Map<String, Set<LocalDate>> attended = new HashMap<>();
    private final Map<String, Span> attendanceTold = new HashMap<>();

    RawBundle(Path path, LocalDate imported) {
        this.imported = imported;
        for (String name :
                List.of(
                        "academicSessions",
                        "classes",
                        "enrollments",
                        "categories",
                        "lineItems",
                        "results")) {
            files.put(name, read(path, name + ".csv"));
        }
    }

    RawBundle withHoliday(LocalDate first, LocalDate last) {
        holidays.add(new Span(first, last.plusDays(1)));
        return this;
    }

    /**
     * With a list that tells of nothing but who attended.
     *
     * @param days by student
     * @param classes of which it tells
     * @param last its last day
     */
    RawBundle withAttendance(
            Map<String, Set<LocalDate>> days, Collection<String> classes, LocalDate last) {
        attended.putAll(days);
        LocalDate first =
                days.values().stream().flatMap(Set::stream).min(LocalDate::compareTo).orElseThrow();
        classes.forEach(one -> attendanceTold.put(one, new Span(first, last)));
        return this;
    }

    /** Yes, no and unknown of each measure, by its code. */
    Map<String, List<Long>> count(String school, LocalDate day) {
        Map<String, long[]> counts = new TreeMap<>();
        Set<String> classes = new HashSet<>();
        rows("classes").stream()
                .filter(row -> row.get("schoolSourcedId").equals(school))
                .forEach(row -> classes.add(row.get("sourcedId")));
        List<Place> places =
                places().stream().filter(p -> classes.contains(p.schoolClass())).toList();
        Span window = window(school, day, covers());
        boolean quizzes = rows("categories").stream().anyMatch(RawBundle::isQuiz);
        for (boolean student : new boolean[] {true, false}) {
            Set<String> running = new HashSet<>();
            places.stream()
                    .filter(p -> p.student() == student && p.span().has(day))
                    .forEach(p -> running.add(p.who()));
            for (String who : running) {
                boolean settled = isSettled(school, who, student, places, day);
                boolean said = window != null && settled;
                Set<Span> ofWork = new HashSet<>();
                Set<Span> ofAttending = new HashSet<>();
                Set<Span> ofAny = new HashSet<>();
                boolean attendingIsTold = false;
                for (Place place : places) {
                    if (place.student() == student
                            && place.who().equals(who)
                            && place.span().has(day)) {
                        Span told = attendanceTold.get(place.schoolClass());
                        Span ofList =
                                told == null || day.isBefore(told.from())
                                        ? null
                                        : window(school, day, told.until());
                        attendingIsTold |= ofList != null;
                        Span later = laterOf(window, ofList);
                        add(ofWork, window == null ? ofList : window);
                        add(ofAttending, ofList == null ? window : ofList);
                        add(ofAny, later);
                    }
                }
                if (student) {
                    boolean handedIn = handedIn(who, ofWork, false);
                    boolean opened = handedIn(who, ofAny, false) || begun(who, ofAny);
                    add(counts, "opened", handedIn || opened, false);
                    add(counts, "handed_in", handedIn, said);
                    boolean quiz = handedIn(who, ofWork, true);
                    add(counts, "quiz", quiz, said && quizzes);
                    boolean attends = attended(who, ofAttending);
                    boolean attendsNot = attendingIsTold && settled && !attends;
                    add(counts, "attended", attends, attendsNot);
                    boolean notAll = said && (!handedIn || quizzes && !quiz) || attendsNot;
                    add(counts, "all_habits", handedIn && quiz && !notAll, notAll);
                } else {
                    add(counts, "attendance", false, false);
                    add(counts, "assignments", set(who, ofWork, false), said);
                    add(counts, "quizzes", set(who, ofWork, true), said && quizzes);
                }
            }
        }
        rate(counts, classes, places, window, day);
        Map<String, List<Long>> lists = new LinkedHashMap<>();
        counts.forEach((code, n) -> lists.put(code, List.of(n[0], n[1], n[2])));
        return lists;
    }

    private static void add(Map<String, long[]> counts, String code, boolean yes, boolean elseNo) {
        counts.computeIfAbsent(code, c -> new long[3])[yes ? 0 : elseNo ? 1 : 2]++;
    }

    private static void add(Set<Span> spans, @Nullable Span span) {
        if (span != null) {
            spans.add(span);
        }
    }

    private static @Nullable Span laterOf(@Nullable Span one, @Nullable Span other) {
        return one == null || other != null && other.until().isAfter(one.until()) ? other : one;
    }

    private static boolean isIn(LocalDate day, Set<Span> windows) {
        return windows.stream().anyMatch(window -> window.has(day));
    }

    private boolean attended(String who, Set<Span> windows) {
        return attended.getOrDefault(who, Set.of()).stream().anyMatch(day -> isIn(day, windows));
    }

    private void rate(
            Map<String, long[]> counts,
            Set<String> classes,
            List<Place> places,
            @Nullable Span window,
            LocalDate day) {
        for (Map<String, String> item : rows("lineItems")) {
            LocalDate due = date(item.get("dueDate"));
            if (window == null
                    || due == null
                    || !window.has(due)
                    || !classes.contains(item.get("classSourcedId"))) {
                continue;
            }
            Set<String> obliged = new HashSet<>();
            places.stream()
                    .filter(p -> p.student() && p.span().has(due))
                    .filter(p -> p.schoolClass().equals(item.get("classSourcedId")))
                    .forEach(p -> obliged.add(p.who()));
            for (String who : obliged) {
                Map<String, String> result = result(item.get("sourcedId"), who);
                String status = result == null ? "" : result.get("scoreStatus");
                if (!status.equals("exempt")) {
                    boolean yes =
                            result != null
                                    && isHandedIn(result)
                                    && !LocalDate.parse(result.get("scoreDate")).isAfter(day);
                    add(counts, "hand_in_rate", yes, true);
                    if (yes) {
                        LocalDate on = LocalDate.parse(result.get("scoreDate"));
                        String late = result.getOrDefault("late", "");
                        boolean inTime = late.isEmpty() ? !on.isAfter(due) : late.equals("false");
                        add(counts, "on_time", inTime, true);
                    }
                }
            }
        }
    }

    private @Nullable Map<String, String> result(String item, String who) {
        return rows("results").stream()
                .filter(r -> r.get("lineItemSourcedId").equals(item))
                .filter(r -> r.get("studentSourcedId").equals(who))
                .findFirst()
                .orElse(null);
    }

    private boolean handedIn(String who, Set<Span> windows, boolean quizOnly) {
        if (windows.isEmpty()) {
            return false;
        }
        Map<String, Map<String, String>> items = byId("lineItems");
        return rows("results").stream()
                .filter(r -> r.get("studentSourcedId").equals(who))
                .filter(r -> isHandedIn(r))
                .filter(r -> isIn(LocalDate.parse(r.get("scoreDate")), windows))
                .anyMatch(r -> !quizOnly || isQuizItem(items.get(r.get("lineItemSourcedId"))));
    }

    private boolean begun(String who, Set<Span> windows) {
        return rows("results").stream()
                .filter(r -> r.get("studentSourcedId").equals(who))
                .filter(RawBundle::isBegun)
                .anyMatch(r -> isIn(LocalDate.parse(r.get("scoreDate")), windows));
    }

    private static boolean isHandedIn(Map<String, String> result) {
        boolean missing = result.getOrDefault("missing", "").equals("true");
        return switch (result.get("scoreStatus")) {
            case "submitted" -> true;
            case "partially graded", "fully graded" -> !missing;
            default -> false;
        };
    }

    private static boolean isBegun(Map<String, String> result) {
        return !isHandedIn(result)
                && !result.get("scoreStatus").equals("exempt")
                && result.getOrDefault("inProgress", "").equals("true");
    }

    private boolean set(String who, Set<Span> windows, boolean quizOnly) {
        if (windows.isEmpty()) {
            return false;
        }
        List<Place> taught =
                places().stream().filter(p -> !p.student() && p.who().equals(who)).toList();
        for (Map<String, String> item : rows("lineItems")) {
            LocalDate assigned = date(item.get("assignDate"));
            LocalDate on = assigned == null ? date(item.get("dueDate")) : assigned;
            if (on != null
                    && isIn(on, windows)
                    && (!quizOnly || isQuizItem(item))
                    && taught.stream()
                            .anyMatch(p ->
                                    p.schoolClass().equals(item.get("classSourcedId"))
                                            && p.span().has(on))) {
                return true;
            }
        }
        return false;
    }

    private boolean isQuizItem(@Nullable Map<String, String> item) {
        if (item == null) {
            return false;
        }
        Map<String, String> category = byId("categories").get(item.get("categorySourcedId"));
        return category != null && isQuiz(category);
    }

    private static boolean isQuiz(Map<String, String> category) {
        return Set.of("Quiz", "Exam").contains(category.get("title"));
    }

    /** Ten school days in class, this one among them, within the school year. */
    private boolean isSettled(
            String school, String who, boolean student, List<Place> places, LocalDate day) {
        LocalDate since =
                places.stream()
                        .filter(p -> p.who().equals(who))
                        .map(p -> p.span())
                        .filter(span -> !span.from().isAfter(day))
                        .filter(span -> span.until().isAfter(yearStart(school, day)))
                        .map(Span::from)
                        .min(LocalDate::compareTo)
                        .orElseThrow();
        LocalDate from = since.isBefore(yearStart(school, day)) ? yearStart(school, day) : since;
        long days = 0;
        for (LocalDate at = from; !at.isAfter(day); at = at.plusDays(1)) {
            days += isSchoolDay(school, at) ? 1 : 0;
        }
        return days >= 10;
    }

    /** Null: the source ends too early, or the year has had no school day yet. */
    private @Nullable Span window(String school, LocalDate day, LocalDate covers) {
        LocalDate end = covers.isBefore(day) ? covers : day;
        int behind = 0;
        for (LocalDate at = end.plusDays(1); !at.isAfter(day); at = at.plusDays(1)) {
            behind += isSchoolDay(school, at) ? 1 : 0;
        }
        if (behind > 10) {
            return null;
        }
        LocalDate from = null;
        int seen = 0;
        for (LocalDate at = end;
                seen < 20 && !at.isBefore(yearStart(school, end));
                at = at.minusDays(1)) {
            if (isSchoolDay(school, at)) {
                from = at;
                seen++;
            }
        }
        return from == null ? null : new Span(from, end.plusDays(1));
    }

    private LocalDate covers() {
        LocalDate last = LocalDate.MIN;
        for (Map<String, String> item : rows("lineItems")) {
            for (String column : List.of("assignDate", "dueDate")) {
                LocalDate at = date(item.get(column));
                last = at != null && !at.isAfter(imported) && at.isAfter(last) ? at : last;
            }
        }
        for (Map<String, String> result : rows("results")) {
            LocalDate at = date(result.get("scoreDate"));
            boolean counts = at != null && (isHandedIn(result) || isBegun(result));
            last = counts && !at.isAfter(imported) && at.isAfter(last) ? at : last;
        }
        return last;
    }

    private LocalDate yearStart(String school, LocalDate day) {
        return sessions(school).stream()
                .filter(s -> s.get("type").equals("schoolYear"))
                .map(s -> LocalDate.parse(s.get("startDate")))
                .filter(start -> !start.isAfter(day))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.of(1900, 1, 1));
    }

    private boolean isSchoolDay(String school, LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return false;
        }
        if (holidays.stream().anyMatch(holiday -> holiday.has(day))) {
            return false;
        }
        List<Map<String, String>> finer =
                sessions(school).stream().filter(s -> !s.get("type").equals("schoolYear")).toList();
        return (finer.isEmpty() ? sessions(school) : finer)
                .stream().anyMatch(session -> span(session).has(day));
    }

    /** The sessions of the years that the school's classes are in. */
    private List<Map<String, String>> sessions(String school) {
        Map<String, Map<String, String>> byId = byId("academicSessions");
        Set<String> roots = new HashSet<>();
        for (Map<String, String> row : rows("classes")) {
            if (row.get("schoolSourcedId").equals(school) && !row.get("termSourcedIds").isEmpty()) {
                for (String term : row.get("termSourcedIds").split(";")) {
                    roots.add(root(term, byId));
                }
            }
        }
        return rows("academicSessions").stream()
                .filter(s -> roots.contains(root(s.get("sourcedId"), byId)))
                .toList();
    }

    private static String root(String id, Map<String, Map<String, String>> byId) {
        String parent = byId.get(id).get("parentSourcedId");
        return parent.isEmpty() ? id : root(parent, byId);
    }

    private List<Place> places() {
        Map<String, Map<String, String>> classes = byId("classes");
        Map<String, Map<String, String>> sessions = byId("academicSessions");
        List<Place> places = new ArrayList<>();
        for (Map<String, String> row : rows("enrollments")) {
            LocalDate begins = or(date(row.get("beginDate")), LocalDate.of(1900, 1, 1));
            LocalDate ends = or(date(row.get("endDate")), LocalDate.of(9999, 12, 31));
            String terms = classes.get(row.get("classSourcedId")).get("termSourcedIds");
            for (String term : terms.split(";")) {
                Span span =
                        term.isEmpty()
                                ? new Span(begins, ends)
                                : new Span(
                                        later(begins, span(sessions.get(term)).from()),
                                        earlier(ends, span(sessions.get(term)).until()));
                if (span.from().isBefore(span.until())) {
                    places.add(
                            new Place(
                                    row.get("userSourcedId"),
                                    row.get("classSourcedId"),
                                    row.get("role").equals("student"),
                                    span));
                }
            }
        }
        return places;
    }

    private static Span span(Map<String, String> session) {
        return new Span(
                LocalDate.parse(session.get("startDate")), LocalDate.parse(session.get("endDate")));
    }

    private static LocalDate or(@Nullable LocalDate day, LocalDate other) {
        return day == null ? other : day;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable LocalDate date(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell);
    }

    private List<Map<String, String>> rows(String file) {
        return files.getOrDefault(file, List.of());
    }

    private Map<String, Map<String, String>> byId(String file) {
        Map<String, Map<String, String>> byId = new HashMap<>();
        rows(file).forEach(row -> byId.put(row.get("sourcedId"), row));
        return byId;
    }

    private static List<Map<String, String>> read(Path path, String name) {
        try {
            if (Files.isDirectory(path)) {
                try (InputStream in = Files.newInputStream(path.resolve(name))) {
                    return parse(in);
                }
            }
            try (ZipFile zip = new ZipFile(path.toFile());
                    InputStream in = zip.getInputStream(zip.getEntry(name))) {
                return parse(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> parse(InputStream in) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String[] header = lines.readLine().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
