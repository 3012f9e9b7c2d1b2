package school.tandem.roster.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Streams rows into a table by PostgreSQL's COPY, a buffer at a time. */
final class CopyRows {

    private static final int BUFFER = 64 * 1024;

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(BUFFER + 4096);

    private CopyRows(CopyIn copy) {
        this.copy = copy;
    }

    /**
     * Copies all rows that the source writes.
     *
     * @param columns their values are text, numbers, dates, booleans, lists of texts or numbers, or
     *     null
     */
    static void into(
            DSLContext dsl,
            String table,
            List<String> columns,
            Consumer<Consumer<@Nullable Object[]>> source) {
        dsl.connection(connection -> copy(connection, table, columns, source));
    }

    private static void copy(
            Connection connection,
            String table,
            List<String> columns,
            Consumer<Consumer<@Nullable Object[]>> source)
            throws SQLException, IOException {
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy "
                                        + table
                                        + " ("
                                        + String.join(", ", columns)
                                        + ") from stdin");
        var target = new CopyRows(copy);
        try {
            source.accept(target::write);
            target.flush();
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void write(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                buffer.append('\t');
            }
            append(values[i]);
        }
        buffer.append('\n');
        if (buffer.length() >= BUFFER) {
            flush();
        }
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            buffer.append("\\N");
        } else if (value instanceof List<?> list) {
            escape(array(list));
        } else {
            escape(value.toString());
        }
    }

    private static String array(List<?> list) {
        StringBuilder array = new StringBuilder("{");
        for (Object element : list) {
            if (array.length() > 1) {
                array.append(',');
            }
            String text = element.toString().replace("\\", "\\\\").replace("\"", "\\\"");
            array.append('"').append(text).append('"');
        }
        return array.append('}').toString();
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                case '\0' -> {} // no text of PostgreSQL's can hold it
                default -> buffer.append(c);
            }
        }
    }

    private void flush() {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        buffer.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new IllegalStateException("Rows could not be staged", e);
        }
    }
}
