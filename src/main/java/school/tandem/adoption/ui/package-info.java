/** The screen of adoption: who works online, and who can at home. */
@NullMarked
package school.tandem.adoption.ui;

import org.jspecify.annotations.NullMarked;
