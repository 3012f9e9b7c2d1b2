package school.tandem.importing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.ActivityRow;
import school.tandem.adoption.intake.HandIn;
import school.tandem.adoption.intake.LineItemRow;
import school.tandem.adoption.intake.Reported;
import school.tandem.adoption.intake.ResultRow;
import school.tandem.adoption.intake.WorkKind;
import school.tandem.importing.PeopleMeant.NotFound;
import school.tandem.importing.platforms.Activity;
import school.tandem.importing.platforms.At;
import school.tandem.importing.platforms.Course;
import school.tandem.importing.platforms.ExportRows;
import school.tandem.importing.platforms.HandedIn;
import school.tandem.importing.platforms.PlatformReader;
import school.tandem.importing.platforms.Who;
import school.tandem.importing.platforms.Work;
import school.tandem.roster.ClassId;
import school.tandem.roster.PersonId;
import school.tandem.roster.intake.Held;
import school.tandem.roster.intake.Reason;
import school.tandem.roster.intake.RowTaker;

/**
 * What a delivery of a platform says, in the words of the intake: its people, classes and work
 * found here. Work is of one class, so that what a platform has once for a course of several
 * classes is there once for each. The delivery is read once to look around, and once for each kind
 * of row.
 */
final class PlatformRows {

    /** Which file a line is of stands above this. */
    static final long FILE = 10_000_000_000L;

    /** What is neither work nor done: how many records there were of it, and those held. */
    static final class Others {
        private final Map<Integer, Long> read = new HashMap<>();
        private final Map<Integer, Long> held = new HashMap<>();

        private void count(At at) {
            read.merge(at.file(), 1L, Long::sum);
        }

        private void countHeld(At at) {
            count(at);
            held.merge(at.file(), 1L, Long::sum);
        }

        long read(int file) {
            return read.getOrDefault(file, 0L);
        }

        long held(int file) {
            return held.getOrDefault(file, 0L);
        }
    }

    private final PlatformReader reader;
    private final List<String> files;
    private final PeopleMeant people;
    private final ClassesMeant classes;
    private final Map<String, Set<ClassId>> knownWork;
    private final Function<String, WorkKind> kindOfTitle;
    private final LocalDate today;

    private final Map<String, Work> work = new LinkedHashMap<>();
    private final Map<String, Set<Course>> courses = new HashMap<>();
    private final Map<String, Map<ClassId, At>> given = new HashMap<>();
    private final Set<ClassId> named = new HashSet<>();
    private final Set<PersonId> placeless = new HashSet<>();
    private final Map<Integer, Long> repeated = new HashMap<>();
    private boolean handsIn;
    private boolean does;
    private @Nullable LocalDate latest;

    /**
     * Looks around.
     *
     * @param files what the files are called
     * @param knownWork the classes of work that earlier deliveries brought, by its platform's id
     * @param kindOfTitle what work is of which only a title tells
     */
    PlatformRows(
            PlatformReader reader,
            List<String> files,
            PeopleMeant people,
            ClassesMeant classes,
            Map<String, Set<ClassId>> knownWork,
            Function<String, WorkKind> kindOfTitle,
            LocalDate today) {
        this.reader = reader;
        this.files = files;
        this.people = people;
        this.classes = classes;
        this.knownWork = knownWork;
        this.kindOfTitle = kindOfTitle;
        this.today = today;
        Looking looking = new Looking();
        reader.read(looking);
        if (looking.lists) {
            // People and courses that lists name are learnt by now: what was said before, too.
            reader.read(new Looking());
        }
    }

    /** How the work of a platform is called here, where it is of one class. */
    static String workId(String own, ClassId classGroup) {
        return own + "@" + classGroup;
    }

    /** Work, each once for each class that was given it. */
    void work(RowTaker<LineItemRow> taker) {
        reader.read(new WorkRows(taker));
    }

    /** What became of it. */
    void handIns(RowTaker<ResultRow> taker) {
        repeated.clear();
        reader.read(new HandInsRead(taker));
    }

    /**
     * What people did on days. A student's habit told of staff says nothing; of a class that is not
     * known here it is taken, and no class is covered by it.
     */
    void activities(RowTaker<ActivityRow> taker) {
        reader.read(
                new Plain() {
                    @Override
                    public void activity(Activity row) {
                        try {
                            PersonId person = people.find(row.who(), row.did().ofStudents());
                            taker.take(
                                    new ActivityRow(
                                            row.isRecord()
                                                    ? line(row.at())
                                                    : line(row.at()) + 2 * files.size() * FILE,
                                            person,
                                            row.day(),
                                            row.did()));
                        } catch (NotFound unknown) {
                            if (row.isRecord()
                                    && !people.isOther(row.who(), row.did().ofStudents())) {
                                hold(taker, row.at(), cell(row.who()), unknown);
                            }
                        }
                    }
                });
    }

    private static String[] cell(Who who) {
        return new String[] {who.column(), who.shown()};
    }

    /**
     * Counts what is neither, and what one file says again, without a day, of a hand-in that
     * another one told; and tells what of it is held.
     */
    Others others(java.util.function.Consumer<Held> held) {
        Others others = new Others();
        repeated.forEach((file, count) -> others.read.merge(file, count, Long::sum));
        reader.read(
                new Plain() {
                    @Override
                    public void activity(Activity row) {
                        try {
                            people.find(row.who(), row.did().ofStudents());
                        } catch (NotFound unknown) {
                            if (row.isRecord()
                                    && people.isOther(row.who(), row.did().ofStudents())) {
                                others.count(row.at());
                            }
                        }
                    }

                    @Override
                    public void person(At at, Who who, boolean student) {
                        try {
                            anyone(who, student);
                            others.count(at);
                        } catch (NotFound unknown) {
                            hold(at, who.column(), who.shown(), unknown.reason());
                        }
                    }

                    @Override
                    public void course(At at, Course course) {
                        try {
                            classes.all(course);
                            others.count(at);
                        } catch (NotFound unknown) {
                            hold(at, course.column(), course.shown(), unknown.reason());
                        }
                    }

                    @Override
                    public void nothing(At at) {
                        others.count(at);
                    }

                    @Override
                    public void held(At at, String column, String value, Reason reason) {
                        hold(at, column, value, reason);
                    }

                    private void hold(At at, String column, String value, Reason reason) {
                        others.countHeld(at);
                        held.accept(
                                new Held(files.get(at.file()), at.line(), column, value, reason));
                    }
                });
        return others;
    }

    /** What the delivery reports, of the classes that it names or whose people it names. */
    Reported reported() {
        Set<ClassId> all = new HashSet<>(named);
        if (!placeless.isEmpty()) {
            all.addAll(classes.of(placeless));
        }
        LocalDate until = reader.until();
        return new Reported(
                reader.reports(),
                all,
                until == null ? latest : until.isAfter(today) ? today : until);
    }

    /** A list does not always say what somebody is. */
    private PersonId anyone(Who who, boolean student) throws NotFound {
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

    static long line(At at) {
        return at.file() * FILE + at.line();
    }

    private void seen(@Nullable LocalDate day) {
        if (day != null && !day.isAfter(today) && (latest == null || day.isAfter(latest))) {
            latest = day;
        }
    }

    /** Whether a platform knows work of several classes by the same words. */
    private boolean isOfSeveral(String workId) {
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

    /** The class in which somebody was given work; those that it is of, where nobody is named. */
    private ClassId classOf(HandedIn row, PersonId person) throws NotFound {
        if (row.course() == null && isOfSeveral(row.workId())) {
            return classes.among(ofAny(courses.getOrDefault(row.workId(), Set.of())), person);
        }
        Work known = work.get(row.workId());
        Course course = row.course() != null ? row.course() : known == null ? null : known.course();
        if (course != null) {
            return classes.find(course, person);
        }
        Set<ClassId> before = knownWork.get(row.workId());
        if (before == null) {
            throw new NotFound(Reason.UNKNOWN_REFERENCE);
        }
        return classes.among(before, person);
    }

    private static void hold(RowTaker<?> taker, At at, String[] cell, NotFound unknown) {
        taker.hold("", new Held("", line(at), cell[0], cell[1], unknown.reason()));
    }

    /** Passes over everything. */
    private abstract static class Plain implements ExportRows {
        @Override
        public void work(Work row) {
            // for whom it may concern
        }

        @Override
        public void handedIn(HandedIn row) {
            // for whom it may concern
        }

        @Override
        public void activity(Activity row) {
            // for whom it may concern
        }

        @Override
        public void person(At at, Who who, boolean student) {
            // for whom it may concern
        }

        @Override
        public void course(At at, Course course) {
            // for whom it may concern
        }

        @Override
        public void nothing(At at) {
            // for whom it may concern
        }

        @Override
        public void held(At at, String column, String value, Reason reason) {
            // for whom it may concern
        }
    }

    /** Finds out which class was given which work, and up to which day anything is told. */
    private final class Looking extends Plain {
        private boolean lists;

        @Override
        public void work(Work row) {
            work.merge(row.id(), row, (one, other) -> other.saysMore(one) ? other : one);
            seen(row.assignedOn());
            seen(row.dueOn());
            if (row.course() != null) {
                if (row.isRecord()) {
                    courses.computeIfAbsent(row.id(), id -> new LinkedHashSet<>())
                            .add(row.course());
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
                ClassId classGroup = classOf(row, people.find(row.who(), true));
                named.add(classGroup);
                given.computeIfAbsent(row.workId(), id -> new LinkedHashMap<>())
                        .putIfAbsent(classGroup, row.at());
                seen(row.on());
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
                    Set<ClassId> all = classes.all(row.course());
                    named.addAll(all.size() == 1 ? all : Set.of(classes.among(all, person)));
                }
                seen(row.day());
            } catch (NotFound unknown) {
                // its row says so
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
    }

    private final class WorkRows extends Plain {
        private final RowTaker<LineItemRow> taker;
        private final Set<String> told = new HashSet<>();

        WorkRows(RowTaker<LineItemRow> taker) {
            this.taker = taker;
        }

        @Override
        public void work(Work row) {
            Work best = work.getOrDefault(row.id(), row);
            if (!row.isRecord() && best.isRecord()) {
                return;
            }
            boolean ofSeveral = row.isRecord() && isOfSeveral(row.id());
            if (!told.add(ofSeveral ? row.id() + "\n" + row.course() : row.id())) {
                if (row.isRecord()) {
                    taker.hold(
                            "", new Held("", line(row.at()), "id", row.id(), Reason.DUPLICATE_ID));
                }
                return;
            }
            Set<ClassId> of = new LinkedHashSet<>(given.getOrDefault(row.id(), Map.of()).keySet());
            Course course = row.course();
            if (course != null && row.isRecord()) {
                try {
                    Set<ClassId> all = classes.all(course);
                    if (ofSeveral) {
                        of.retainAll(all);
                    }
                    if (of.isEmpty()) {
                        of.addAll(all);
                    }
                } catch (NotFound unknown) {
                    if (of.isEmpty() || ofSeveral) {
                        hold(
                                taker,
                                row.at(),
                                new String[] {course.column(), course.shown()},
                                unknown);
                        return;
                    }
                }
            }
            if (of.isEmpty() && row.isRecord()) {
                taker.hold(
                        "",
                        new Held("", line(row.at()), "", row.title(), Reason.UNKNOWN_REFERENCE));
            }
            if (!row.isRecord() && best.isByName()) {
                of.removeAll(knownWork.getOrDefault(row.id(), Set.of()));
            }
            of.forEach(one -> taker.take(item(row.isRecord() ? row : best, one)));
        }

        /** Work told on the way stands in a part of its own, behind the files. */
        private LineItemRow item(Work row, ClassId classGroup) {
            At at = row.at();
            return new LineItemRow(
                    row.isRecord() ? line(at) : line(at) + files.size() * FILE,
                    false,
                    workId(row.id(), classGroup),
                    row.title(),
                    classGroup.toString(),
                    null,
                    row.kind() == null ? kindOfTitle.apply(row.title()) : row.kind(),
                    row.online(),
                    row.assignedOn(),
                    row.dueOn());
        }
    }

    private final class HandInsRead extends Plain {
        private final RowTaker<ResultRow> taker;
        private final Map<String, Integer> told = new HashMap<>();

        HandInsRead(RowTaker<ResultRow> taker) {
            this.taker = taker;
        }

        @Override
        public void handedIn(HandedIn row) {
            PersonId person;
            try {
                person = people.find(row.who(), true);
            } catch (NotFound unknown) {
                hold(taker, row.at(), cell(row.who()), unknown);
                return;
            }
            ClassId classGroup;
            try {
                classGroup = classOf(row, person);
            } catch (NotFound unknown) {
                hold(taker, row.at(), blamed(row), unknown);
                return;
            }
            String item = workId(row.workId(), classGroup);
            Integer before = told.putIfAbsent(item + "|" + person, row.at().file());
            if (before != null && before != row.at().file() && row.on() == null) {
                repeated.merge(row.at().file(), 1L, Long::sum);
                return;
            }
            if (before != null) {
                Reason reason = Reason.DUPLICATE_FACT;
                taker.hold(
                        "", new Held("", line(row.at()), row.workColumn(), row.workId(), reason));
                return;
            }
            taker.take(
                    new ResultRow(
                            line(row.at()),
                            false,
                            item + "|" + person,
                            item,
                            person.toString(),
                            row.what(),
                            row.what() == HandIn.HANDED_IN ? row.on() : null));
        }

        private String[] blamed(HandedIn row) {
            Work known = work.get(row.workId());
            Course course =
                    row.course() != null ? row.course() : known == null ? null : known.course();
            return course == null
                    ? new String[] {row.workColumn(), row.workId()}
                    : new String[] {course.column(), course.shown()};
        }
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
}
