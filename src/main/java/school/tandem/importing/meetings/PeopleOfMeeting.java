package school.tandem.importing.meetings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.meetings.PersonRows.Event;
import school.tandem.importing.meetings.PersonRows.Said;
import school.tandem.roster.intake.Reason;
import school.tandem.training.MeetingPerson;
import school.tandem.training.Presence;
import school.tandem.training.Stay;

/**
 * Gathers the rows of one meeting by person: by e-mail, else by the name as written. Rows without
 * an e-mail belong to the one person with an e-mail who is written the same.
 */
final class PeopleOfMeeting {

    /** Told of a row that can't stand after all. */
    @FunctionalInterface
    interface Holder {
        void hold(long line, String column, String value, Reason reason);
    }

    private record Line(long number, @Nullable Event event) {}

    private static final class Person {
        private final String name;
        private final String email;
        private final List<Line> lines = new ArrayList<>();
        private Presence overall = Presence.NONE;
        private Presence detailed = Presence.NONE;

        Person(String name, String email) {
            this.name = name;
            this.email = email;
        }

        void add(Person other) {
            lines.addAll(other.lines);
            overall = overall.and(other.overall);
            detailed = detailed.and(other.detailed);
        }
    }

    private final Map<String, Person> people = new LinkedHashMap<>();

    /**
     * Takes a row.
     *
     * @param overall whether it sums what other rows may say in detail
     */
    void add(long line, Said said, boolean overall) {
        String key = said.email().isEmpty() ? written(said.name()) : "@" + said.email();
        Person person = people.computeIfAbsent(key, it -> new Person(said.name(), said.email()));
        person.lines.add(new Line(line, said.event()));
        if (overall) {
            person.overall = person.overall.and(said.presence());
        } else {
            person.detailed = person.detailed.and(said.presence());
        }
    }

    boolean isEmpty() {
        return people.isEmpty();
    }

    private static String written(String name) {
        String words = Words.plain(name);
        return words.isEmpty() ? name : words;
    }

    /** All of them; goings without a coming are held. */
    List<MeetingPerson> all(String actionColumn, Holder holder) {
        joinWritten();
        return people.values().stream()
                .map(person -> person(person, actionColumn, holder))
                .filter(person -> !person.lines().isEmpty())
                .toList();
    }

    private void joinWritten() {
        Map<String, List<Person>> byName = new LinkedHashMap<>();
        people.values().stream()
                .filter(person -> !person.email.isEmpty())
                .forEach(person ->
                        byName.computeIfAbsent(written(person.name), it -> new ArrayList<>())
                                .add(person));
        people.entrySet()
                .removeIf(entry -> {
                    List<Person> same = byName.getOrDefault(entry.getKey(), List.of());
                    boolean joins = entry.getValue().email.isEmpty() && same.size() == 1;
                    if (joins) {
                        same.getFirst().add(entry.getValue());
                    }
                    return joins;
                });
    }

    private static MeetingPerson person(Person person, String actionColumn, Holder holder) {
        List<Line> lines = new ArrayList<>(person.lines);
        boolean detailed = !person.detailed.equals(Presence.NONE);
        Presence presence = detailed ? person.detailed : person.overall;
        Presence walked = walked(lines, actionColumn, person.name, holder);
        return new MeetingPerson(
                person.name,
                person.email,
                presence.and(walked),
                lines.stream().map(Line::number).sorted().toList());
    }

    /**
     * From the first coming to the last going, however many devices came between; removes the lines
     * that it holds.
     */
    private static Presence walked(
            List<Line> lines, String actionColumn, String name, Holder holder) {
        List<Line> events =
                lines.stream()
                        .filter(line -> line.event() != null)
                        .sorted(
                                Comparator.comparing(PeopleOfMeeting::at)
                                        .thenComparing(line -> !isComing(line)))
                        .toList();
        List<Stay> stays = new ArrayList<>();
        Instant from = null;
        int inside = 0;
        Instant lastLeft = null;
        for (Line line : events) {
            if (isComing(line)) {
                from = inside == 0 ? at(line) : from;
                inside++;
                lastLeft = null;
            } else if (inside == 0) {
                lines.remove(line);
                holder.hold(line.number(), actionColumn, name, Reason.LEFT_UNJOINED);
            } else if (--inside == 0) {
                stays.add(new Stay(Objects.requireNonNull(from), at(line)));
            } else {
                lastLeft = at(line);
            }
        }
        if (inside > 0) {
            stays.add(new Stay(Objects.requireNonNull(from), lastLeft));
        }
        return new Presence(stays, List.of());
    }

    private static Instant at(Line line) {
        return Objects.requireNonNull(line.event()).at();
    }

    private static boolean isComing(Line line) {
        return Objects.requireNonNull(line.event()).joined();
    }
}
