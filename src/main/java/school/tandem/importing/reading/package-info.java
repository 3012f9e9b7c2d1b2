/**
 * Reads files into rows: zips and folders, encodings, separators, OneRoster 1.1 and 1.2, tables
 * with any headers, calendars. Knows no database; what it can't take it holds, row by row, or
 * refuses as a whole with a sentence.
 */
@NullMarked
package school.tandem.importing.reading;

import org.jspecify.annotations.NullMarked;
