package school.tandem.adoption;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.DayCount.Sums;
import school.tandem.adoption.Places.Whose;
import school.tandem.roster.ClassId;
import school.tandem.roster.PersonId;
import school.tandem.roster.SchoolCalendar;
import school.tandem.security.SchoolKey;

/**
 * Counts one school on one day, from the facts and the sums of days: the same for today and for any
 * past day. A fixed number of statements, however many students.
 */
final class FigureCount {

    private final DSLContext dsl;
    private final SchoolKey key;
    private final Facts facts;
    private final DayCount count;

    FigureCount(DSLContext dsl, SchoolKey key, SchoolCalendar calendar, LocalDate day) {
        this(dsl, key, Facts.read(dsl, key, calendar, List.of(day), List.of()), day);
    }

    /** Of a class's students alone, over all of their classes; their habits and homes only. */
    FigureCount(
            DSLContext dsl, SchoolKey key, SchoolCalendar calendar, LocalDate day, ClassId only) {
        this(
                dsl,
                key,
                Facts.ofStudents(dsl, key, calendar, List.of(day), new Whose.Classmates(only)),
                day);
    }

    FigureCount(DSLContext dsl, SchoolKey key, Facts facts, LocalDate day) {
        this.dsl = dsl;
        this.key = key;
        this.facts = facts;
        this.count = new DayCount(facts, day);
    }

    /** Of the school, its departments and grades, its classes, and what divides its students. */
    Figures count() {
        Sums sums = people(StudentDivisions.of(dsl, key, facts.places()));
        for (WorkDue.Part part : count.due()) {
            sums.take(part);
            sums.add(
                    List.of(Group.schoolClass(part.schoolClass().value())),
                    Measure.HAND_IN_RATE,
                    part.handedIn());
        }
        return count.figures(sums);
    }

    /** The same without work due and what lists say of students; asks the database nothing. */
    Figures byHomes() {
        return count.figures(people(StudentDivisions.withoutLists()));
    }

    private Sums people(StudentDivisions divisions) {
        Sums sums = new Sums();
        count.people((person, measure, answer) -> {
            sums.take(person, measure, answer);
            if (isHabit(measure)) {
                sums.add(person.classes(), measure, answer.once());
                sums.add(divisions.of(person, count.home(person)), measure, answer.once());
            }
        });
        return sums;
    }

    /**
     * The habits of the groups that equity gaps are told by, within each group of another kind.
     *
     * @param kind {@code grade} or {@code department}; whoever is in none is in the one without key
     */
    Map<Group, Figures> habitsWithin(String kind) {
        Map<Group, Sums> within = new HashMap<>();
        StudentDivisions divisions = StudentDivisions.of(dsl, key, facts.places());
        count.people((person, measure, answer) -> {
            if (isHabit(measure)) {
                for (Group group : person.groups(kind)) {
                    Sums sums = within.computeIfAbsent(group, one -> new Sums());
                    sums.add(List.of(Group.SCHOOL), measure, answer.once());
                    sums.add(person.groups("grade"), measure, answer.once());
                    sums.add(divisions.of(person, count.home(person)), measure, answer.once());
                }
            }
        });
        Map<Group, Figures> figures = new HashMap<>();
        within.forEach((group, sums) -> figures.put(group, count.figures(sums)));
        return figures;
    }

    private static boolean isHabit(Measure measure) {
        return DayCount.HABITS.containsKey(measure);
    }

    /** The last day that any source covers; null: none covers a class. */
    @Nullable LocalDate coversTo() {
        return count.coversTo();
    }

    /** What is known of each student. */
    Map<PersonId, Map<Measure, Answer>> ofStudents() {
        Map<PersonId, Map<Measure, Answer>> all = new HashMap<>();
        count.people((person, measure, answer) -> {
            if (measure.ofStudents()) {
                all.computeIfAbsent(person.id(), id -> new EnumMap<>(Measure.class))
                        .put(measure, answer);
            }
        });
        return all;
    }

    /** Those of whom a measure says so; the people behind a figure. */
    Set<PersonId> people(Measure asked, Answer wanted) {
        Set<PersonId> people = new HashSet<>();
        count.people((person, measure, answer) -> {
            if (measure == asked && answer == wanted) {
                people.add(person.id());
            }
        });
        return people;
    }
}
