package school.tandem.importing.platforms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.Did;

/**
 * What somebody did online on a day, where no piece of work is named that hand-ins are known of.
 *
 * @param did a student's or a teacher's; says whom to look for
 * @param day the local date
 * @param course where; null: the export does not say
 * @param isRecord whether it has a record of its own; else it is told on the way by another, which
 *     says so where somebody or a class is not known
 */
public record Activity(
        At at, Who who, Did did, LocalDate day, @Nullable Course course, boolean isRecord) {

    /** One with a record of its own. */
    public Activity(At at, Who who, Did did, LocalDate day, @Nullable Course course) {
        this(at, who, did, day, course, true);
    }
}
