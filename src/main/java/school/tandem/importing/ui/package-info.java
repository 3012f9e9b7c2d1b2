/** The screen on which files are brought in. */
@NullMarked
package school.tandem.importing.ui;

import org.jspecify.annotations.NullMarked;
