/** The screens of training: courses and sessions, one course, one's own. */
@NullMarked
package school.tandem.training.ui;

import org.jspecify.annotations.NullMarked;
