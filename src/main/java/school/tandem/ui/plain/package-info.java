/** The pages that work without a script: signing in, and choosing a first password by a link. */
@NullMarked
package school.tandem.ui.plain;

import org.jspecify.annotations.NullMarked;
