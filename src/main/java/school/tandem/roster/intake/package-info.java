/**
 * The roster's door for files: the rows that a file is read into, and how a row that can't be taken
 * is told.
 *
 * <p>Rows are already parsed, trimmed and checked one by one; whether an id is taken twice or
 * points nowhere is for the intake to find out. Every id here is the source's own, unique per
 * district, source and kind.
 */
@NullMarked
@NamedInterface("intake")
package school.tandem.roster.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
