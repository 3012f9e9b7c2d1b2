@NullMarked
package school.wrong;

import org.jspecify.annotations.NullMarked;
