package school.tandem.roster.intake;

import static school.tandemdb.roster.Tables.DEPARTMENT;
import static school.tandemdb.roster.Tables.GROUPS_KEPT;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import school.tandem.security.DistrictId;

/** Takes rosters in, and takes them back. Always in the transaction that its caller opened. */
@Component
public class RosterIntake {

    private final DSLContext dsl;

    RosterIntake(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Begins to take what one import brings. */
    public RosterLoad begin(DistrictId district, long run, String source, LocalDate today) {
        return new RosterLoad(dsl, district, run, source, today);
    }

    /**
     * Whether the district keeps groups of students; where it does not, no file of them is to be
     * read.
     */
    public boolean keepsGroups(DistrictId district) {
        return keepsGroups(dsl, district);
    }

    static boolean keepsGroups(DSLContext dsl, DistrictId district) {
        return dsl.fetchExists(
                dsl.selectOne().from(GROUPS_KEPT).where(GROUPS_KEPT.DISTRICT_ID.eq(district)));
    }

    /**
     * Puts the roster back to what it was before the run.
     *
     * @throws UndoRefused if later writes touched what it brought
     */
    public void undo(DistrictId district, long run) {
        var undo = new Undo(dsl, district.value(), run);
        var running = new RunningSpans(dsl, district);
        RosterTables.ALL.forEach(undo::check);
        dsl.deleteFrom(school.tandemdb.roster.Tables.RUNNING)
                .where(school.tandemdb.roster.Tables.RUNNING.DISTRICT_ID.eq(district))
                .execute();
        new StudentGroupMerge(dsl, district, run).undo();
        // Places first: those that stay may have moved into classes that go.
        undo.remove(RosterTables.ENROLMENT);
        undo.restore(RosterTables.ENROLMENT);
        for (Links.Kind kind : Links.Kind.values()) {
            new Links(dsl, district.value(), run, kind).undo();
        }
        undo.remove(RosterTables.CLASS);
        RosterTables.ALL.stream()
                .filter(target -> target != RosterTables.ENROLMENT)
                .forEach(undo::restore);
        undo.removing(
                "department",
                () ->
                        dsl.deleteFrom(DEPARTMENT)
                                .where(DEPARTMENT.DISTRICT_ID.eq(district))
                                .and(DEPARTMENT.ADDED_RUN.eq(run))
                                .execute());
        RosterTables.ALL.reversed().stream()
                .filter(target -> target != RosterTables.ENROLMENT)
                .filter(target -> target != RosterTables.CLASS)
                .forEach(undo::remove);
        running.refreshAll();
        undo.forget("roster");
    }
}
