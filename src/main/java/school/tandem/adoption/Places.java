package school.tandem.adoption;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.min;
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
import org.jooq.Record2;
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
 * Who is in which class of a school on a day, and who has been for so short that silence is no no.
 */
final class Places {

    /** Somebody in class for fewer school days is not a no yet. */
    private static final int NEW = 10;

    /** Nobody is new after so many days; saves walking through years. */
    private static final int LONG_AGO = 120;

    /**
     * Somebody's place in a class that runs on the day.
     *
     * @param department a student's class's; a teacher's own, else the class's
     */
    record Place(
            PersonId person,
            ClassId schoolClass,
            boolean student,
            @Nullable DepartmentId department,
            @Nullable String grade) {

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
        Person(PersonId id, List<Place> places, boolean isNew, @Nullable Boolean joinedLater) {
            this(id, places, groups(places), isNew, joinedLater);
        }

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

        private static Set<Group> groups(List<Place> places) {
            Set<Group> groups = new HashSet<>();
            places.forEach(place -> groups.addAll(place.groups()));
            return groups;
        }
    }

    private final DSLContext dsl;
    private final SchoolKey key;
    private final SchoolCalendar calendar;
    private final LocalDate day;
    private final @Nullable ClassId only;

    Places(DSLContext dsl, SchoolKey key, SchoolCalendar calendar, LocalDate day) {
        this(dsl, key, calendar, day, null);
    }

    /**
     * @param only the class whose students alone are looked at, in all of their classes; null:
     *     everybody
     */
    Places(
            DSLContext dsl,
            SchoolKey key,
            SchoolCalendar calendar,
            LocalDate day,
            @Nullable ClassId only) {
        this.only = only;
        this.dsl = dsl;
        this.key = key;
        this.calendar = calendar;
        this.day = day;
    }

    /** Everybody in a class that runs on the day, each once; students and teachers apart. */
    Map<Boolean, List<Person>> byBeingStudent() {
        Map<PersonId, LocalDate> since = since();
        Map<Boolean, Map<PersonId, List<Place>>> byPerson = new HashMap<>();
        for (Place place : places()) {
            byPerson.computeIfAbsent(place.student(), student -> new HashMap<>())
                    .computeIfAbsent(place.person(), person -> new ArrayList<>())
                    .add(place);
        }
        Map<LocalDate, Boolean> fresh = new HashMap<>();
        Map<LocalDate, Boolean> later = new HashMap<>();
        LocalDate yearStart = calendar.yearStart(day);
        Map<Boolean, List<Person>> people = new HashMap<>();
        for (boolean student : new boolean[] {true, false}) {
            List<Person> some = new ArrayList<>();
            byPerson.getOrDefault(student, Map.of())
                    .forEach((person, places) -> {
                        LocalDate from = since.getOrDefault(person, day);
                        some.add(
                                new Person(
                                        person,
                                        places,
                                        fresh.computeIfAbsent(from, this::isNew),
                                        yearStart == null
                                                ? null
                                                : later.computeIfAbsent(
                                                        from, on -> isLate(yearStart, on))));
                    });
            people.put(student, some);
        }
        return people;
    }

    /** The ids of those who run on the day, for a question to join. */
    Select<Record1<PersonId>> idsOf(String role) {
        return select(RUNNING.PERSON_ID).from(RUNNING).where(runsOnDay(), RUNNING.ROLE.eq(role));
    }

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
                // Who was ended by hand still has the places that the last import gave them.
                .and(PERSON.WITHDRAWN_ON.isNull().or(PERSON.WITHDRAWN_ON.gt(day)))
                .fetch(Records.mapping(Place::new));
    }

    private Condition runsOnDay() {
        return RUNNING.DISTRICT_ID
                .eq(key.district())
                .and(RUNNING.SCHOOL_ID.eq(key.school()))
                .and(RUNNING.FROM_ON.le(day))
                .and(RUNNING.TO_ON.gt(day))
                .and(isLookedAt());
    }

    private Condition isLookedAt() {
        if (only == null) {
            return DSL.noCondition();
        }
        var own = RUNNING.as("own");
        return RUNNING.PERSON_ID.in(
                select(own.PERSON_ID)
                        .from(own)
                        .where(own.DISTRICT_ID.eq(key.district()), own.CLASS_ID.eq(only))
                        .and(own.ROLE.eq("student"))
                        .and(own.FROM_ON.le(day))
                        .and(own.TO_ON.gt(day)));
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
                .and(isLookedAt())
                .groupBy(RUNNING.PERSON_ID)
                .fetchMap(Record2::value1, Record2::value2);
    }

    private boolean isNew(LocalDate since) {
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
