/**
 * The pages of training that work without a script and without a session of Vaadin's: checking in,
 * the code on the wall, the printed sheet, the trainer's list for places without a network.
 */
@NullMarked
package school.tandem.training.web;

import org.jspecify.annotations.NullMarked;
