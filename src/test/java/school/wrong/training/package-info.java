@NullMarked
@ApplicationModule(allowedDependencies = {})
package school.wrong.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
