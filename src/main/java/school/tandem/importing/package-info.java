/**
 * Brings files in: recognises them, reads them row by row, hands the rows to the intakes of roster
 * and adoption in one transaction, and keeps what came of it, with every row that was held.
 *
 * <p>Owns the database schema {@code importing}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "roster",
            "roster :: intake",
            "training",
            "adoption",
            "adoption :: intake",
            "security",
            "disclosure",
            "ui",
            "installation"
        })
package school.tandem.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
