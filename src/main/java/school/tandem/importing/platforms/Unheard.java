package school.tandem.importing.platforms;

import school.tandem.roster.intake.Reason;

/** Lets everything pass: for whoever listens to one kind of row only. */
public class Unheard implements ExportRows {

    @Override
    public void work(Work work) {
        // nobody listens
    }

    @Override
    public void handedIn(HandedIn row) {
        // nobody listens
    }

    @Override
    public void activity(Activity row) {
        // nobody listens
    }

    @Override
    public void person(At at, Who who, boolean student) {
        // nobody listens
    }

    @Override
    public void course(At at, Course course) {
        // nobody listens
    }

    @Override
    public void nothing(At at) {
        // nobody listens
    }

    @Override
    public void held(At at, String column, String value, Reason reason) {
        // nobody listens
    }
}
