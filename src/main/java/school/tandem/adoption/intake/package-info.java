/**
 * Adoption's door for files: work set, work handed in, what people did on days, and answers about
 * devices at home.
 */
@NullMarked
@NamedInterface("intake")
package school.tandem.adoption.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
