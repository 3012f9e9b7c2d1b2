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

    /**
     * Begins to take what one import brings; the roster of the same import is merged first.
     *
     * @param source what its work and hand-ins are of
     * @param roster the source of the classes and students that it names
     */
    public AdoptionLoad begin(
            DistrictId district, long run, String source, String roster, LocalDate today) {
        return new AdoptionLoad(dsl, kinds, district, run, source, roster, today);
    }

    /**
     * Puts work and hand-ins back to what they were before the run. The roster follows, then {@link
     * #sumAfterUndo}.
     *
     * @throws UndoRefused if later writes touched what it brought
     */
    public void undo(DistrictId district, long run, String source) {
        var undo = new Undo(dsl, district.value(), run);
        var submissions = new SubmissionMerge(dsl, district, run, "", LocalDate.EPOCH);
        undo.check(AdoptionTables.CATEGORY);
        undo.check(AdoptionTables.ASSIGNMENT);
        submissions.checkUndo();
        homes.undo(district, run);
        coverage(district, source).undo(run);
        new DaySums(dsl, district).touchByRun(run);
        submissions.undo();
        undo.remove(AdoptionTables.ASSIGNMENT);
        undo.restore(AdoptionTables.ASSIGNMENT);
        undo.remove(AdoptionTables.CATEGORY);
        undo.restore(AdoptionTables.CATEGORY);
        undo.forget("adoption");
    }

    /** Makes the sums of what {@link #undo} put back anew, once the roster is as it was too. */
    public void sumAfterUndo(DistrictId district, String source) {
        new DaySums(dsl, district).remake();
        coverage(district, source).meansOtherwise();
    }

    private CoverageOfSource coverage(DistrictId district, String source) {
        return new CoverageOfSource(dsl, kinds, district, source);
    }
}
