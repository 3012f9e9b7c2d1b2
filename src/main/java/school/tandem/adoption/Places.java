package school.tandem.adoption;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.select;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;
import static school.tandemdb.roster.Tables.RUNNING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.ClassId;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.PersonId;
import school.tandem.roster.SchoolCalendar;
import school.tandem.security.SchoolKey;

/**
 * Who is in which class of a school on some days, and who has been for so short that silence is no
 * no. Read at once.
 */
final class Places {

    /** Somebody in class for fewer school days is not a no yet. */
    private static final int NEW = 10;

    /** Nobody is new after so many days; saves walking through years. */
    private static final int LONG_AGO = 120;

    /** Whose places are looked at, in all of their classes. */
    sealed interface Whose {
        /** Those of everybody. */
        record All() implements Whose {}

        /** Those of a class's students. */
        record Classmates(ClassId schoolClass) implements Whose {}

        /** Those of one person. */
        record One(PersonId person) implements Whose {}
    }

    /**
     * Somebody's place in a class.
     *
     * @param department a student's class's; a teacher's own, else the class's
     * @param source whose list of people somebody stands on
     */
    record Place(
            PersonId person,
            ClassId schoolClass,
            boolean student,
            @Nullable DepartmentId department,
            @Nullable String grade,
            String source) {

        private List<Group> groups() {
            List<Group> groups = new ArrayList<>();
            groups.add(Group.SCHOOL);
            if (department != null) {
                groups.add(Group.department(department.value()));
            }
            if (grade != null && student) {
                groups.add(Group.grade(grade));
            }
            return groups;
        }
    }

    /**
     * All places of one person, and the groups that they are counted in.
     *
     * @param joinedLater whether they came when the school year had run for a while; null: it is
     *     not known when it began
     */
    record Person(
            PersonId id,
            List<Place> places,
            Set<Group> groups,
            boolean isNew,
            @Nullable Boolean joinedLater) {

        /** The classes in which a student is. */
        Set<Group> classes() {
            Set<Group> classes = new HashSet<>();
            places.stream()
                    .filter(Place::student)
                    .forEach(place -> classes.add(Group.schoolClass(place.schoolClass().value())));
            return classes;
        }

        /** The groups of a kind; that of nobody known where there is none. */
        Set<Group> groups(String kind) {
            Set<Group> some = new HashSet<>();
            groups.stream().filter(group -> group.kind().equals(kind)).forEach(some::add);
            return some.isEmpty() ? Set.of(new Group(kind, "")) : some;
        }

        /** Whose list of people they stand on. */
        String source() {
            return places.getFirst().source();
        }
    }

    /**
     * A place with its time.
     *
     * @param until the first day that it no longer runs
     * @param gone since when the person is: who was ended by hand still has the places that the
     *     last import gave them; null: still there
     */
    private record Span(
            Place place,
            List<Group> groups,
            LocalDate from,
            LocalDate until,
            @Nullable LocalDate gone) {

        boolean runsOn(LocalDate day) {
            return !from.isAfter(day) && until.isAfter(day) && (gone == null || gone.isAfter(day));
        }
    }

    private final DSLContext dsl;
    private final SchoolKey key;
    private final SchoolCalendar calendar;
    private final LocalDate first;
    private final LocalDate last;
    private final Whose whose;
    private final List<Span> spans;

    /**
     * One statement.
     *
     * @param days the earliest first
     */
    Places(
            DSLContext dsl,
            SchoolKey key,
            SchoolCalendar calendar,
            List<LocalDate> days,
            Whose whose) {
        this.dsl = dsl;
        this.key = key;
        this.calendar = calendar;
        this.first = days.getFirst();
        this.last = days.getLast();
        this.whose = whose;
        this.spans = read();
    }

    /** Everybody in a class that runs on the day, each once; students or teachers. */
    List<Person> on(LocalDate day, boolean students) {
        Map<PersonId, LocalDate> since = since(day);
        Map<PersonId, List<Span>> byPerson = new HashMap<>();
        for (Span span : spans) {
            if (span.place().student() == students && span.runsOn(day)) {
                byPerson.computeIfAbsent(span.place().person(), person -> new ArrayList<>())
                        .add(span);
            }
        }
        Map<LocalDate, Boolean> fresh = new HashMap<>();
        Map<LocalDate, Boolean> late = new HashMap<>();
        LocalDate yearStart = calendar.yearStart(day);
        List<Person> people = new ArrayList<>(byPerson.size());
        byPerson.forEach((person, places) -> {
            Set<Group> groups = new HashSet<>();
            places.forEach(span -> groups.addAll(span.groups()));
            LocalDate from = since.getOrDefault(person, day);
            people.add(
                    new Person(
                            person,
                            places.stream().map(Span::place).toList(),
                            groups,
                            fresh.computeIfAbsent(from, on -> isNew(on, day)),
                            yearStart == null
                                    ? null
                                    : late.computeIfAbsent(from, on -> isLate(yearStart, on))));
        });
        return people;
    }

    /** The ids of those who run on any of the days or between them, for a question to join. */
    Select<Record1<PersonId>> idsOf(String role) {
        return select(RUNNING.PERSON_ID)
                .from(RUNNING)
                .where(RUNNING.DISTRICT_ID.eq(key.district()))
                .and(RUNNING.SCHOOL_ID.eq(key.school()))
                .and(RUNNING.FROM_ON.le(last))
                .and(RUNNING.TO_ON.gt(first))
                .and(RUNNING.ROLE.eq(role))
                .and(isLookedAt());
    }

    private Condition isLookedAt() {
        return switch (whose) {
            case Whose.All all -> DSL.noCondition();
            case Whose.Classmates(ClassId schoolClass) ->
                    RUNNING.PERSON_ID.in(studentsOf(schoolClass));
            case Whose.One(PersonId person) -> RUNNING.PERSON_ID.eq(person);
        };
    }

    private Select<Record1<PersonId>> studentsOf(ClassId schoolClass) {
        var own = RUNNING.as("own");
        return select(own.PERSON_ID)
                .from(own)
                .where(own.DISTRICT_ID.eq(key.district()), own.CLASS_ID.eq(schoolClass))
                .and(own.ROLE.eq("student"))
                .and(own.FROM_ON.le(last))
                .and(own.TO_ON.gt(first));
    }

    private List<Span> read() {
        LocalDate yearStart = calendar.yearStart(first);
        Condition sinceYear = yearStart == null ? DSL.noCondition() : RUNNING.TO_ON.gt(yearStart);
        return dsl.select(
                        RUNNING.PERSON_ID,
                        RUNNING.CLASS_ID,
                        RUNNING.ROLE.eq("student"),
                        case_().when(RUNNING.ROLE.eq("student"), CLASS_GROUP.DEPARTMENT_ID)
                                .otherwise(
                                        DSL.coalesce(
                                                PERSON_SCHOOL.DEPARTMENT_ID,
                                                CLASS_GROUP.DEPARTMENT_ID)),
                        PERSON.GRADE,
                        PERSON.SOURCE,
                        RUNNING.FROM_ON,
                        RUNNING.TO_ON,
                        PERSON.WITHDRAWN_ON)
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
                .where(RUNNING.DISTRICT_ID.eq(key.district()))
                .and(RUNNING.SCHOOL_ID.eq(key.school()))
                .and(RUNNING.FROM_ON.le(last))
                .and(sinceYear)
                .and(isLookedAt())
                .fetch(
                        Records.mapping(
                                (person,
                                        inClass,
                                        student,
                                        department,
                                        grade,
                                        source,
                                        from,
                                        until,
                                        gone) -> {
                                    Place place =
                                            new Place(
                                                    person,
                                                    inClass,
                                                    student,
                                                    department,
                                                    grade,
                                                    source);
                                    return new Span(place, place.groups(), from, until, gone);
                                }));
    }

    /** Since when everybody has been in class in the day's school year. */
    private Map<PersonId, LocalDate> since(LocalDate day) {
        LocalDate yearStart = calendar.yearStart(day);
        Map<PersonId, LocalDate> since = new HashMap<>();
        for (Span span : spans) {
            if (!span.from().isAfter(day)
                    && (yearStart == null || span.until().isAfter(yearStart))) {
                since.merge(
                        span.place().person(),
                        span.from(),
                        (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return since;
    }

    private boolean isNew(LocalDate since, LocalDate day) {
        LocalDate yearStart = calendar.yearStart(day);
        LocalDate from = yearStart == null ? since : later(since, yearStart);
        LocalDate longAgo = day.minusDays(LONG_AGO);
        return calendar.schoolDaysBetween(later(from, longAgo), day.plusDays(1)) < NEW;
    }

    /** Whether so many school days of the year were over that silence said something already. */
    private boolean isLate(LocalDate yearStart, LocalDate since) {
        return calendar.schoolDaysBetween(yearStart, later(since, yearStart)) >= NEW;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
