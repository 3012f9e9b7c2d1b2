/**
 * How far students and teachers already work online: assignments, hand-ins, teacher activity, home
 * access, and the sums that dashboards read.
 *
 * <p>Owns the database schema {@code adoption}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "roster",
            "roster :: intake",
            "training",
            "security",
            "disclosure",
            "ui"
        })
package school.tandem.adoption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
