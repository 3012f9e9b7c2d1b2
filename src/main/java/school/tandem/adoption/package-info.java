/**
 * How far students and teachers already work online: assignments, hand-ins, teacher activity, home
 * access, and the sums that dashboards read.
 *
 * <p>Work is set on its assign date, or its due date where none is given. Work due counts once for
 * each student who was in its class on that date, whatever they did since. A class whose source
 * ends more than ten school days before the day asked for is unknown, even where somebody was seen
 * since. Of several sources of a class each says by itself up to when its habits are looked for: no
 * other that reaches farther turns its silence into a no. An export of what was done, such as a
 * month's log, is silent about the days before its first one without saying no. An import makes the
 * figures anew of those schools only that its rows concern, and a change by hand those of its
 * school, in the same transaction. A family's answer moves them by what a count has of its student
 * alone. Of each day on which a family answered the last answer is kept; a day knows the latest up
 * to it, whenever that was brought in.
 *
 * <p>Weeks ({@code week_figure}) are counted when somebody first looks at them and kept from then
 * on: by the same code as a day alone, all of a year at once, with as many statements as one week
 * takes. An import only forgets those that its rows change, from the first day that they are about,
 * and has nothing to forget where nobody has looked yet. So it costs an import nothing to have
 * weeks, however many schools it brings. Who counts and who forgets take turns by a lock of the
 * database. Each night the weeks of schools that were looked at are counted up to the new day. A
 * district's are the sums of its schools', counted beside whoever looks first; a class's are
 * counted anew by each look, since so few people are in it. What sources brought of a school
 * ({@code source_figure}) is counted and kept in the same way, and forgotten wherever its figures
 * are counted anew.
 *
 * <p>Owns the database schema {@code adoption}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "roster",
            "roster :: intake",
            "training",
            "security",
            "disclosure",
            "ui"
        })
package school.tandem.adoption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
