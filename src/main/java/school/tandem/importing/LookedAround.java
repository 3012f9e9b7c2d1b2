package school.tandem.importing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.PeopleMeant.NotFound;
import school.tandem.importing.platforms.Activity;
import school.tandem.importing.platforms.At;
import school.tandem.importing.platforms.Course;
import school.tandem.importing.platforms.HandedIn;
import school.tandem.importing.platforms.PlatformReader;
import school.tandem.importing.platforms.Unheard;
import school.tandem.importing.platforms.Who;
import school.tandem.importing.platforms.Work;
import school.tandem.roster.ClassId;
import school.tandem.roster.PersonId;
import school.tandem.roster.intake.Reason;

/**
 * What a first look at a delivery finds out: who and which class it means, which class was given
 * which work, and up to which day it tells anything.
 */
final class LookedAround extends Unheard {

    private final PeopleMeant people;
    private final ClassesMeant classes;
    private final Map<String, Set<ClassId>> knownWork;
    private final LocalDate today;

    private final Map<String, Work> work = new LinkedHashMap<>();
    private final Map<String, Set<Course>> courses = new HashMap<>();
    private final Map<String, Map<ClassId, At>> given = new HashMap<>();
    private final Set<ClassId> named = new HashSet<>();
    private final Set<PersonId> placeless = new HashSet<>();
    private final Map<Integer, Set<PersonId>> unplaced = new HashMap<>();
    private final Map<Integer, ClassId> byPeople = new HashMap<>();
    private boolean lists;
    private boolean handsIn;
    private boolean does;
    private @Nullable LocalDate earliest;
    private @Nullable LocalDate latest;

    /**
     * @param knownWork the classes of work that earlier deliveries brought, by its platform's id
     */
    LookedAround(
            PeopleMeant people,
            ClassesMeant classes,
            Map<String, Set<ClassId>> knownWork,
            LocalDate today) {
        this.people = people;
        this.classes = classes;
        this.knownWork = knownWork;
        this.today = today;
    }

    /**
     * Looks; twice where people and courses are listed, since what they teach may stand last, and
     * where a file names no class, since only all its people say which one it is about.
     */
    void at(PlatformReader reader) {
        reader.read(this);
        unplaced.forEach((file, students) ->
                classes.commonTo(students).ifPresent(one -> byPeople.put(file, one)));
        if (lists || !byPeople.isEmpty()) {
            reader.read(this);
        }
    }

    @Override
    public void work(Work row) {
        work.merge(row.id(), row, (one, other) -> other.saysMore(one) ? other : one);
        seen(row.assignedOn());
        seen(row.dueOn());
        if (row.course() != null) {
            if (row.isRecord()) {
                courses.computeIfAbsent(row.id(), id -> new LinkedHashSet<>()).add(row.course());
            }
            try {
                Set<ClassId> all = classes.all(row.course());
                if (row.isRecord()) {
                    named.addAll(all);
                }
            } catch (NotFound unknown) {
                // its row says so
            }
        }
    }

    @Override
    public void handedIn(HandedIn row) {
        handsIn = true;
        try {
            PersonId student = people.find(row.who(), true);
            seen(row.on());
            if (!isNamed(courseOf(row))) {
                unplaced.computeIfAbsent(row.at().file(), file -> new HashSet<>()).add(student);
            }
            ClassId classGroup = classOf(row, student);
            named.add(classGroup);
            given.computeIfAbsent(row.workId(), id -> new LinkedHashMap<>())
                    .putIfAbsent(classGroup, row.at());
        } catch (NotFound unknown) {
            // its row says so
        }
    }

    @Override
    public void activity(Activity row) {
        does = true;
        try {
            PersonId person = people.find(row.who(), row.did().ofStudents());
            if (row.course() == null) {
                placeless.add(person);
            } else {
                place(row, row.course(), person);
            }
            seen(row.day());
        } catch (NotFound unknown) {
            // its row says so
        }
    }

    /** What is known by its file's name alone may be of the class that its people share. */
    private void place(Activity row, Course course, PersonId person) throws NotFound {
        try {
            Set<ClassId> all = classes.all(course);
            named.addAll(all.size() == 1 ? all : Set.of(classes.among(all, person)));
        } catch (NotFound unknown) {
            if (isNamed(course)) {
                throw unknown;
            }
            if (row.did().ofStudents()) {
                unplaced.computeIfAbsent(row.at().file(), file -> new HashSet<>()).add(person);
            }
            ClassId common = byPeople.get(row.at().file());
            if (common != null) {
                named.add(common);
            }
        }
    }

    @Override
    public void person(At at, Who who, boolean student) {
        lists = true;
        try {
            anyone(who, student);
        } catch (NotFound unknown) {
            // its row says so
        }
    }

    @Override
    public void course(At at, Course course) {
        lists = true;
        try {
            named.addAll(classes.all(course));
        } catch (NotFound unknown) {
            // its row says so
        }
    }

    private void seen(@Nullable LocalDate day) {
        if (day == null || day.isAfter(today)) {
            return;
        }
        earliest = earliest == null || day.isBefore(earliest) ? day : earliest;
        latest = latest == null || day.isAfter(latest) ? day : latest;
    }

    boolean hasWork() {
        return !work.isEmpty();
    }

    boolean hasHandIns() {
        return handsIn;
    }

    boolean hasActivities() {
        return does;
    }

    /** The classes that the delivery names, or that whoever it names is in. */
    Set<ClassId> classes() {
        Set<ClassId> all = new HashSet<>(named);
        if (!placeless.isEmpty()) {
            all.addAll(classes.of(placeless));
        }
        return all;
    }

    /** The earliest day of anything; null: it tells of no day. */
    @Nullable LocalDate earliest() {
        return earliest;
    }

    /** The latest day of anything, up to today; null: it tells of no day. */
    @Nullable LocalDate latest() {
        return latest;
    }

    /** What the delivery says most fully of a piece of work; null: nothing. */
    @Nullable Work work(String id) {
        return work.get(id);
    }

    /** The classes of which somebody was told to have been given a piece of work. */
    Set<ClassId> given(String workId) {
        return given.getOrDefault(workId, Map.of()).keySet();
    }

    /** The classes for which an earlier delivery brought it. */
    Set<ClassId> known(String workId) {
        return knownWork.getOrDefault(workId, Set.of());
    }

    /** A list does not always say what somebody is. */
    PersonId anyone(Who who, boolean student) throws NotFound {
        try {
            return people.find(who, student);
        } catch (NotFound unknown) {
            if (!student) {
                throw unknown;
            }
            try {
                return people.find(who, false);
            } catch (NotFound neither) {
                throw unknown;
            }
        }
    }

    /** Whether a platform knows work of several classes by the same words. */
    boolean isOfSeveral(String workId) {
        return courses.getOrDefault(workId, Set.of()).size() > 1;
    }

    private Set<ClassId> ofAny(Set<Course> several) throws NotFound {
        Set<ClassId> all = new LinkedHashSet<>();
        for (Course one : several) {
            try {
                all.addAll(classes.all(one));
            } catch (NotFound unknown) {
                // its own row says so
            }
        }
        if (all.isEmpty()) {
            throw new NotFound(Reason.UNKNOWN_REFERENCE);
        }
        return all;
    }

    /**
     * The class in which somebody was given work: the one that is named, else the one that earlier
     * deliveries brought it for, else the one that the people of its file have in common.
     */
    ClassId classOf(HandedIn row, PersonId person) throws NotFound {
        try {
            return namedClassOf(row, person);
        } catch (NotFound unknown) {
            ClassId common = isNamed(courseOf(row)) ? null : byPeople.get(row.at().file());
            if (common == null) {
                throw unknown;
            }
            return common;
        }
    }

    private ClassId namedClassOf(HandedIn row, PersonId person) throws NotFound {
        if (row.course() == null && isOfSeveral(row.workId())) {
            return classes.among(ofAny(courses.getOrDefault(row.workId(), Set.of())), person);
        }
        Set<ClassId> before = knownWork.get(row.workId());
        Course course = courseOf(row);
        if (course != null) {
            try {
                return classes.find(course, person);
            } catch (NotFound unknown) {
                if (course.isNamed() || before == null) {
                    throw unknown;
                }
            }
        }
        if (before == null) {
            throw new NotFound(Reason.UNKNOWN_REFERENCE);
        }
        return classes.among(before, person);
    }

    /** Where it was given, as far as the delivery says; null: it does not. */
    private @Nullable Course courseOf(HandedIn row) {
        Work known = work.get(row.workId());
        return row.course() != null ? row.course() : known == null ? null : known.course();
    }

    private static boolean isNamed(@Nullable Course course) {
        return course != null && course.isNamed();
    }

    /** The classes that files are about by their people alone; by the files' numbers. */
    Map<Integer, ClassId> byPeople() {
        return byPeople;
    }

    /** The cell that is to blame where no class is found: that of the class, else of the work. */
    String[] blamed(HandedIn row) {
        Course course = courseOf(row);
        return course == null
                ? new String[] {row.workColumn(), row.workId()}
                : new String[] {course.column(), course.shown()};
    }
}
