package school.tandem.adoption;

import static org.jooq.impl.DSL.max;
import static school.tandemdb.adoption.Tables.STUDENT_DAY;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.RUNNING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.disclosure.Shown;
import school.tandem.roster.Calendars;
import school.tandem.roster.ClassId;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.PersonId;
import school.tandem.roster.SchoolCalendar;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.AccessDenied;
import school.tandem.security.Audit;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/**
 * The habits of classes, and the students of one who need a hand. A class often is one teacher's:
 * an administrator sees all, a teacher their own, nobody else any; in no order but the alphabet's.
 */
@Component
public class ClassHabits {

    /** The bit of a student's day that says that something was handed in. */
    private static final int HANDED_IN = 2;

    /** A class with what may be shown of its students. */
    public record Row(
            ClassId id, String title, @Nullable String grade, Map<Measure, Shown> shown) {}

    /**
     * A class and its students, by name.
     *
     * @param coversTo the last day that any source covers; null: none covers a class of the school
     * @param history the class in the weeks of this school year
     */
    public record Page(
            ClassId id,
            String title,
            @Nullable DepartmentId department,
            List<Student> students,
            @Nullable LocalDate coversTo,
            History history) {

        /** As the weeks' figures have it. */
        public Group group() {
            return ClassHabits.group(id);
        }

        /** Those of whom some habit is missing for sure. */
        public List<Student> needAHand() {
            return students.stream().filter(Student::needsAHand).toList();
        }

        /** Those of whom nothing is missing for sure, but something is unknown. */
        public List<Student> unknown() {
            return students.stream().filter(one -> !one.needsAHand() && one.isUnknown()).toList();
        }
    }

    /**
     * A student over all of their classes.
     *
     * @param handedInOn the last day in this school year; null: not known of any
     */
    public record Student(
            PersonId id,
            String name,
            Map<Measure, Answer> answers,
            @Nullable LocalDate handedInOn) {

        public Answer of(Measure measure) {
            return answers.getOrDefault(measure, Answer.UNKNOWN);
        }

        /** The habits of which this is known; attending is not asked of anybody yet. */
        public List<Measure> habits(Answer answer) {
            return Measure.habits().stream()
                    .filter(habit -> habit.isIndicator() && of(habit) == answer)
                    .toList();
        }

        boolean needsAHand() {
            return !habits(Answer.NO).isEmpty();
        }

        boolean isUnknown() {
            return !habits(Answer.UNKNOWN).isEmpty();
        }
    }

    private record Known(
            ClassId id, String title, @Nullable String grade, @Nullable DepartmentId department) {}

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final AdoptionFigures figures;
    private final Calendars calendars;
    private final Schools schools;
    private final Access access;
    private final Audit audit;

    ClassHabits(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            AdoptionFigures figures,
            Calendars calendars,
            Schools schools,
            Access access,
            Audit audit) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.figures = figures;
        this.calendars = calendars;
        this.schools = schools;
        this.access = access;
        this.audit = audit;
    }

    /** Whether whoever asks may see classes, if only their own. */
    public boolean maySee(SchoolKey key) {
        return maySeeAll(key) || access.may(key, Permission.SEE_OWN_STUDENTS);
    }

    /** Whether they may see all classes. */
    public boolean maySeeAll(SchoolKey key) {
        return access.may(key, Permission.SEE_STUDENTS);
    }

    /**
     * The classes that ran on a day and that whoever asks may see now, by title.
     *
     * @param department whose classes; null: of all
     * @param day today or a past day, which is counted anew
     */
    public List<Row> of(SchoolKey key, @Nullable DepartmentId department, LocalDate day) {
        if (!maySeeAll(key)) {
            access.require(key, Permission.SEE_OWN_STUDENTS);
        }
        return inDistrict.read(
                key.district(),
                () -> {
                    Figures counted = figures.ofKinds(key, day, Set.of("school", "class"));
                    List<Known> running =
                            classes(key, isThereOn(day)).stream()
                                    .filter(one ->
                                            counted.people(group(one.id()), Measure.HANDED_IN) > 0)
                                    .toList();
                    Set<ClassId> seen =
                            maySeeAll(key)
                                    ? running.stream().map(Known::id).collect(Collectors.toSet())
                                    : own(key, schools.today(schools.find(key)));
                    Map<Measure, Map<Group, Shown>> shown = shown(counted, running);
                    return running.stream()
                            .filter(one -> seen.contains(one.id()))
                            .filter(one ->
                                    department == null || department.equals(one.department()))
                            .map(one -> row(one, shown))
                            .toList();
                });
    }

    /** The classes of a department divide its students: they are judged together. */
    private static Map<Measure, Map<Group, Shown>> shown(Figures counted, List<Known> classes) {
        Map<String, Set<Group>> byDepartment = new LinkedHashMap<>();
        for (Known one : classes) {
            byDepartment
                    .computeIfAbsent(
                            String.valueOf(one.department()), department -> new LinkedHashSet<>())
                    .add(group(one.id()));
        }
        Map<Measure, Map<Group, Shown>> shown = new LinkedHashMap<>();
        for (Measure measure : Measure.learning()) {
            Map<Group, Shown> all = new LinkedHashMap<>();
            byDepartment
                    .values()
                    .forEach(groups -> all.putAll(GroupShares.of(counted, groups, measure)));
            shown.put(measure, all);
        }
        return shown;
    }

    private static Row row(Known one, Map<Measure, Map<Group, Shown>> shown) {
        Map<Measure, Shown> own = new LinkedHashMap<>();
        shown.forEach((measure, groups) ->
                own.put(measure, groups.getOrDefault(group(one.id()), new Shown.Unknown())));
        return new Row(one.id(), one.title(), one.grade(), own);
    }

    private static Group group(ClassId id) {
        return Group.schoolClass(id.value());
    }

    /**
     * The students of a class by name, with what each is known to do. That it was read is recorded.
     *
     * @throws AccessDenied if whoever asks is neither an administrator nor a teacher of the class
     * @throws NotHere if the school has no such class
     */
    public Page ofClass(SchoolKey key, ClassId id) {
        LocalDate today = schools.today(schools.find(key));
        requireTaught(key, id, today);
        return inDistrict.write(
                key.district(),
                () -> {
                    Known known =
                            classes(key, CLASS_GROUP.ID.eq(id)).stream()
                                    .findFirst()
                                    .orElseThrow(() -> new NotHere("Class " + id));
                    SchoolCalendar calendar = calendars.of(key);
                    FigureCount count = new FigureCount(dsl, key, calendar, today, id);
                    List<Student> students =
                            students(key, count.ofStudents(), lastDays(key, calendar, id, today));
                    audit.record(
                            key.district(),
                            "students.read",
                            "class",
                            id.toString(),
                            Map.of("students", students.size()),
                            List.of());
                    return new Page(
                            id,
                            known.title(),
                            known.department(),
                            students,
                            count.coversTo(),
                            new ClassWeeks(dsl, key, calendar, id).through(today));
                });
    }

    private void requireTaught(SchoolKey key, ClassId id, LocalDate today) {
        if (maySeeAll(key)) {
            return;
        }
        access.require(key, Permission.SEE_OWN_STUDENTS);
        boolean taught = inDistrict.read(key.district(), () -> own(key, today).contains(id));
        if (!taught) {
            access.require(key, Permission.SEE_STUDENTS);
        }
    }

    /** What was withdrawn since ran until then. */
    private static Condition isThereOn(LocalDate day) {
        return CLASS_GROUP.WITHDRAWN_ON.isNull().or(CLASS_GROUP.WITHDRAWN_ON.gt(day));
    }

    private List<Known> classes(SchoolKey key, Condition which) {
        return dsl.select(
                        CLASS_GROUP.ID,
                        CLASS_GROUP.TITLE,
                        CLASS_GROUP.GRADE,
                        CLASS_GROUP.DEPARTMENT_ID)
                .from(CLASS_GROUP)
                .where(CLASS_GROUP.DISTRICT_ID.eq(key.district()))
                .and(CLASS_GROUP.SCHOOL_ID.eq(key.school()))
                .and(which)
                .orderBy(DSL.lower(CLASS_GROUP.TITLE), CLASS_GROUP.ID)
                .fetch(Records.mapping(Known::new));
    }

    /** The classes that whoever asks teaches today. */
    private Set<ClassId> own(SchoolKey key, LocalDate today) {
        Long teacher = access.personIn(key);
        return teacher == null
                ? Set.of()
                : new HashSet<>(
                        dsl.select(RUNNING.CLASS_ID)
                                .from(RUNNING)
                                .where(RUNNING.DISTRICT_ID.eq(key.district()))
                                .and(RUNNING.SCHOOL_ID.eq(key.school()))
                                .and(RUNNING.PERSON_ID.eq(new PersonId(teacher)))
                                .and(RUNNING.ROLE.eq("teacher"))
                                .and(RUNNING.FROM_ON.le(today))
                                .and(RUNNING.TO_ON.gt(today))
                                .fetch(RUNNING.CLASS_ID));
    }

    private List<Student> students(
            SchoolKey key,
            Map<PersonId, Map<Measure, Answer>> answers,
            Map<PersonId, LocalDate> lastDays) {
        List<Student> students = new ArrayList<>();
        dsl.select(PERSON.ID, DSL.concat(PERSON.FAMILY_NAME, DSL.val(", "), PERSON.GIVEN_NAME))
                .from(PERSON)
                .where(PERSON.DISTRICT_ID.eq(key.district()))
                .and(PERSON.ID.eq(DSL.any(answers.keySet().toArray(PersonId[]::new))))
                .orderBy(DSL.lower(PERSON.FAMILY_NAME), DSL.lower(PERSON.GIVEN_NAME), PERSON.ID)
                .forEach(row ->
                        students.add(
                                new Student(
                                        row.value1(),
                                        row.value2(),
                                        Objects.requireNonNull(answers.get(row.value1())),
                                        lastDays.get(row.value1()))));
        return students;
    }

    /** On which day of this school year each of a class's students handed in last. */
    private Map<PersonId, LocalDate> lastDays(
            SchoolKey key, SchoolCalendar calendar, ClassId id, LocalDate today) {
        LocalDate yearStart = calendar.yearStart(today);
        return dsl.select(STUDENT_DAY.STUDENT_ID, max(STUDENT_DAY.DAY))
                .from(STUDENT_DAY)
                .where(STUDENT_DAY.DISTRICT_ID.eq(key.district()))
                .and(STUDENT_DAY.DAY.le(today))
                .and(yearStart == null ? DSL.noCondition() : STUDENT_DAY.DAY.ge(yearStart))
                .and(DSL.bitAnd(STUDENT_DAY.HABITS, (short) HANDED_IN).ne((short) 0))
                .and(
                        STUDENT_DAY.STUDENT_ID.in(
                                DSL.select(RUNNING.PERSON_ID)
                                        .from(RUNNING)
                                        .where(RUNNING.DISTRICT_ID.eq(key.district()))
                                        .and(RUNNING.CLASS_ID.eq(id))
                                        .and(RUNNING.ROLE.eq("student"))))
                .groupBy(STUDENT_DAY.STUDENT_ID)
                .fetchMap(Record2::value1, Record2::value2);
    }
}
