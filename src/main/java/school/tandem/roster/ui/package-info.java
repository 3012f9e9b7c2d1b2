/** The screens of the first run, of people and classes, and of the settings. */
@NullMarked
package school.tandem.roster.ui;

import org.jspecify.annotations.NullMarked;
