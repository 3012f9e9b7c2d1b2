package school.tandem.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import school.tandem.importing.reading.TableFile.TableRow;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table written as JSON, without headers: a list of rows, each a list of cells, one list of them
 * for each sheet. Read row by row, since it stands on one line however long it is.
 */
public final class JsonTable {

    private static final Pattern START = Pattern.compile("\\s*\\[\\s*\\[\\s*(?:\\[\\s*)?\"[^\\[]*");
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final BundleFile file;

    public JsonTable(BundleFile file) {
        this.file = file;
    }

    /** Whether a text begins as one. */
    public static boolean isStart(String head) {
        return START.matcher(head).lookingAt();
    }

    /**
     * Reads all rows, counted from 1.
     *
     * @throws Refused where it ends too early or is no JSON
     */
    public void read(Consumer<TableRow> taker) {
        try (InputStream in = file.open();
                JsonParser parser = MAPPER.createParser(in)) {
            long number = 0;
            List<String> cells = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    cells.clear();
                } else if (token == JsonToken.END_ARRAY && !cells.isEmpty()) {
                    taker.accept(new TableRow(++number, List.copyOf(cells), false));
                    cells.clear();
                } else if (token == JsonToken.START_OBJECT) {
                    parser.skipChildren();
                    cells.add("");
                } else if (token.isScalarValue()) {
                    cells.add(token == JsonToken.VALUE_NULL ? "" : parser.getString());
                }
            }
        } catch (JacksonException broken) {
            throw new Refused(
                    "importing.refused.noJson",
                    Map.of(
                            "file",
                            file.name(),
                            "line",
                            broken.getLocation() == null ? 1 : broken.getLocation().getLineNr()));
        } catch (IOException unreadable) {
            throw new Refused("importing.refused.unreadable", Map.of("file", file.name()));
        }
    }
}
