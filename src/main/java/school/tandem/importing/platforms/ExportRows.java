package school.tandem.importing.platforms;

import school.tandem.roster.intake.Reason;

/** Where a reader tells what a delivery says. Each record of each file is told exactly once. */
public interface ExportRows {

    void work(Work work);

    void handedIn(HandedIn row);

    void activity(Activity row);

    /** A list of people says who is who; whoever is not known here is held. */
    void person(At at, Who who, boolean student);

    /** A list of courses says which class is meant; one that is not known here is held. */
    void course(At at, Course course);

    /** A record from which nothing follows: another kind of event, a test student, a blank one. */
    void nothing(At at);

    /** A record that can't be read. */
    void held(At at, String column, String value, Reason reason);
}
