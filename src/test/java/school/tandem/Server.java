package school.tandem;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole application on a port of its own and a fresh database, as a school would run it. */
public final class Server implements AutoCloseable {

    private final Database database = Database.fresh();
    private final ConfigurableApplicationContext context;

    private Server(Map<String, Object> properties, Clock clock) {
        context =
                new SpringApplicationBuilder(Application.class)
                        .initializers((GenericApplicationContext c) ->
                                c.registerBean("clock", Clock.class, () -> clock))
                        .properties(
                                Map.of(
                                        "server.port",
                                        "0",
                                        "spring.datasource.url",
                                        database.url(),
                                        "spring.datasource.username",
                                        "tandem_app",
                                        "spring.flyway.url",
                                        database.url(),
                                        "spring.flyway.user",
                                        "tandem_owner"))
                        .properties(properties)
                        .properties(Map.of("spring.main.allow-bean-definition-overriding", "true"))
                        .run();
    }

    public static Server start() {
        return new Server(Map.of(), Clock.systemUTC());
    }

    /** The same where this clock tells the time; nothing is done at night. */
    public static Server at(Clock clock) {
        return new Server(Map.of("db-scheduler.enabled", "false"), clock);
    }

    /** The same with settings of the test's own. */
    public static Server start(Map<String, Object> properties) {
        return new Server(properties, Clock.systemUTC());
    }

    /** Where it answers, without a slash at the end. */
    public String url() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All beans of a type, those made only when asked for too. */
    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
