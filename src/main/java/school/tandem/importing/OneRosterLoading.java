package school.tandem.importing;

import java.util.function.LongConsumer;
import school.tandem.adoption.intake.AdoptionLoad;
import school.tandem.importing.reading.OneRosterKind;
import school.tandem.importing.reading.OneRosterReader;
import school.tandem.roster.intake.Delivery;
import school.tandem.roster.intake.RosterLoad;

/** Hands the files of a OneRoster delivery to the intakes that take them. */
final class OneRosterLoading {

    private final OneRosterReader reader;
    private final LongConsumer progress;

    OneRosterLoading(OneRosterReader reader, ImportProgress progress) {
        this.reader = reader;
        this.progress = progress::read;
    }

    void stage(RosterLoad people, AdoptionLoad work) {
        for (OneRosterKind kind : OneRosterKind.values()) {
            if (reader.has(kind)) {
                stage(kind, reader.fileName(kind), reader.delivery(kind), people, work);
            }
        }
    }

    private void stage(
            OneRosterKind kind,
            String file,
            Delivery delivery,
            RosterLoad people,
            AdoptionLoad work) {
        switch (kind) {
            case ORGS -> people.orgs(file, delivery, reader.orgs(progress));
            case SESSIONS -> people.sessions(file, delivery, reader.sessions(progress));
            case USERS -> people.users(file, delivery, reader.users(progress));
            case ROLES -> people.roles(file, delivery, reader.roles(progress));
            case COURSES -> people.courses(file, delivery, reader.courses(progress));
            case CLASSES -> people.classes(file, delivery, reader.classes(progress));
            case ENROLMENTS -> people.enrolments(file, delivery, reader.enrolments(progress));
            case DEMOGRAPHICS -> people.groups(file, delivery, reader.demographics(progress));
            case CATEGORIES -> work.categories(file, delivery, reader.categories(progress));
            case LINE_ITEMS -> work.lineItems(file, delivery, reader.lineItems(progress));
            case RESULTS -> work.results(file, delivery, reader.results(progress));
        }
    }
}
