package school.tandem.adoption.intake;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A family's answer about a student's home. The student is known by the first of id, e-mail and
 * name that is there, whatever source brought them; at least one of them is.
 *
 * @param email lower case
 * @param name as given, given name first where the file has two columns
 * @param device whether there is one to work on; null: not answered
 * @param connection whether there is one that carries video; null: not answered
 * @param answeredAt on the clocks of the school, the start of the day where only that is known;
 *     null: when it was brought in
 */
public record HomeAccessRow(
        long line,
        @Nullable String studentId,
        @Nullable String email,
        @Nullable String name,
        @Nullable Boolean device,
        @Nullable Boolean connection,
        @Nullable LocalDateTime answeredAt) {

    public HomeAccessRow {
        if (studentId == null && email == null && name == null) {
            throw new IllegalArgumentException("An answer is somebody's");
        }
    }
}
