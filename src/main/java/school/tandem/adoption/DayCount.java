package school.tandem.adoption;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Declarations.Declared;
import school.tandem.adoption.Places.Person;
import school.tandem.adoption.Places.Place;
import school.tandem.roster.SchoolCalendar.Window;

/** Counts one day of a school from its facts; asks the database nothing. */
final class DayCount {

    /** Which bit of a day stands for which measure, as the sums of days have them. */
    static final Map<Measure, Integer> HABITS =
            Map.of(Measure.OPENED, 1, Measure.HANDED_IN, 2, Measure.QUIZ, 4, Measure.ATTENDED, 8);

    static final Map<Measure, Integer> PRACTICE =
            Map.of(Measure.ATTENDANCE, 1, Measure.ASSIGNMENTS, 2, Measure.QUIZZES, 4);

    /** What else somebody did who did this, whichever window either is looked for in. */
    private static final Map<Integer, Integer> HABITS_BESIDE = Map.of(2, 1, 4, 2 | 1);

    private static final Map<Integer, Integer> PRACTICE_BESIDE = Map.of(4, 2);

    /** Told what is counted of each person. */
    interface Taker {
        void take(Person person, Measure measure, Answer answer);
    }

    private final Facts facts;
    private final LocalDate day;
    private final Declarations declared;
    private final List<Person> students;
    private final List<Person> teachers;

    DayCount(Facts facts, LocalDate day) {
        this.facts = facts;
        this.day = day;
        this.declared = facts.on(day);
        this.students = facts.places().on(day, true);
        this.teachers = facts.places().on(day, false);
    }

    /** What was done in the windows that end on the day, or where the class's source of it ends. */
    Figures inWindow() {
        Sums sums = new Sums();
        people(sums);
        due().forEach(sums::take);
        return figures(sums);
    }

    /** What was done at any time since the school year began. */
    Figures inYear(LocalDate yearStart) {
        Sums sums = new Sums();
        Window year = new Window(yearStart, day);
        count(students, HABITS, one -> facts.students().of(one.id(), year), sums);
        count(teachers, PRACTICE, one -> facts.teachers().of(one.id(), year), sums);
        return figures(sums);
    }

    /** What was added up of the day. */
    Figures figures(Sums sums) {
        return new Figures(day, declared.coversTo(), sums.byGroup);
    }

    /** The work that was due in the windows. */
    List<WorkDue.Part> due() {
        return facts.due().on(day, declared);
    }

    List<Person> students() {
        return students;
    }

    /** What a student's family had said by the day. */
    Home home(Person student) {
        return facts.homes().on(day, student.id());
    }

    /** The last day up to this one that any source covers; null: none covers a class. */
    @Nullable LocalDate coversTo() {
        return declared.coversTo();
    }

    /** Tells of each person, and what they did in the window. */
    void people(Taker taker) {
        count(students, HABITS, this::habits, taker);
        count(teachers, PRACTICE, this::practice, taker);
        for (Person student : students) {
            Home home = home(student);
            taker.take(student, Measure.DEVICE, Answer.of(home.device()));
            taker.take(student, Measure.CONNECTION, Answer.of(home.connection()));
        }
    }

    private void count(
            List<Person> people,
            Map<Measure, Integer> bits,
            ToIntFunction<Person> seen,
            Taker taker) {
        for (Person person : people) {
            int did = seen.applyAsInt(person);
            int silence = person.isNew() ? 0 : said(person);
            Map<Measure, Answer> answers = new EnumMap<>(Measure.class);
            bits.forEach((measure, bit) -> answers.put(measure, answer(did, silence, bit)));
            answers.forEach((measure, answer) -> taker.take(person, measure, answer));
            if (bits == HABITS) {
                taker.take(person, Measure.ALL_HABITS, all(answers));
            }
        }
    }

    /** Attending online counts among them only where somebody tells of it. */
    private static Answer all(Map<Measure, Answer> answers) {
        boolean no = false;
        boolean unknown = false;
        for (Map.Entry<Measure, Answer> one : answers.entrySet()) {
            no |= one.getValue() == Answer.NO;
            unknown |= one.getValue() == Answer.UNKNOWN && one.getKey().isIndicator();
        }
        return no ? Answer.NO : unknown ? Answer.UNKNOWN : Answer.YES;
    }

    private int said(Person person) {
        int said = 0;
        for (Place place : person.places()) {
            Declared here = declared.of(place.schoolClass());
            if (here != null) {
                said |= reach(here, place.student()).told();
            }
        }
        return said;
    }

    private int habits(Person student) {
        return did(student, facts.students(), HABITS_BESIDE);
    }

    private int practice(Person teacher) {
        return did(teacher, facts.teachers(), PRACTICE_BESIDE);
    }

    /** Each of it in the windows that any of their classes' sources has for it. */
    private int did(Person person, Seen seen, Map<Integer, Integer> beside) {
        Map<Window, Integer> lookedFor = new HashMap<>();
        for (Place place : person.places()) {
            Declared here = declared.of(place.schoolClass());
            if (here != null) {
                reach(here, place.student())
                        .windows()
                        .forEach((window, bits) ->
                                lookedFor.merge(window, bits, (some, more) -> some | more));
            }
        }
        int did = 0;
        for (Map.Entry<Window, Integer> one : lookedFor.entrySet()) {
            did |= seen.of(person.id(), one.getKey()) & one.getValue();
        }
        return lookedFor.size() < 2 ? did : did | beside(did, beside);
    }

    /** Within one window the days have it already. */
    private static int beside(int did, Map<Integer, Integer> all) {
        int beside = 0;
        for (Map.Entry<Integer, Integer> one : all.entrySet()) {
            beside |= (did & one.getKey()) == 0 ? 0 : one.getValue();
        }
        return beside;
    }

    private static Reach reach(Declared declared, boolean ofStudents) {
        return ofStudents ? declared.habits() : declared.practice();
    }

    /** Silence is a no only where a source declares the habit. */
    private static Answer answer(int did, int silence, int bit) {
        if ((did & bit) != 0) {
            return Answer.YES;
        }
        return (silence & bit) != 0 ? Answer.NO : Answer.UNKNOWN;
    }

    /** Adds up group by group. */
    static final class Sums implements Taker {
        final Map<Group, Map<Measure, Answers>> byGroup;

        Sums() {
            this(new HashMap<>());
        }

        /** Adds to what is there. */
        Sums(Map<Group, Map<Measure, Answers>> byGroup) {
            this.byGroup = byGroup;
        }

        @Override
        public void take(Person person, Measure measure, Answer answer) {
            add(person.groups(), measure, answer.once());
        }

        void take(WorkDue.Part part) {
            add(part.groups(), Measure.HAND_IN_RATE, part.handedIn());
            add(part.groups(), Measure.ON_TIME, part.onTime());
        }

        void add(Collection<Group> groups, Measure measure, Answers answers) {
            for (Group group : groups) {
                byGroup.computeIfAbsent(group, g -> new EnumMap<>(Measure.class))
                        .merge(measure, answers, Answers::plus);
            }
        }
    }
}
