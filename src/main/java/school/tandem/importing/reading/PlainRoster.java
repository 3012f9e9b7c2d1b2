package school.tandem.importing.reading;

import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import school.tandem.roster.intake.ClassRow;
import school.tandem.roster.intake.CourseRow;
import school.tandem.roster.intake.Delivery;
import school.tandem.roster.intake.EnrolmentRow;
import school.tandem.roster.intake.OrgRow;
import school.tandem.roster.intake.RoleRow;
import school.tandem.roster.intake.RosterFile;
import school.tandem.roster.intake.RosterRule;
import school.tandem.roster.intake.SessionRow;
import school.tandem.roster.intake.UserRow;

/** A roster and nothing else: of School Data Sync or of Canvas. */
public sealed interface PlainRoster extends RosterReader
        permits SdsOneReader, SdsTwoReader, CanvasReader {

    /**
     * What it has, kind by kind, in the order in which they refer to each other. A file may stand
     * under more than one kind, but is counted under one only.
     *
     * @param delivery whether what is absent has ended
     */
    record Files(
            Set<RosterRule> rules,
            Delivery delivery,
            List<RosterFile<OrgRow>> orgs,
            List<RosterFile<SessionRow>> sessions,
            List<RosterFile<UserRow>> users,
            List<RosterFile<RoleRow>> roles,
            List<RosterFile<CourseRow>> courses,
            List<RosterFile<ClassRow>> classes,
            List<RosterFile<EnrolmentRow>> enrolments) {}

    /**
     * The rows, read as they are taken.
     *
     * @param progress told how many bytes were read since the last time; may throw to stop
     */
    Files files(LongConsumer progress);
}
