/**
 * The pages of training that work without a script and without a session of Vaadin's: checking in,
 * the code on the wall, the printed sheet.
 */
@NullMarked
package school.tandem.training.web;

import org.jspecify.annotations.NullMarked;
