/**
 * What stands before every page: who may open which address, the headers, the limit on guessing.
 */
@NullMarked
package school.tandem.ui.web;

import org.jspecify.annotations.NullMarked;
