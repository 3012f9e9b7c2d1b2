/** The screens of the rollout: the checklist of a plan. */
@NullMarked
package school.tandem.rollout.ui;

import org.jspecify.annotations.NullMarked;
