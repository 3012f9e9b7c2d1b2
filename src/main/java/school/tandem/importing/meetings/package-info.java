/**
 * Reads what Zoom, Google Meet and Microsoft Teams say of who was in a meeting and how long. Knows
 * a report by what stands in it, not by its name, in English, Spanish, German, French and
 * Portuguese. Knows no database. Every row below headers becomes part of a person or is held; a
 * file without such headers is refused.
 */
@NullMarked
package school.tandem.importing.meetings;

import org.jspecify.annotations.NullMarked;
