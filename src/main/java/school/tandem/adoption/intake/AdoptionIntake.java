package school.tandem.adoption.intake;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import school.tandem.roster.intake.Undo;
import school.tandem.roster.intake.UndoRefused;
import school.tandem.security.DistrictId;

/** Takes work and hand-ins in, and takes them back. Always in the transaction of its caller. */
@Component
public class AdoptionIntake {

    private final DSLContext dsl;
    private final WorkKinds kinds;
    private final HomeAccessIntake homes;

    AdoptionIntake(DSLContext dsl, WorkKinds kinds, HomeAccessIntake homes) {
        this.dsl = dsl;
        this.kinds = kinds;
        this.homes = homes;
    }

    /** Begins to take what one import brings; the roster of the same import is merged first. */
    public AdoptionLoad begin(DistrictId district, long run, String source, LocalDate today) {
        return new AdoptionLoad(dsl, kinds, district, run, source, today);
    }

    /**
     * Puts work and hand-ins back to what they were before the run, and the sums with them.
     *
     * @throws UndoRefused if later writes touched what it brought
     */
    public void undo(DistrictId district, long run, String source, LocalDate today) {
        var undo = new Undo(dsl, district.value(), run);
        var submissions = new SubmissionMerge(dsl, district, run, "", LocalDate.EPOCH);
        undo.check(AdoptionTables.CATEGORY);
        undo.check(AdoptionTables.ASSIGNMENT);
        submissions.checkUndo();
        homes.undo(district, run);
        var sums = new DaySums(dsl, district);
        sums.touchByRun(run);
        submissions.undo();
        undo.remove(AdoptionTables.ASSIGNMENT);
        undo.remove(AdoptionTables.CATEGORY);
        undo.restore(AdoptionTables.CATEGORY);
        undo.restore(AdoptionTables.ASSIGNMENT);
        undo.forget("adoption");
        sums.remake();
        new CoverageOfSource(dsl, kinds, district, source).afterUndo(run, today);
    }
}
