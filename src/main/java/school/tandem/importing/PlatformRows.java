package school.tandem.importing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import school.tandem.adoption.intake.ActivityRow;
import school.tandem.adoption.intake.LineItemRow;
import school.tandem.adoption.intake.Reported;
import school.tandem.adoption.intake.ResultRow;
import school.tandem.adoption.intake.WorkKind;
import school.tandem.importing.PeopleMeant.NotFound;
import school.tandem.importing.platforms.Activity;
import school.tandem.importing.platforms.At;
import school.tandem.importing.platforms.Course;
import school.tandem.importing.platforms.PlatformReader;
import school.tandem.importing.platforms.Unheard;
import school.tandem.importing.platforms.Who;
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
    private final Function<String, WorkKind> kindOfTitle;
    private final LocalDate today;
    private final LookedAround looked;
    private Map<Integer, Long> repeated = Map.of();

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
        this.kindOfTitle = kindOfTitle;
        this.today = today;
        this.looked = new LookedAround(people, classes, knownWork, today);
        looked.at(reader);
    }

    /** How the work of a platform is called here, where it is of one class. */
    static String workId(String own, ClassId classGroup) {
        return own + "@" + classGroup;
    }

    /** Work, each once for each class that was given it. */
    void work(RowTaker<LineItemRow> taker) {
        reader.read(new WorkRows(taker, looked, classes, kindOfTitle, files.size()));
    }

    /** What became of it. */
    void handIns(RowTaker<ResultRow> taker) {
        HandInsTold told = new HandInsTold(taker, looked, people);
        reader.read(told);
        repeated = told.repeated();
    }

    /**
     * What people did on days. A student's habit told of staff says nothing; of a class that is not
     * known here it is taken, and no class is covered by it.
     */
    void activities(RowTaker<ActivityRow> taker) {
        reader.read(
                new Unheard() {
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

    static String[] cell(Who who) {
        return new String[] {who.column(), who.shown()};
    }

    /**
     * Counts what is neither, and what one file says again, without a day, of a hand-in that
     * another one told; and tells what of it is held, its file in its line, see {@link #FILE}.
     */
    Others others(Consumer<Held> held) {
        Others others = new Others();
        repeated.forEach((file, count) -> others.read.merge(file, count, Long::sum));
        reader.read(
                new Unheard() {
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
                            looked.anyone(who, student);
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
                        held.accept(new Held("", line(at), column, value, reason));
                    }
                });
        return others;
    }

    /** What the delivery reports, of the classes that it names or whose people it names. */
    Reported reported() {
        LocalDate until = reader.until();
        return new Reported(
                reader.reports(),
                looked.classes(),
                looked.hasWork() ? null : looked.earliest(),
                until == null ? looked.latest() : until.isAfter(today) ? today : until);
    }

    static long line(At at) {
        return at.file() * FILE + at.line();
    }

    static void hold(RowTaker<?> taker, At at, String[] cell, NotFound unknown) {
        taker.hold("", new Held("", line(at), cell[0], cell[1], unknown.reason()));
    }

    /** What files that name no class were taken to be about: titles by the files' own words. */
    Map<String, String> byPeople() {
        Map<String, String> titles = new TreeMap<>();
        looked.byPeople()
                .forEach((file, one) ->
                        titles.put(
                                files.get(file).replaceFirst("\\.[A-Za-z]+$", ""),
                                classes.title(one)));
        return titles;
    }

    boolean hasWork() {
        return looked.hasWork();
    }

    boolean hasHandIns() {
        return looked.hasHandIns();
    }

    boolean hasActivities() {
        return looked.hasActivities();
    }
}
