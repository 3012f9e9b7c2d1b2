package school.tandem.importing;

import school.tandem.adoption.intake.AdoptionLoad;
import school.tandem.importing.reading.OneRosterReader;
import school.tandem.importing.reading.PlainRoster;
import school.tandem.importing.reading.RosterReader;
import school.tandem.roster.intake.RosterLoad;

/** Hands the files of a delivery to the intakes that take them, whatever its format. */
final class RosterLoading {

    private RosterLoading() {}

    static void stage(
            RosterReader reader, ImportProgress progress, RosterLoad people, AdoptionLoad work) {
        switch (reader) {
            case OneRosterReader bundle ->
                    new OneRosterLoading(bundle, progress).stage(people, work);
            case PlainRoster roster -> stage(roster.files(progress::read), people);
        }
    }

    private static void stage(PlainRoster.Files files, RosterLoad people) {
        people.by(files.rules());
        if (!files.orgs().isEmpty()) {
            people.orgs(files.delivery(), files.orgs());
        }
        if (!files.sessions().isEmpty()) {
            people.sessions(files.delivery(), files.sessions());
        }
        if (!files.users().isEmpty()) {
            people.users(files.delivery(), files.users());
        }
        if (!files.roles().isEmpty()) {
            people.roles(files.delivery(), files.roles());
        }
        if (!files.courses().isEmpty()) {
            people.courses(files.delivery(), files.courses());
        }
        if (!files.classes().isEmpty()) {
            people.classes(files.delivery(), files.classes());
        }
        if (!files.enrolments().isEmpty()) {
            people.enrolments(files.delivery(), files.enrolments());
        }
        files.groups().stream()
                .filter(kind -> !kind.isEmpty())
                .forEach(kind -> people.groups(files.delivery(), kind));
    }
}
