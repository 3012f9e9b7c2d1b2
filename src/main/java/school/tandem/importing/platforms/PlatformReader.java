package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.Did;

/** Reads one delivery of one platform. */
public interface PlatformReader {

    /**
     * Tells everything, file by file in their order. Called several times; says the same each time.
     *
     * @throws school.tandem.importing.reading.Refused where a file can't be read to its end
     */
    void read(ExportRows rows);

    /**
     * What the delivery reports, so that silence about it is a no. Hand-ins alone stand for work
     * set, too, and for quizzes where some of the work is one.
     */
    Set<Did> reports();

    /** The day up to which the delivery names itself to speak; null: its latest day of anything. */
    default @Nullable LocalDate until() {
        return null;
    }
}
