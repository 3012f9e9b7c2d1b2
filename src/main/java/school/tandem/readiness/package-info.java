/**
 * Where a school stands: one pure model over counts that the trackers keep, a snapshot a day, and
 * the dashboard.
 *
 * <p>{@link school.tandem.readiness.Model} computes; it knows no clock, no database and no screen.
 * The shape follows UNICEF's Remote Learning Readiness Index and the World Bank's EdTech Readiness
 * Index and claims conformance to neither. Weights, targets and cut-offs are judgement, versioned
 * with every snapshot.
 *
 * <p>Owns the database schema {@code readiness}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "roster",
            "training",
            "adoption",
            "rollout",
            "security",
            "disclosure",
            "ui",
            "installation"
        })
package school.tandem.readiness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
