/**
 * Teacher training: courses, the sessions at which they are given, and who completed what.
 *
 * <p>Owns the database schema {@code training}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"roster", "roster :: intake", "security", "disclosure", "ui"})
package school.tandem.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
