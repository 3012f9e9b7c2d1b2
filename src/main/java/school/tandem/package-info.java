/** The start of the application; everything else stands in a module of its own. */
@NullMarked
package school.tandem;

import org.jspecify.annotations.NullMarked;
