package school.tandem.importing.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records of a file of JSON, one at a time: the objects of a list; those of the lists that an
 * object holds, as answers of interfaces do ({@code {"courses": [...], "nextPageToken": "..."}}),
 * be it that such pages stand in a list; an object by itself; or an object a line, of which one
 * that can't be read does not spoil the others.
 */
public final class JsonRecords {

    /** Told each record. */
    public interface Taker {

        /**
         * A record.
         *
         * @param number which one, counted from 1; of an object a line: its line
         * @param list what the list is called that it is of; empty: it has no name
         */
        void take(long number, String list, JsonNode record);

        /** A line that is no JSON, or something that is no object. */
        void hold(long number, String text);
    }

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final ObjectReader TREES = MAPPER.readerFor(JsonNode.class);
    private static final ObjectReader AMONG_OTHERS =
            TREES.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int SHOWN = 80;

    private final BundleFile file;
    private long number;

    public JsonRecords(BundleFile file) {
        this.file = file;
    }

    /**
     * Reads all records.
     *
     * @throws Refused where what is no list of lines ends too early or is no JSON
     */
    public void read(Taker taker) {
        number = 0;
        try {
            if (isLines()) {
                readLines(taker);
            } else {
                readTree(taker);
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

    /** Whether its first line is an object, and another one follows or nothing does. */
    private boolean isLines() throws IOException {
        try (BufferedReader reader = lines()) {
            String first = nextLine(reader);
            if (first == null || !first.startsWith("{") || !isObject(first)) {
                return false;
            }
            String second = nextLine(reader);
            return second != null;
        }
    }

    private static @Nullable String nextLine(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        while (line != null && line.isBlank()) {
            line = reader.readLine();
        }
        return line == null ? null : line.strip();
    }

    private static boolean isObject(String text) {
        try {
            return TREES.readTree(text).isObject();
        } catch (JacksonException no) {
            return false;
        }
    }

    private void readLines(Taker taker) throws IOException {
        try (BufferedReader reader = lines()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                JsonNode record = objectOf(line);
                if (record == null) {
                    taker.hold(number, line.substring(0, Math.min(SHOWN, line.length())));
                } else {
                    page(number, record, taker);
                }
            }
        }
    }

    /** A line may be a page of its own. */
    private static void page(long line, JsonNode record, Taker taker) {
        if (!Pages.isPage(record)) {
            taker.take(line, "", record);
            return;
        }
        for (var field : record.properties()) {
            if (Pages.isList(field.getKey()) && field.getValue().isArray()) {
                for (JsonNode element : field.getValue()) {
                    if (element.isObject()) {
                        taker.take(line, field.getKey(), element);
                    } else {
                        taker.hold(line, element.toString());
                    }
                }
            } else if (Pages.isRecordOf(field.getKey(), field.getValue())) {
                taker.take(line, "", field.getValue());
            }
        }
    }

    private static @Nullable JsonNode objectOf(String line) {
        try {
            JsonNode record = TREES.readTree(line);
            return record.isObject() ? record : null;
        } catch (JacksonException no) {
            return null;
        }
    }

    private void readTree(Taker taker) throws IOException {
        try (InputStream in = opened();
                JsonParser parser = MAPPER.createParser(in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    elements(parser, "", taker);
                } else if (token == JsonToken.START_OBJECT) {
                    object(parser, taker);
                } else {
                    taker.hold(++number, parser.getString());
                }
            }
        }
    }

    /** Pages that a tool gathered in a list are read one after the other. */
    private void elements(JsonParser parser, String list, Taker taker) {
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                elements(parser, list, taker);
                continue;
            }
            JsonNode element = AMONG_OTHERS.readTree(parser);
            if (list.isEmpty() && Pages.isPage(element)) {
                pageOfList(element, taker);
                continue;
            }
            element(list, element, taker);
        }
    }

    private void element(String list, JsonNode element, Taker taker) {
        number++;
        if (element.isObject()) {
            taker.take(number, list, element);
        } else {
            String text = element.toString();
            taker.hold(number, text.substring(0, Math.min(SHOWN, text.length())));
        }
    }

    private void pageOfList(JsonNode page, Taker taker) {
        for (var field : page.properties()) {
            if (Pages.isList(field.getKey()) && field.getValue().isArray()) {
                field.getValue().forEach(one -> element(field.getKey(), one, taker));
            } else if (Pages.isRecordOf(field.getKey(), field.getValue())) {
                element("", field.getValue(), taker);
            }
        }
    }

    /** Lists of objects are records; an object without any is one itself. */
    private void object(JsonParser parser, Taker taker) {
        var alone = MAPPER.createObjectNode();
        boolean lists = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY && Pages.isList(field) && !Pages.isRecord(alone)) {
                lists = true;
                elements(parser, field, taker);
            } else {
                alone.set(field, AMONG_OTHERS.readTree(parser));
            }
        }
        if (!lists && !alone.isEmpty()) {
            taker.take(++number, "", alone);
        }
        for (var field : alone.properties()) {
            if (lists && Pages.isRecordOf(field.getKey(), field.getValue())) {
                taker.take(++number, "", field.getValue());
            }
        }
    }

    private BufferedReader lines() throws IOException {
        return new BufferedReader(new InputStreamReader(opened(), StandardCharsets.UTF_8));
    }

    /** Without the mark that some editors put before UTF-8. */
    private InputStream opened() throws IOException {
        PushbackInputStream in = new PushbackInputStream(file.open(), 3);
        byte[] start = in.readNBytes(3);
        boolean mark =
                start.length == 3
                        && (start[0] & 0xFF) == 0xEF
                        && (start[1] & 0xFF) == 0xBB
                        && (start[2] & 0xFF) == 0xBF;
        if (!mark) {
            in.unread(start);
        }
        return in;
    }

    /** The names that interfaces give to the lists of their answers. */
    private static final class Pages {
        private static final Set<String> LISTS =
                Set.of(
                        "courses",
                        "courseWork",
                        "coursework",
                        "studentSubmissions",
                        "students",
                        "teachers",
                        "userProfiles",
                        "usageReports",
                        "users",
                        "submissions",
                        "assignments",
                        "quizzes",
                        "enrollments",
                        "statements",
                        "events",
                        "data",
                        "items",
                        "results",
                        "records",
                        "value");

        /** What has an id, or is somebody's, is no page, whatever lists it holds. */
        static boolean isRecord(JsonNode object) {
            return object.has("id") || object.has("user_id");
        }

        static boolean isList(String field) {
            return LISTS.contains(field);
        }

        /** Whether an object is there for the lists that it holds. */
        static boolean isPage(JsonNode object) {
            return object.isObject()
                    && !isRecord(object)
                    && object.properties().stream()
                            .anyMatch(
                                    field -> isList(field.getKey()) && field.getValue().isArray());
        }

        /** Beside its lists a page may hold the one course that they are of. */
        static boolean isRecordOf(String field, JsonNode value) {
            return field.equals("course") && value.isObject();
        }
    }
}
