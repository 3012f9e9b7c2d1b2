package school.tandem.adoption;

import static org.jooq.impl.DSL.bitOrAgg;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.values;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.COVERAGE;
import static school.tandemdb.adoption.Tables.HOME_ACCESS;
import static school.tandemdb.adoption.Tables.STUDENT_DAY;
import static school.tandemdb.adoption.Tables.SUBMISSION;
import static school.tandemdb.adoption.Tables.TEACHER_DAY;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;
import static school.tandemdb.roster.Tables.RUNNING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Records;
import org.jooq.Row3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.ClassId;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.PersonId;
import school.tandem.roster.SchoolCalendar;
import school.tandem.roster.SchoolCalendar.Window;
import school.tandem.security.SchoolKey;

/**
 * Counts one school on one day, from the facts and the sums of days: the same for today and for any
 * past day. A fixed number of statements, however many students.
 */
final class FigureCount {

    /** A source that ends earlier than so many school days before says nothing about today. */
    private static final int STALE = 10;

    /** Somebody in class for fewer school days is not a no yet. */
    private static final int NEW = 10;

    private static final int LONG_AGO = 120;

    private static final short ATTENDANCE = 1;
    private static final short SECOND = 2;
    private static final short QUIZ = 4;

    /** Somebody's place in a class that runs on the day. */
    private record Place(
            PersonId person,
            ClassId schoolClass,
            boolean student,
            @Nullable DepartmentId department,
            @Nullable String grade) {}

    /** What is declared for a class, and the window in which it is looked for. */
    private record Declared(int habits, int practice, Window window) {}

    /** Work due, by class and grade. */
    private record Work(ClassId schoolClass, @Nullable String grade, Answers answers) {}

    private final DSLContext dsl;
    private final SchoolKey key;
    private final SchoolCalendar calendar;
    private final LocalDate day;
    private final Map<Group, Map<Measure, Answers>> byGroup = new HashMap<>();

    FigureCount(DSLContext dsl, SchoolKey key, SchoolCalendar calendar, LocalDate day) {
        this.dsl = dsl;
        this.key = key;
        this.calendar = calendar;
        this.day = day;
    }

    Figures count() {
        List<Place> places = places();
        Map<ClassId, LocalDate> ends = new HashMap<>();
        Map<ClassId, Declared> declared = declared(ends);
        Map<PersonId, LocalDate> since = since();
        List<Place> students = places.stream().filter(Place::student).toList();
        List<Place> teachers = places.stream().filter(place -> !place.student()).toList();
        Map<PersonId, List<Place>> byStudent = byPerson(students);
        countPeople(byStudent, declared, since, studentBits(declared), true);
        countPeople(byPerson(teachers), declared, since, teacherBits(declared), false);
        countWork(declared, students);
        countHomes(byStudent);
        return new Figures(
                day,
                ends.values().stream()
                        .max(LocalDate::compareTo)
                        .map(end -> end.isAfter(day) ? day : end)
                        .orElse(null),
                byGroup);
    }

    /** Everybody in a class that runs on the day; a teacher's department is their own. */
    private List<Place> places() {
        return dsl.select(
                        RUNNING.PERSON_ID,
                        RUNNING.CLASS_ID,
                        RUNNING.ROLE.eq("student"),
                        case_().when(RUNNING.ROLE.eq("student"), CLASS_GROUP.DEPARTMENT_ID)
                                .otherwise(
                                        DSL.coalesce(
                                                PERSON_SCHOOL.DEPARTMENT_ID,
                                                CLASS_GROUP.DEPARTMENT_ID)),
                        PERSON.GRADE)
                .distinctOn(RUNNING.PERSON_ID, RUNNING.CLASS_ID, RUNNING.ROLE)
                .from(RUNNING)
                .join(CLASS_GROUP)
                .on(CLASS_GROUP.DISTRICT_ID.eq(key.district()))
                .and(CLASS_GROUP.ID.eq(RUNNING.CLASS_ID))
                .join(PERSON)
                .on(PERSON.DISTRICT_ID.eq(key.district()))
                .and(PERSON.ID.eq(RUNNING.PERSON_ID))
                .leftJoin(PERSON_SCHOOL)
                .on(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                .and(PERSON_SCHOOL.PERSON_ID.eq(RUNNING.PERSON_ID))
                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                .where(runsOnDay())
                .fetch(Records.mapping(Place::new));
    }

    private Condition runsOnDay() {
        return RUNNING.DISTRICT_ID
                .eq(key.district())
                .and(RUNNING.SCHOOL_ID.eq(key.school()))
                .and(RUNNING.FROM_ON.le(day))
                .and(RUNNING.TO_ON.gt(day));
    }

    /**
     * What sources declare for the school's classes, as far as they reach near enough to the day.
     */
    private Map<ClassId, Declared> declared(Map<ClassId, LocalDate> ends) {
        Map<ClassId, Declared> declared = new HashMap<>();
        Map<LocalDate, Optional<Window>> windows = new HashMap<>();
        dsl.select(COVERAGE.CLASS_ID, COVERAGE.HABITS, COVERAGE.PRACTICE, COVERAGE.COVERS_TO)
                .from(COVERAGE)
                .join(CLASS_GROUP)
                .on(CLASS_GROUP.DISTRICT_ID.eq(key.district()))
                .and(CLASS_GROUP.ID.eq(COVERAGE.CLASS_ID))
                .where(COVERAGE.DISTRICT_ID.eq(key.district()))
                .and(CLASS_GROUP.SCHOOL_ID.eq(key.school()))
                .forEach(row -> {
                    ends.merge(row.value1(), row.value4(), FigureCount::later);
                    windows.computeIfAbsent(row.value4(), this::window)
                            .ifPresent(window ->
                                    declared.merge(
                                            row.value1(),
                                            new Declared(row.value2(), row.value3(), window),
                                            FigureCount::together));
                });
        return declared;
    }

    private Optional<Window> window(LocalDate coversTo) {
        if (!coversTo.isBefore(day)) {
            return calendar.window(day);
        }
        int behind = calendar.schoolDaysBetween(coversTo.plusDays(1), day.plusDays(1));
        return behind <= STALE ? calendar.window(coversTo) : Optional.empty();
    }

    private static Declared together(Declared one, Declared other) {
        Window window =
                new Window(
                        one.window().from().isBefore(other.window().from())
                                ? one.window().from()
                                : other.window().from(),
                        later(one.window().to(), other.window().to()));
        return new Declared(
                one.habits() | other.habits(), one.practice() | other.practice(), window);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Since when somebody has been in class this school year. */
    private Map<PersonId, LocalDate> since() {
        LocalDate yearStart = calendar.yearStart(day);
        return dsl.select(RUNNING.PERSON_ID, min(RUNNING.FROM_ON))
                .from(RUNNING)
                .where(RUNNING.DISTRICT_ID.eq(key.district()))
                .and(RUNNING.SCHOOL_ID.eq(key.school()))
                .and(RUNNING.FROM_ON.le(day))
                .and(yearStart == null ? DSL.noCondition() : RUNNING.TO_ON.gt(yearStart))
                .groupBy(RUNNING.PERSON_ID)
                .fetchMap(Record2::value1, Record2::value2);
    }

    private boolean isNew(@Nullable LocalDate since) {
        if (since == null) {
            return true;
        }
        LocalDate yearStart = calendar.yearStart(day);
        LocalDate from = yearStart == null ? since : later(since, yearStart);
        // Nobody is new after so long; saves walking through years.
        LocalDate longAgo = day.minusDays(LONG_AGO);
        return calendar.schoolDaysBetween(later(from, longAgo), day.plusDays(1)) < NEW;
    }

    private Map<Window, Map<PersonId, Integer>> studentBits(Map<ClassId, Declared> declared) {
        return bits(
                windows(declared),
                (from, to, number) ->
                        select(
                                        number,
                                        STUDENT_DAY.STUDENT_ID,
                                        bitOrAgg(STUDENT_DAY.HABITS).cast(Integer.class))
                                .from(STUDENT_DAY, windowTable(windows(declared)))
                                .where(STUDENT_DAY.DISTRICT_ID.eq(key.district()))
                                .and(STUDENT_DAY.DAY.between(from, to))
                                .and(STUDENT_DAY.STUDENT_ID.in(peopleOf("student")))
                                .groupBy(number, STUDENT_DAY.STUDENT_ID));
    }

    private Map<Window, Map<PersonId, Integer>> teacherBits(Map<ClassId, Declared> declared) {
        return bits(
                windows(declared),
                (from, to, number) ->
                        select(
                                        number,
                                        TEACHER_DAY.PERSON_ID,
                                        bitOrAgg(TEACHER_DAY.PRACTICE).cast(Integer.class))
                                .from(TEACHER_DAY, windowTable(windows(declared)))
                                .where(TEACHER_DAY.DISTRICT_ID.eq(key.district()))
                                .and(TEACHER_DAY.DAY.between(from, to))
                                .and(TEACHER_DAY.PERSON_ID.in(peopleOf("teacher")))
                                .groupBy(number, TEACHER_DAY.PERSON_ID));
    }

    private interface Question {
        Select<? extends org.jooq.Record3<Integer, PersonId, Integer>> of(
                Field<LocalDate> from, Field<LocalDate> to, Field<Integer> number);
    }

    private Map<Window, Map<PersonId, Integer>> bits(List<Window> windows, Question question) {
        Map<Window, Map<PersonId, Integer>> bits = new HashMap<>();
        if (windows.isEmpty()) {
            return bits;
        }
        Field<LocalDate> from = DSL.field(name("w", "from_on"), LocalDate.class);
        Field<LocalDate> to = DSL.field(name("w", "to_on"), LocalDate.class);
        Field<Integer> number = DSL.field(name("w", "number"), Integer.class);
        dsl.fetch(question.of(from, to, number))
                .forEach(row ->
                        bits.computeIfAbsent(
                                        windows.get(row.get(0, Integer.class)),
                                        window -> new HashMap<>())
                                .put(
                                        Objects.requireNonNull((PersonId) row.get(1)),
                                        row.get(2, Integer.class)));
        return bits;
    }

    /** The windows that occur; where nothing is declared, the day's own, for whoever was seen. */
    private List<Window> windows(Map<ClassId, Declared> declared) {
        Set<Window> windows = new HashSet<>();
        declared.values().forEach(d -> windows.add(d.window()));
        calendar.window(day).ifPresent(windows::add);
        return windows.stream()
                .sorted(java.util.Comparator.comparing(Window::from).thenComparing(Window::to))
                .toList();
    }

    private static Table<?> windowTable(List<Window> windows) {
        List<Row3<Integer, LocalDate, LocalDate>> rows = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            rows.add(row(i, windows.get(i).from(), windows.get(i).to()));
        }
        return values(rows.<Row3<Integer, LocalDate, LocalDate>>toArray(new Row3[0]))
                .as("w", "number", "from_on", "to_on");
    }

    private Select<? extends org.jooq.Record1<PersonId>> peopleOf(String role) {
        return select(RUNNING.PERSON_ID).from(RUNNING).where(runsOnDay(), RUNNING.ROLE.eq(role));
    }

    private static Map<PersonId, List<Place>> byPerson(List<Place> places) {
        Map<PersonId, List<Place>> byPerson = new HashMap<>();
        places.forEach(place ->
                byPerson.computeIfAbsent(place.person(), p -> new ArrayList<>()).add(place));
        return byPerson;
    }

    private void countPeople(
            Map<PersonId, List<Place>> people,
            Map<ClassId, Declared> declared,
            Map<PersonId, LocalDate> since,
            Map<Window, Map<PersonId, Integer>> bits,
            boolean students) {
        people.forEach((person, places) -> {
            int said = 0;
            Set<Window> windows = new HashSet<>();
            for (Place place : places) {
                Declared here = declared.get(place.schoolClass());
                if (here != null) {
                    said |= students ? here.habits() : here.practice();
                    windows.add(here.window());
                }
            }
            if (windows.isEmpty()) {
                calendar.window(day).ifPresent(windows::add);
            }
            int seen = seen(windows, bits, person);
            boolean isNew = isNew(since.get(person));
            Set<Group> groups = groups(places);
            if (students) {
                add(groups, Measure.OPENED, seen, said, ATTENDANCE, isNew);
                add(groups, Measure.HANDED_IN, seen, said, SECOND, isNew);
                add(groups, Measure.QUIZ, seen, said, QUIZ, isNew);
            } else {
                add(groups, Measure.ATTENDANCE, seen, said, ATTENDANCE, isNew);
                add(groups, Measure.ASSIGNMENTS, seen, said, SECOND, isNew);
                add(groups, Measure.QUIZZES, seen, said, QUIZ, isNew);
            }
        });
    }

    private static int seen(
            Collection<Window> windows, Map<Window, Map<PersonId, Integer>> bits, PersonId person) {
        int seen = 0;
        for (Window window : windows) {
            seen |= bits.getOrDefault(window, Map.of()).getOrDefault(person, 0);
        }
        return seen;
    }

    private void add(
            Set<Group> groups, Measure measure, int seen, int said, int bit, boolean isNew) {
        Answers answer =
                (seen & bit) != 0
                        ? new Answers(1, 0, 0)
                        : (said & bit) == 0 || isNew ? new Answers(0, 0, 1) : new Answers(0, 1, 0);
        groups.forEach(group -> add(group, measure, answer));
    }

    private void add(Group group, Measure measure, Answers answers) {
        byGroup.computeIfAbsent(group, g -> new HashMap<>()).merge(measure, answers, Answers::plus);
    }

    private static Set<Group> groups(List<Place> places) {
        Set<Group> groups = new HashSet<>();
        groups.add(Group.SCHOOL);
        for (Place place : places) {
            groups.add(Group.schoolClass(place.schoolClass().value()));
            if (place.department() != null) {
                groups.add(Group.department(place.department().value()));
            }
            if (place.grade() != null && place.student()) {
                groups.add(Group.grade(place.grade()));
            }
        }
        return groups;
    }

    /** Online work due in its class's window, of everybody in class on the day that it was due. */
    private void countWork(Map<ClassId, Declared> declared, List<Place> students) {
        List<Window> windows = windows(declared);
        if (windows.isEmpty() || declared.isEmpty()) {
            return;
        }
        Map<ClassId, DepartmentId> departments = new HashMap<>();
        students.forEach(place -> {
            if (place.department() != null) {
                departments.put(place.schoolClass(), place.department());
            }
        });
        LocalDate first = windows.getFirst().from();
        for (Work work : work(first, declared)) {
            add(Group.SCHOOL, Measure.HAND_IN_RATE, work.answers());
            add(
                    Group.schoolClass(work.schoolClass().value()),
                    Measure.HAND_IN_RATE,
                    work.answers());
            DepartmentId department = departments.get(work.schoolClass());
            if (department != null) {
                add(Group.department(department.value()), Measure.HAND_IN_RATE, work.answers());
            }
            if (work.grade() != null) {
                add(Group.grade(work.grade()), Measure.HAND_IN_RATE, work.answers());
            }
        }
    }

    private List<Work> work(LocalDate first, Map<ClassId, Declared> declared) {
        Condition handedIn =
                SUBMISSION
                        .STATUS
                        .eq("handed_in")
                        .and(SUBMISSION.HANDED_IN_ON.isNull().or(SUBMISSION.HANDED_IN_ON.le(day)));
        Condition exempt = SUBMISSION.STATUS.eq("exempt");
        Condition unknown = SUBMISSION.STATUS.eq("unknown");
        List<Work> work = new ArrayList<>();
        dsl.select(
                        RUNNING.CLASS_ID,
                        PERSON.GRADE,
                        ASSIGNMENT.DUE_ON,
                        DSL.count().filterWhere(handedIn),
                        DSL.count()
                                .filterWhere(
                                        SUBMISSION
                                                .STUDENT_ID
                                                .isNull()
                                                .or(
                                                        handedIn.not()
                                                                .and(exempt.not())
                                                                .and(unknown.not()))),
                        DSL.count().filterWhere(unknown))
                .from(ASSIGNMENT)
                .join(RUNNING)
                .on(RUNNING.DISTRICT_ID.eq(key.district()))
                .and(RUNNING.CLASS_ID.eq(ASSIGNMENT.CLASS_ID))
                .and(RUNNING.SCHOOL_ID.eq(key.school()))
                .and(RUNNING.ROLE.eq("student"))
                .and(RUNNING.FROM_ON.le(ASSIGNMENT.DUE_ON))
                .and(RUNNING.TO_ON.gt(ASSIGNMENT.DUE_ON))
                .join(PERSON)
                .on(PERSON.DISTRICT_ID.eq(key.district()))
                .and(PERSON.ID.eq(RUNNING.PERSON_ID))
                .leftJoin(SUBMISSION)
                .on(SUBMISSION.DISTRICT_ID.eq(key.district()))
                .and(SUBMISSION.ASSIGNMENT_ID.eq(ASSIGNMENT.ID))
                .and(SUBMISSION.STUDENT_ID.eq(RUNNING.PERSON_ID))
                .and(SUBMISSION.WITHDRAWN_ON.isNull())
                .where(ASSIGNMENT.DISTRICT_ID.eq(key.district()))
                .and(ASSIGNMENT.ONLINE.isTrue())
                .and(ASSIGNMENT.WITHDRAWN_ON.isNull())
                .and(ASSIGNMENT.DUE_ON.between(first, day))
                .groupBy(RUNNING.CLASS_ID, PERSON.GRADE, ASSIGNMENT.DUE_ON)
                .forEach(row -> {
                    Declared here = declared.get(row.value1());
                    if (here != null
                            && !row.value3().isBefore(here.window().from())
                            && !row.value3().isAfter(here.window().to())) {
                        work.add(
                                new Work(
                                        row.value1(),
                                        row.value2(),
                                        new Answers(row.value4(), row.value5(), row.value6())));
                    }
                });
        return work;
    }

    private void countHomes(Map<PersonId, List<Place>> students) {
        Map<PersonId, Boolean[]> answers = new HashMap<>();
        dsl.select(HOME_ACCESS.STUDENT_ID, HOME_ACCESS.DEVICE, HOME_ACCESS.CONNECTION)
                .from(HOME_ACCESS)
                .where(HOME_ACCESS.DISTRICT_ID.eq(key.district()))
                .and(HOME_ACCESS.ANSWERED_ON.le(day))
                .and(HOME_ACCESS.STUDENT_ID.in(peopleOf("student")))
                .forEach(row ->
                        answers.put(row.value1(), new Boolean[] {row.value2(), row.value3()}));
        students.forEach((student, places) -> {
            Boolean[] said = answers.getOrDefault(student, new Boolean[2]);
            Set<Group> groups = groups(places);
            groups.forEach(group -> add(group, Measure.DEVICE, answer(said[0])));
            groups.forEach(group -> add(group, Measure.CONNECTION, answer(said[1])));
        });
    }

    private static Answers answer(@Nullable Boolean said) {
        return said == null
                ? new Answers(0, 0, 1)
                : said ? new Answers(1, 0, 0) : new Answers(0, 1, 0);
    }
}
