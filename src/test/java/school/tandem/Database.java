package school.tandem;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.TestTransactions;

/**
 * A fresh database with all tables and no rows, on a real PostgreSQL that all tests of this JVM
 * share. Migrated as a plain owner and used as the application's role, neither of them a superuser,
 * since a superuser sees through row-level security. The system property {@code
 * tandem.test.postgres} names a folder with other binaries (PostgreSQL 15).
 */
public final class Database implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Path LOCK = Path.of("target", "test-postgres.lock");
    private static final EmbeddedPostgres SERVER = start();

    private final String name = "test" + NUMBER.incrementAndGet();
    private final HikariDataSource pool = new HikariDataSource();
    private final DSLContext dsl;
    private final PlatformTransactionManager transactions = new DataSourceTransactionManager(pool);
    private final DistrictTransactions inDistrict;

    private Database() {
        execute("postgres", "create database " + name + " template tandem owner tandem_owner");
        pool.setJdbcUrl(url());
        pool.setUsername("tandem_app");
        pool.setMaximumPoolSize(6);
        var configuration = new DefaultConfiguration();
        configuration.set(SQLDialect.POSTGRES);
        configuration.set(
                new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(pool)));
        dsl = DSL.using(configuration);
        inDistrict = TestTransactions.of(dsl, transactions);
    }

    /** Makes an empty one. */
    public static Database fresh() {
        return new Database();
    }

    /**
     * For Spring: sign in as {@code tandem_app}, migrate as {@code tandem_owner}; neither has a
     * password.
     */
    public String url() {
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name;
    }

    /**
     * Questions and changes as the application; without a transaction of {@link #inDistrict} they
     * see no row.
     */
    public DSLContext dsl() {
        return dsl;
    }

    public DistrictTransactions inDistrict() {
        return inDistrict;
    }

    /** What {@link #inDistrict} opens its transactions with. */
    public PlatformTransactionManager transactions() {
        return transactions;
    }

    /** The same tables as their owner, whom row-level security does not bind. */
    public DSLContext asOwner() {
        return DSL.using(url(), "tandem_owner", "");
    }

    @Override
    public void close() {
        pool.close();
        execute("postgres", "drop database " + name + " with (force)");
    }

    /**
     * Holds a lock from the choice of a free port until the server listens on it: of two JVMs that
     * start at once, both could choose the same one, and the second would work on the first one's
     * server.
     */
    private static EmbeddedPostgres start() {
        try (var channel =
                        FileChannel.open(
                                LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            Path data = Files.createTempDirectory("tandem-postgres");
            var builder =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setPGStartupWait(Duration.ofMinutes(2))
                            .setServerConfig("max_connections", "120")
                            .setServerConfig("fsync", "off")
                            .setServerConfig("synchronous_commit", "off");
            String binaries = System.getProperty("tandem.test.postgres", "");
            if (!binaries.isEmpty()) {
                builder.setPgBinaryResolver((system, machine) -> open(Path.of(binaries), machine));
            }
            EmbeddedPostgres server = builder.start();
            requireOurs(server, data);
            prepare(server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library asks only whether anybody answers at the port. */
    private static void requireOurs(EmbeddedPostgres server, Path data) throws IOException {
        String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
        String answers = DSL.using(url, "postgres", "").fetchValue("show data_directory") + "";
        if (!data.toRealPath().equals(Path.of(answers).toRealPath())) {
            throw new IOException(
                    "Port " + server.getPort() + " was taken by the server of " + answers);
        }
    }

    private static void prepare(EmbeddedPostgres server) {
        String url = "jdbc:postgresql://localhost:" + server.getPort() + "/";
        run(url + "postgres", "create role tandem_owner login");
        run(url + "postgres", "create role tandem_app login");
        run(url + "postgres", "create database tandem owner tandem_owner");
        Flyway.configure()
                .dataSource(url + "tandem", "tandem_owner", "")
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", "tandem_app"))
                .load()
                .migrate();
    }

    private static InputStream open(Path folder, String machine) throws IOException {
        try (var files = Files.list(folder)) {
            return Files.newInputStream(
                    files.filter(file -> file.toString().endsWith(machine + ".txz"))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private static void execute(String database, String sql) {
        run("jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + database, sql);
    }

    private static void run(String url, String sql) {
        try (var connection = java.sql.DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
