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
 */
@NullMarked
package school.tandem.importing.platforms;

import org.jspecify.annotations.NullMarked;
