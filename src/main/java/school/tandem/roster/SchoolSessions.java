package school.tandem.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.SchoolCalendar.Span;

/**
 * Which of a district's academic sessions make the calendar of one school. Sources don't say whose
 * a session is: a school goes by those that its classes name, with the year they belong to, and
 * leaves out others at the same time, which are another school's.
 */
final class SchoolSessions {

    /** A break of so many days without any session lies between two school years. */
    private static final int BETWEEN_YEARS = 35;

    /**
     * A session.
     *
     * @param parent the id of the one it belongs to; null: none
     * @param year the school year as the source names it; null: not said
     * @param ours whether classes of this school name it, or the school itself added it
     */
    record Session(
            String id,
            @Nullable String parent,
            String kind,
            Span span,
            @Nullable String year,
            boolean ours) {

        /** The same, ours too where classes of ours name it. */
        Session ifUsed(boolean used) {
            return new Session(id, parent, kind, span, year, ours || used);
        }

        boolean isYear() {
            return kind.equals("schoolYear");
        }

        boolean overlaps(Session other) {
            return span.from().isBefore(other.span.until())
                    && other.span.from().isBefore(span.until());
        }
    }

    private final List<Session> sessions;

    /**
     * @param all of the district or of this school, the earliest first
     */
    SchoolSessions(List<Session> all) {
        this.sessions = ours(all);
    }

    /** When school is held: a year counts as a term only where nothing finer is known of it. */
    List<Span> terms() {
        List<Session> finer = sessions.stream().filter(session -> !session.isYear()).toList();
        return sessions.stream()
                .filter(session -> !session.isYear() || finer.stream().noneMatch(session::overlaps))
                .map(Session::span)
                .toList();
    }

    /**
     * The first days of school years: of sessions that are years; where there is none, of the terms
     * that name the same year, or that follow a long break.
     */
    List<LocalDate> yearStarts() {
        List<LocalDate> starts = new ArrayList<>();
        Set<String> named = new HashSet<>();
        LocalDate lastDay = null;
        for (Session session : sessions) {
            Span span = session.span();
            boolean afterBreak =
                    lastDay == null || !span.from().isBefore(lastDay.plusDays(BETWEEN_YEARS));
            boolean inYear = sessions.stream().anyMatch(y -> y.isYear() && y.overlaps(session));
            boolean first = session.year() == null ? afterBreak : named.add(session.year());
            if (session.isYear() || !inYear && first) {
                starts.add(span.from());
            }
            lastDay = lastDay == null || span.until().isAfter(lastDay) ? span.until() : lastDay;
        }
        return starts;
    }

    private static List<Session> ours(List<Session> all) {
        Map<String, Session> byId = new HashMap<>();
        all.forEach(session -> byId.put(session.id(), session));
        Map<String, List<Session>> trees = new HashMap<>();
        all.forEach(session ->
                trees.computeIfAbsent(root(session, byId), root -> new ArrayList<>()).add(session));
        List<Session> used =
                trees.values().stream()
                        .filter(tree -> tree.stream().anyMatch(Session::ours))
                        .flatMap(List::stream)
                        .toList();
        Set<Session> foreign = new HashSet<>();
        for (List<Session> tree : trees.values()) {
            if (tree.stream().noneMatch(Session::ours) && isForeign(tree, used)) {
                foreign.addAll(tree);
            }
        }
        return all.stream().filter(session -> !foreign.contains(session)).toList();
    }

    /** A year by itself may well be that of our terms, unless these have one. */
    private static boolean isForeign(List<Session> tree, List<Session> used) {
        boolean loneYear = tree.size() == 1 && tree.getFirst().isYear();
        return tree.stream()
                .anyMatch(session ->
                        used.stream()
                                .filter(ours -> !loneYear || ours.isYear())
                                .anyMatch(session::overlaps));
    }

    private static String root(Session session, Map<String, Session> byId) {
        Session at = session;
        Set<String> seen = new HashSet<>();
        while (at.parent() != null && seen.add(at.id())) {
            Session parent = byId.get(at.parent());
            if (parent == null) {
                break;
            }
            at = parent;
        }
        return at.id();
    }
}
