package school.tandem.adoption;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a family said on a day.
 *
 * @param device whether there is one to work on; null: not asked, or not answered
 * @param connection whether there is one that carries video; null: the same
 */
record Home(LocalDate on, @Nullable Boolean device, @Nullable Boolean connection) {

    static final Home UNASKED = new Home(LocalDate.MIN, null, null);

    boolean saysTheSameAs(Home other) {
        return Objects.equals(device, other.device) && Objects.equals(connection, other.connection);
    }
}
