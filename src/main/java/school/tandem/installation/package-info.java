/**
 * The machine that Tandem runs on: the data directory and its lock, the PostgreSQL inside it, and
 * the commands of {@code ./tandem}.
 *
 * <p>Where {@code spring.datasource.url} is configured, that database is used instead: {@code
 * spring.datasource.username} is then the application's role, which owns nothing, and {@code
 * spring.flyway.url}, {@code .user} and {@code .password} the owner's, who migrates.
 *
 * <p>The data directory is held by one lock. Held: a command attaches to the database that runs.
 * Free, with a PostgreSQL still alive: it is an orphan of a process that was killed, and is ended.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"security"})
package school.tandem.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
