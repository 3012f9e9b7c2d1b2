package school.tandem.importing;

import java.util.HashMap;
import java.util.Map;
import school.tandem.adoption.intake.HandIn;
import school.tandem.adoption.intake.ResultRow;
import school.tandem.importing.PeopleMeant.NotFound;
import school.tandem.importing.platforms.HandedIn;
import school.tandem.importing.platforms.Unheard;
import school.tandem.roster.ClassId;
import school.tandem.roster.PersonId;
import school.tandem.roster.intake.Held;
import school.tandem.roster.intake.Reason;
import school.tandem.roster.intake.RowTaker;

/** Tells the intake what became of work: of each student and piece the first row that says so. */
final class HandInsTold extends Unheard {
    private final RowTaker<ResultRow> taker;
    private final LookedAround looked;
    private final PeopleMeant people;
    private final Map<String, Integer> told = new HashMap<>();
    private final Map<Integer, Long> repeated = new HashMap<>();

    HandInsTold(RowTaker<ResultRow> taker, LookedAround looked, PeopleMeant people) {
        this.taker = taker;
        this.looked = looked;
        this.people = people;
    }

    /** How often each file said again, without a day, what another one had told. */
    Map<Integer, Long> repeated() {
        return repeated;
    }

    @Override
    public void handedIn(HandedIn row) {
        PersonId person;
        try {
            person = people.find(row.who(), true);
        } catch (NotFound unknown) {
            PlatformRows.hold(taker, row.at(), PlatformRows.cell(row.who()), unknown);
            return;
        }
        ClassId classGroup;
        try {
            classGroup = looked.classOf(row, person);
        } catch (NotFound unknown) {
            PlatformRows.hold(taker, row.at(), looked.blamed(row), unknown);
            return;
        }
        String item = PlatformRows.workId(row.workId(), classGroup);
        Integer before = told.putIfAbsent(item + "|" + person, row.at().file());
        if (before != null && before != row.at().file() && row.on() == null) {
            repeated.merge(row.at().file(), 1L, Long::sum);
            return;
        }
        if (before != null) {
            Reason reason = Reason.DUPLICATE_FACT;
            taker.hold(
                    "",
                    new Held(
                            "",
                            PlatformRows.line(row.at()),
                            row.workColumn(),
                            row.workId(),
                            reason));
            return;
        }
        taker.take(
                new ResultRow(
                        PlatformRows.line(row.at()),
                        false,
                        item + "|" + person,
                        item,
                        person.toString(),
                        row.what(),
                        row.what() == HandIn.HANDED_IN ? row.on() : null,
                        row.what() == HandIn.HANDED_IN ? row.late() : null));
    }
}
