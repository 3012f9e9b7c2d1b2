/**
 * Brings files in: recognises them, reads them row by row, hands the rows to the intakes of roster
 * and adoption in one transaction, and keeps what came of it, with every row that was held.
 *
 * <p>What a bulk file no longer has is withdrawn, of its own source and in the schools that its
 * delivery names only. A row that is held is still in its file: it withdraws nothing. A file with a
 * header alone says nothing of what has ended, since systems write one for whatever they don't
 * keep. Of rows with one id the first that can be read stands.
 *
 * <p>Moments become days on the clocks of the school; a date written as its midnight somewhere
 * stays that date.
 *
 * <p>What somebody said of a table's columns is kept by district in {@code column_mapping}, its
 * target the kind of a list or the format of a platform's export. It is part of the import's
 * transaction, so that looking at the difference keeps nothing, and outlives the import's undo: the
 * columns mean the same whatever came of the rows. Of exports, what is said last of a header
 * counts, and another format that would claim the same file is forgotten.
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
