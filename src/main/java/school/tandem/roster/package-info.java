/**
 * What a school is made of: districts, schools, departments, staff, students, classes, enrolments,
 * the calendar and the plans with their three dates.
 *
 * <p>Owns the database schema {@code roster}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"security", "disclosure", "ui"})
package school.tandem.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
