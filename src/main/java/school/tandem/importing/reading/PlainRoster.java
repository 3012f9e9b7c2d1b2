package school.tandem.importing.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import school.tandem.roster.intake.ClassRow;
import school.tandem.roster.intake.CourseRow;
import school.tandem.roster.intake.Delivery;
import school.tandem.roster.intake.EnrolmentRow;
import school.tandem.roster.intake.GroupRow;
import school.tandem.roster.intake.OrgRow;
import school.tandem.roster.intake.RoleRow;
import school.tandem.roster.intake.RosterFile;
import school.tandem.roster.intake.RosterRule;
import school.tandem.roster.intake.RowTaker;
import school.tandem.roster.intake.SessionRow;
import school.tandem.roster.intake.UserRow;

/** A roster and nothing else: of School Data Sync or of Canvas. */
public abstract sealed class PlainRoster implements RosterReader
        permits SdsOneReader, SdsTwoReader, CanvasReader {

    /** The files of the delivery, by their kinds. */
    final KindFiles files;

    PlainRoster(KindFiles files) {
        this.files = files;
    }

    /**
     * What it has, kind by kind, in the order in which they refer to each other. A file may stand
     * under more than one kind, but is counted under one only.
     *
     * @param delivery whether what is absent has ended
     * @param groups of students, the files of one kind together; empty: none are read
     */
    public record Files(
            Set<RosterRule> rules,
            Delivery delivery,
            List<RosterFile<OrgRow>> orgs,
            List<RosterFile<SessionRow>> sessions,
            List<RosterFile<UserRow>> users,
            List<RosterFile<RoleRow>> roles,
            List<RosterFile<CourseRow>> courses,
            List<RosterFile<ClassRow>> classes,
            List<RosterFile<EnrolmentRow>> enrolments,
            List<List<RosterFile<GroupRow>>> groups) {}

    /**
     * The rows, read as they are taken.
     *
     * @param progress told how many bytes were read since the last time; may throw to stop
     */
    public abstract Files files(LongConsumer progress);

    @Override
    public final List<OrgRow> orgs() {
        List<OrgRow> orgs = new ArrayList<>();
        files(bytes -> {}).orgs().forEach(file -> file.rows().read(RowTaker.reading(orgs::add)));
        return Collections.unmodifiableList(orgs);
    }

    @Override
    public final List<String> skipped() {
        return files.skipped();
    }

    @Override
    public final String digest() {
        return files.digest();
    }

    @Override
    public final long bytes() {
        return files.bytes();
    }
}
