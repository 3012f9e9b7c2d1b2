/**
 * The pages of adoption that work without a script and without signing in: two questions about
 * home, that a family answers by its link.
 */
@NullMarked
package school.tandem.adoption.web;

import org.jspecify.annotations.NullMarked;
