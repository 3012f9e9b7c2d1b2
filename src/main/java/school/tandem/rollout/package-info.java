/**
 * The move-online checklist of a plan: items, gates, rehearsals, and the templates they start from.
 *
 * <p>Owns the database schema {@code rollout}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"roster", "security", "disclosure", "ui"})
package school.tandem.rollout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
