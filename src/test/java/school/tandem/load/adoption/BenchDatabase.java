package school.tandem.load.adoption;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.core.env.Environment;

/** The application's database, seen by its owner, whom row-level security does not bind. */
final class BenchDatabase implements AutoCloseable {

    private final Connection owner;
    private final Connection root;

    BenchDatabase(Environment environment) throws SQLException {
        String url = environment.getRequiredProperty("spring.flyway.url");
        String password = environment.getRequiredProperty("spring.flyway.password");
        owner =
                DriverManager.getConnection(
                        url, environment.getRequiredProperty("spring.flyway.user"), password);
        root = DriverManager.getConnection(url, "postgres", password);
    }

    Connection connection() {
        return owner;
    }

    void execute(String... statements) throws SQLException {
        for (String one : statements) {
            try (var statement = owner.createStatement()) {
                statement.execute(one);
            }
        }
    }

    /** Writes all that waits to be written, so that what follows does not pay for it. */
    void checkpoint() throws SQLException {
        try (var statement = root.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    /** Vacuums and analyzes a table; only outside a transaction. */
    void vacuum(String table) throws SQLException {
        execute("vacuum (analyze) " + table);
    }

    void copyOut(String copy, Path file) throws SQLException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            owner.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
        }
    }

    void copyIn(String copy, Path file) throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            owner.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, in, 1 << 16);
        }
    }

    List<List<Object>> rows(String question, Object... values) throws SQLException {
        return rows(owner, question, values);
    }

    static List<List<Object>> rows(Connection connection, String question, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<List<Object>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                int width = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<Object> row = new ArrayList<>(width);
                    for (int i = 1; i <= width; i++) {
                        row.add(result.getObject(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
        root.close();
    }
}
