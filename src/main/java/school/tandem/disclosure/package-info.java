/**
 * Suppression of small groups: one engine decides what of a group may be shown, for every way out
 * (screens, exports, slides). Knows no module and owns no table.
 *
 * <p>After NCES SLDS Technical Brief 3: a group under the minimum is hidden, and so is the next
 * smallest wherever the total would give the hidden one away; shares near 0 or 100 % are told as
 * bounds, the wider the smaller the group. A school's own figures are those of a group that stands
 * alone; where they are hidden or a bound, no screen and no file tells a count beside them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package school.tandem.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
