package school.tandem.installation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import school.tandem.installation.DataDirectory.Running;

/**
 * Provides a database where none is configured: the data directory's own, started here, or the one
 * that another process of the same directory has started already.
 */
public final class OwnDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The property that names the data directory. */
    public static final String DATA = "tandem.data";

    /**
     * How many tenths of a second a server waits for a command to end, and a command for another.
     */
    private static final int SERVER_WAITS = 100;

    private static final int COMMAND_WAITS = 6000;
    private static final int SAID_AFTER = 20;

    private final boolean server;

    /**
     * @param server whether this process is to be the server, which needs the directory for itself;
     *     a command may share it
     */
    public OwnDatabase(boolean server) {
        this.server = server;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        var directory = new DataDirectory(Path.of(environment.getProperty(DATA, "data")));
        int port = locked(directory) ? start(directory, context) : portOfRunning(directory);
        provide(environment, directory, port);
    }

    /**
     * Whether the directory is this process's own now; else a server runs on it, which a command
     * may use. Another command's database ends with that command, so one waits for it.
     */
    private boolean locked(DataDirectory directory) {
        int waits = server ? SERVER_WAITS : COMMAND_WAITS;
        for (int tries = 0; tries < waits; tries++) {
            if (directory.tryLock()) {
                return true;
            }
            Optional<Running> running = directory.running().filter(one -> !one.url().isEmpty());
            if (running.isPresent() && server) {
                throw new CannotStart(
                        "Tandem already runs on these data (%s): open %s, or end process %d first."
                                .formatted(directory, running.get().url(), running.get().pid()));
            }
            if (running.isPresent()) {
                return false;
            }
            if (tries == SAID_AFTER) {
                System.err.println("Another command works on these data; waiting for its end ...");
            }
            pause();
        }
        throw new CannotStart(
                "Another command is still working on these data (" + directory + "). Try again.");
    }

    private static int portOfRunning(DataDirectory directory) {
        return directory.running().map(Running::databasePort).orElseThrow();
    }

    private int start(DataDirectory directory, ConfigurableApplicationContext context) {
        var postgres = new PostgresServer(directory);
        // Runs after all contexts have closed their pools.
        SpringApplication.getShutdownHandlers()
                .add(() -> {
                    postgres.stop();
                    directory.release();
                });
        postgres.start();
        directory.announce(postgres.port(), "");
        if (server) {
            context.addApplicationListener(new Announcement(directory, postgres.port()));
        }
        return postgres.port();
    }

    private void provide(ConfigurableEnvironment environment, DataDirectory directory, int port) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", PostgresServer.url(port));
        properties.put("spring.datasource.username", PostgresServer.APPLICATION);
        properties.put("spring.datasource.password", directory.secret());
        properties.put("spring.flyway.url", PostgresServer.url(port));
        properties.put("spring.flyway.user", PostgresServer.OWNER);
        properties.put("spring.flyway.password", directory.secret());
        boolean shared =
                directory
                        .running()
                        .filter(r -> r.pid() != ProcessHandle.current().pid())
                        .isPresent();
        properties.put("spring.flyway.enabled", Boolean.toString(!shared));
        environment.getPropertySources().addFirst(new MapPropertySource("ownDatabase", properties));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted", e);
        }
    }
}
