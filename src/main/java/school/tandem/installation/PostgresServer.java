package school.tandem.installation;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own inside the data directory: reachable from this machine only, with a
 * password, and with every commit on disk. Whoever holds the directory's lock may start it.
 */
final class PostgresServer {

    static final String DATABASE = "tandem";
    static final String OWNER = "tandem_owner";
    static final String APPLICATION = "tandem_app";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path binaries;
    private final Path data;
    private final Path log;
    private final String secret;
    private volatile int port;
    private volatile boolean stopping;
    private volatile @Nullable Process process;

    PostgresServer(DataDirectory directory) {
        this.binaries = PostgresBinaries.unpackInto(directory.resolve("postgres-binaries"));
        this.data = directory.resolve("postgres");
        this.log = directory.resolve("postgres.log");
        this.secret = directory.secret();
        this.port = freePort();
    }

    int port() {
        return port;
    }

    String url() {
        return url(port);
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** Ends an orphan, makes the database where there is none, and starts it. */
    void start() {
        try {
            endOrphan();
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise();
            }
            launch();
            prepare();
        } catch (IOException | SQLException e) {
            throw new CannotStart("PostgreSQL can't be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("PostgreSQL was not started: interrupted", e);
        }
    }

    /** Ends it as PostgreSQL wants to be ended: no new work, what is open is rolled back. */
    void stop() {
        stopping = true;
        Process running = process;
        if (running != null && running.isAlive()) {
            end(running.toHandle());
        }
    }

    /** A server that outlived the process that started it; the lock says that nobody needs it. */
    private void endOrphan() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(this::isOurs)
                .ifPresent(orphan -> {
                    LOG.info("Ending the PostgreSQL that a killed process left behind");
                    end(orphan);
                });
    }

    /** Process numbers are used again: only a postgres of this very folder is ours. */
    private boolean isOurs(ProcessHandle handle) {
        try {
            Path commandLine = Path.of("/proc/" + handle.pid() + "/cmdline");
            String line =
                    Files.exists(commandLine)
                            ? Files.readString(commandLine).replace('\0', ' ')
                            : handle.info().commandLine().orElse("");
            return line.contains("postgres") && line.contains(data.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private static void end(ProcessHandle postgres) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postgres.pid())).start().waitFor();
            postgres.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception tooSlow) {
            postgres.destroyForcibly();
        }
    }

    /** Into a folder beside, which takes its place when complete: a kill leaves no half of one. */
    private void initialise() throws IOException, InterruptedException {
        Path draft = data.resolveSibling("postgres.new");
        PostgresBinaries.clear(draft);
        PostgresBinaries.clear(data);
        Path password = data.resolveSibling("secret");
        run(
                command(
                        "initdb",
                        "-D",
                        draft.toString(),
                        "-U",
                        "postgres",
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + password,
                        "-E",
                        "UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-locale"));
        Files.move(draft, data);
    }

    private void launch() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Process started =
                    new ProcessBuilder(serverCommand())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            if (becomesReady(started, until)) {
                process = started;
                started.onExit().thenAccept(this::ended);
                return;
            }
            if (System.nanoTime() - until > 0) {
                throw new IOException("it did not become ready; see " + log);
            }
            Thread.sleep(300);
            if (process == null) { // nobody knows of the port yet, and it may have been taken
                port = freePort();
            }
        }
    }

    private List<String> serverCommand() {
        return command(
                "postgres",
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "max_connections=60",
                "-c",
                "shared_buffers=" + buffers() + "MB",
                "-c",
                "max_wal_size=4GB",
                "-c",
                "checkpoint_timeout=15min",
                "-c",
                "random_page_cost=1.1",
                "-c",
                "jit=off");
    }

    /** An eighth of this machine's memory, as far as that is sensible; in MB. */
    private static long buffers() {
        long eighth =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                                .getTotalMemorySize()
                        / 8
                        / (1 << 20);
        return Math.clamp(eighth, 256, 1024);
    }

    /** The last line of postmaster.pid says so; cheaper than trying to connect. */
    private boolean becomesReady(Process started, long until)
            throws IOException, InterruptedException {
        Path file = data.resolve("postmaster.pid");
        while (started.isAlive() && System.nanoTime() - until < 0) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() >= 8
                        && lines.get(7).strip().equals("ready")
                        && lines.getFirst().strip().equals(Long.toString(started.pid()))) {
                    return true;
                }
            }
            Thread.sleep(10);
        }
        return false;
    }

    /** Somebody killed it: start it again on the same port; the pools find it by themselves. */
    private void ended(Process gone) {
        if (stopping || process != gone) {
            return;
        }
        LOG.warn("PostgreSQL ended (status {}); starting it again", gone.exitValue());
        try {
            launch();
        } catch (IOException e) {
            LOG.error("PostgreSQL can't be started again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The database and its two roles, neither of them a superuser. */
    private void prepare() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                                "postgres",
                                secret);
                var statement = connection.createStatement()) {
            for (String role : List.of(OWNER, APPLICATION)) {
                if (!exists(connection, "select from pg_roles where rolname = ?", role)) {
                    statement.execute("create role " + role + " login password '" + secret + "'");
                }
            }
            if (!exists(connection, "select from pg_database where datname = ?", DATABASE)) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
        }
    }

    private static boolean exists(Connection connection, String question, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** PostgreSQL refuses to run as root, who steps into a namespace where they are nobody. */
    private List<String> command(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(name).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process done =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        if (done.waitFor() != 0) {
            throw new IOException(command.getLast() + " failed; see " + log);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("No free port for PostgreSQL: " + e.getMessage(), e);
        }
    }
}
