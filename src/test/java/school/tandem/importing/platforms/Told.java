package school.tandem.importing.platforms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.Reason;

/** Writes down what a reader tells, and how often it told each record. */
final class Told implements ExportRows {

    /** Such as {@code work essay of Algebra, assigned 2026-09-01, due 2026-09-08}. */
    final List<String> all = new ArrayList<>();

    /** Where records stand, once each time that one is told. */
    final List<At> records = new ArrayList<>();

    final List<Work> works = new ArrayList<>();
    final List<HandedIn> handIns = new ArrayList<>();
    final List<Activity> activities = new ArrayList<>();
    final List<Person> people = new ArrayList<>();
    final List<Course> courses = new ArrayList<>();
    final List<String> held = new ArrayList<>();
    final List<Reason> reasons = new ArrayList<>();
    int nothing;

    /** Somebody whom a list names. */
    record Person(Who who, boolean student) {}

    /** What a reader of these files tells. */
    static Told by(PlatformReader reader) {
        Told told = new Told();
        reader.read(told);
        return told;
    }

    @Override
    public void work(Work row) {
        works.add(row);
        if (row.isRecord()) {
            records.add(row.at());
        }
        all.add(
                "work %s «%s» of %s, %s, assigned %s, due %s"
                        .formatted(
                                row.id(),
                                row.title(),
                                course(row.course()),
                                row.kind(),
                                row.assignedOn(),
                                row.dueOn()));
    }

    @Override
    public void handedIn(HandedIn row) {
        handIns.add(row);
        records.add(row.at());
        all.add("%s %s %s on %s".formatted(row.who().shown(), row.workId(), row.what(), row.on()));
    }

    @Override
    public void activity(Activity row) {
        activities.add(row);
        if (row.isRecord()) {
            records.add(row.at());
        }
        all.add(
                "%s %s on %s in %s"
                        .formatted(row.who().shown(), row.did(), row.day(), course(row.course())));
    }

    @Override
    public void person(At at, Who who, boolean student) {
        people.add(new Person(who, student));
        records.add(at);
        all.add((student ? "student " : "teacher ") + who.own() + " is " + who.shown());
    }

    @Override
    public void course(At at, Course course) {
        courses.add(course);
        records.add(at);
        all.add("course " + course.own() + " is " + course.words());
    }

    @Override
    public void nothing(At at) {
        records.add(at);
        nothing++;
    }

    @Override
    public void held(At at, String column, String value, Reason reason) {
        records.add(at);
        reasons.add(reason);
        held.add(at.line() + " " + column + " " + reason);
        all.add("held " + at.line() + " " + column + " " + value + " " + reason);
    }

    private static @Nullable String course(@Nullable Course course) {
        return course == null ? null : course.shown();
    }
}
