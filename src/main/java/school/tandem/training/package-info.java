/**
 * Teacher training: courses, the sessions at which they are given, who has a seat, who was there,
 * and who completed what.
 *
 * <p>{@link school.tandem.training.Seats} alone decides about seats; {@link
 * school.tandem.training.Bookings} locks a session's row, lets it decide and writes the difference.
 * {@link school.tandem.training.Attendance} keeps who was seen; a completion comes of it only when
 * a session is closed. Readiness reads completions alone, so nothing that happens in a room while a
 * session runs moves the dashboard.
 *
 * <p>A completion of a course that is valid for some months is none after these, on every screen
 * and in every count; completing it again renews it.
 *
 * <p>Owns the database schema {@code training}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"roster", "roster :: intake", "security", "disclosure", "ui"})
package school.tandem.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
