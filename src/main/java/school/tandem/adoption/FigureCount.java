package school.tandem.adoption;

import static school.tandemdb.adoption.Tables.HOME_ACCESS;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Declarations.Declared;
import school.tandem.adoption.Places.Person;
import school.tandem.adoption.Places.Place;
import school.tandem.roster.ClassId;
import school.tandem.roster.PersonId;
import school.tandem.roster.SchoolCalendar;
import school.tandem.roster.SchoolCalendar.Window;
import school.tandem.security.SchoolKey;

/**
 * Counts one school on one day, from the facts and the sums of days: the same for today and for any
 * past day. A fixed number of statements, however many students.
 */
final class FigureCount {

    /** Which bit of a day stands for which measure, as the sums of days have them. */
    private static final Map<Measure, Integer> HABITS =
            Map.of(Measure.OPENED, 1, Measure.HANDED_IN, 2, Measure.QUIZ, 4, Measure.ATTENDED, 8);

    private static final Map<Measure, Integer> PRACTICE =
            Map.of(Measure.ATTENDANCE, 1, Measure.ASSIGNMENTS, 2, Measure.QUIZZES, 4);

    /** What a family said; null: not asked, or not answered. */
    record Home(@Nullable Boolean device, @Nullable Boolean connection) {
        static final Home UNASKED = new Home(null, null);
    }

    /** Told what is counted of each person. */
    private interface Taker {
        void take(Person person, Measure measure, Answer answer);
    }

    private final DSLContext dsl;
    private final SchoolKey key;
    private final LocalDate day;
    private final Places places;
    private final Declarations declarations;
    private final Map<PersonId, Home> homes = new HashMap<>();

    FigureCount(DSLContext dsl, SchoolKey key, SchoolCalendar calendar, LocalDate day) {
        this(dsl, key, day, new Places(dsl, key, calendar, day), calendar);
    }

    /** Of a class's students alone, over all of their classes. */
    FigureCount(
            DSLContext dsl, SchoolKey key, SchoolCalendar calendar, LocalDate day, ClassId only) {
        this(dsl, key, day, new Places(dsl, key, calendar, day, only), calendar);
    }

    private FigureCount(
            DSLContext dsl, SchoolKey key, LocalDate day, Places places, SchoolCalendar calendar) {
        this.dsl = dsl;
        this.key = key;
        this.day = day;
        this.places = places;
        this.declarations = Declarations.of(dsl, key, calendar, day);
    }

    Figures count() {
        Sums sums = new Sums();
        StudentDivisions divisions = StudentDivisions.of(dsl, key, places);
        countPeople((person, measure, answer) -> {
            sums.add(person.groups(), measure, answer.once());
            if (measure.isHabit()) {
                sums.add(person.classes(), measure, answer.once());
                sums.add(divisions.of(person, home(person)), measure, answer.once());
            }
        });
        new WorkDue(dsl, key, day)
                .in(declarations)
                .forEach(part -> sums.add(part.groups(), Measure.HAND_IN_RATE, part.answers()));
        return sums.figures();
    }

    /**
     * The habits of the groups that equity gaps are told by, within each group of another kind.
     *
     * @param kind {@code grade} or {@code department}; whoever is in none is in the one without key
     */
    Map<Group, Figures> habitsWithin(String kind) {
        Map<Group, Sums> within = new HashMap<>();
        StudentDivisions divisions = StudentDivisions.of(dsl, key, places);
        countPeople((person, measure, answer) -> {
            if (measure.isHabit()) {
                for (Group group : person.groups(kind)) {
                    Sums sums = within.computeIfAbsent(group, one -> new Sums());
                    sums.add(List.of(Group.SCHOOL), measure, answer.once());
                    sums.add(person.groups("grade"), measure, answer.once());
                    sums.add(divisions.of(person, home(person)), measure, answer.once());
                }
            }
        });
        Map<Group, Figures> figures = new HashMap<>();
        within.forEach((group, sums) -> figures.put(group, sums.figures()));
        return figures;
    }

    /** The last day that any source covers; null: none covers a class. */
    @Nullable LocalDate coversTo() {
        return declarations.coversTo();
    }

    /** What is known of each student. */
    Map<PersonId, Map<Measure, Answer>> ofStudents() {
        Map<PersonId, Map<Measure, Answer>> all = new HashMap<>();
        countPeople((person, measure, answer) -> {
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
        countPeople((person, measure, answer) -> {
            if (measure == asked && answer == wanted) {
                people.add(person.id());
            }
        });
        return people;
    }

    private void countPeople(Taker taker) {
        Map<Boolean, List<Person>> people = places.byBeingStudent();
        List<Person> students = people.getOrDefault(true, List.of());
        List<Person> teachers = people.getOrDefault(false, List.of());
        List<Window> windows = declarations.windows();
        readHomes();
        count(students, SeenInWindows.ofStudents(dsl, key, places, windows), HABITS, taker);
        count(teachers, SeenInWindows.ofTeachers(dsl, key, places, windows), PRACTICE, taker);
        countHomes(students, taker);
    }

    private void count(
            List<Person> people, SeenInWindows seen, Map<Measure, Integer> bits, Taker taker) {
        for (Person person : people) {
            int said = 0;
            Set<Window> windows = new HashSet<>();
            for (Place place : person.places()) {
                Declared here = declarations.of(place.schoolClass());
                if (here != null) {
                    said |= place.student() ? here.habits() : here.practice();
                    windows.add(here.window());
                }
            }
            int did = seen.of(person.id(), windows);
            int silence = person.isNew() ? 0 : said;
            bits.forEach((measure, bit) -> taker.take(person, measure, answer(did, silence, bit)));
        }
    }

    /** Silence is a no only where a source declares the habit. */
    private static Answer answer(int did, int silence, int bit) {
        if ((did & bit) != 0) {
            return Answer.YES;
        }
        return (silence & bit) != 0 ? Answer.NO : Answer.UNKNOWN;
    }

    private void readHomes() {
        dsl.select(HOME_ACCESS.STUDENT_ID, HOME_ACCESS.DEVICE, HOME_ACCESS.CONNECTION)
                .from(HOME_ACCESS)
                .where(HOME_ACCESS.DISTRICT_ID.eq(key.district()))
                .and(HOME_ACCESS.ANSWERED_ON.le(day))
                .and(HOME_ACCESS.STUDENT_ID.in(places.idsOf("student")))
                .forEach(row -> homes.put(row.value1(), new Home(row.value2(), row.value3())));
    }

    private Home home(Person student) {
        return homes.getOrDefault(student.id(), Home.UNASKED);
    }

    private void countHomes(List<Person> students, Taker taker) {
        for (Person student : students) {
            Home home = home(student);
            taker.take(student, Measure.DEVICE, Answer.of(home.device()));
            taker.take(student, Measure.CONNECTION, Answer.of(home.connection()));
        }
    }

    /** What was counted so far, group by group. */
    private final class Sums {
        private final Map<Group, Map<Measure, Answers>> byGroup = new HashMap<>();

        void add(Collection<Group> groups, Measure measure, Answers answers) {
            for (Group group : groups) {
                byGroup.computeIfAbsent(group, g -> new HashMap<>())
                        .merge(measure, answers, Answers::plus);
            }
        }

        Figures figures() {
            return new Figures(day, declarations.coversTo(), byGroup);
        }
    }
}
