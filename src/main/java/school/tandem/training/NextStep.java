package school.tandem.training;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody is with what is required of them, and what comes next.
 *
 * @param done how many of the required courses they have completed
 * @param required how many there are
 * @param title the next one's, of which there are sessions with places; null: there is none
 * @param dueOn by when; null: no day
 * @param sessions how many of its sessions ahead have places
 */
public record NextStep(
        int done, int required, @Nullable String title, @Nullable LocalDate dueOn, int sessions) {}
