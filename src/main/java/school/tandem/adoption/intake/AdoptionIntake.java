package school.tandem.adoption.intake;

import static school.tandemdb.adoption.Tables.ASSIGNMENT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.ClassId;
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
     * @param roster the source of the classes and students that it names; null: it names them by
     *     their ids here
     */
    public AdoptionLoad begin(
            DistrictId district,
            long run,
            String source,
            @Nullable String roster,
            LocalDate today) {
        return new AdoptionLoad(dsl, kinds, district, run, source, roster, today);
    }

    /**
     * The classes of the work of a source whose ids end in {@code @} and the class's, by what
     * stands before; one statement.
     */
    public Map<String, Set<ClassId>> workOf(DistrictId district, String source) {
        Map<String, Set<ClassId>> work = new HashMap<>();
        dsl.select(ASSIGNMENT.EXTERNAL_ID, ASSIGNMENT.CLASS_ID)
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.DISTRICT_ID.eq(district), ASSIGNMENT.SOURCE.eq(source))
                .and(ASSIGNMENT.WITHDRAWN_ON.isNull())
                .forEach(row -> {
                    String id = row.value1();
                    int end = id.lastIndexOf('@');
                    if (end > 0) {
                        work.computeIfAbsent(id.substring(0, end), own -> new LinkedHashSet<>())
                                .add(row.value2());
                    }
                });
        return work;
    }

    /** Makes the sums anew that a roster changes which came without any work. */
    public void sumAfterRoster(DistrictId district, long run) {
        new TeacherDays(dsl, district).remakeByRun(run);
    }

    /**
     * Puts work and hand-ins back to what they were before the run. The roster follows, then {@link
     * #sumAfterUndo}.
     *
     * @throws UndoRefused if later writes touched what it brought
     */
    public void undo(DistrictId district, long run, String source) {
        var undo = new Undo(dsl, district.value(), run);
        var submissions = new SubmissionMerge(dsl, district, run, "", LocalDate.EPOCH, false);
        undo.check(AdoptionTables.CATEGORY);
        undo.check(AdoptionTables.ASSIGNMENT);
        submissions.checkUndo();
        homes.undo(district, run);
        coverage(district, source).undo(run);
        new DaySums(dsl, district).touchByRun(run);
        submissions.undo();
        new Activities(dsl, district, run, source).undo();
        undo.remove(AdoptionTables.ASSIGNMENT);
        undo.restore(AdoptionTables.ASSIGNMENT);
        undo.remove(AdoptionTables.CATEGORY);
        undo.restore(AdoptionTables.CATEGORY);
        undo.forget("adoption");
    }

    /** Makes the sums of what {@link #undo} put back anew, once the roster is as it was too. */
    public void sumAfterUndo(DistrictId district, String source) {
        new DaySums(dsl, district).remakeAfterUndo();
        coverage(district, source).meansOtherwise();
    }

    private CoverageOfSource coverage(DistrictId district, String source) {
        return new CoverageOfSource(dsl, kinds, district, source);
    }
}
