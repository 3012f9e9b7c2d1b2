/**
 * Exports of learning platforms: one reader for each, which recognises its files and says row by
 * row what they tell, without knowing the school. {@link school.tandem.importing.PlatformImports}
 * finds out whom and which class is meant, and hands it to the intake.
 *
 * <p>A new one is a class that implements {@link school.tandem.importing.platforms.Platform} and
 * its line in {@link school.tandem.importing.platforms.Platforms}. A reader is liberal in headers,
 * orders and encodings, and strict in counting: every record of a file is told once, be it that
 * nothing follows from it ({@link school.tandem.importing.platforms.ExportRows#nothing}) or that it
 * can't be read ({@link school.tandem.importing.platforms.ExportRows#held}). Where a table has a
 * column for each piece of work, a record is a student's of one of them. It is read several times
 * and must say the same each time.
 *
 * <p>Where headers are of a language that no reader knows, somebody says which ones are meant:
 * {@link school.tandem.importing.platforms.SaidColumns} calls them as the reader does, in one place
 * ({@link school.tandem.importing.platforms.ExportFile#table}), and {@link
 * school.tandem.importing.platforms.ExportFile#shown} calls them as the file does for rows that are
 * held. {@link school.tandem.importing.platforms.ExportTable} lists the tables and columns for
 * which that can be done, with the readers' own names. In a file of which somebody said so a reader
 * is stricter with words: it holds what it does not know, where it else takes it for a school's
 * own.
 */
@NullMarked
package school.tandem.importing.platforms;

import org.jspecify.annotations.NullMarked;
