package school.tandem;

import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a port of its own and a fresh database, as a school would run it. */
public final class Server implements AutoCloseable {

    private final Database database = Database.fresh();
    private final ConfigurableApplicationContext context;

    private Server(Map<String, Object> properties) {
        context =
                new SpringApplicationBuilder(Application.class)
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
                        .run();
    }

    public static Server start() {
        return new Server(Map.of());
    }

    /** Where it answers, without a slash at the end. */
    public String url() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
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
