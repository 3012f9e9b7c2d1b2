/** The readiness dashboard. */
@NullMarked
package school.tandem.readiness.ui;

import org.jspecify.annotations.NullMarked;
