package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.reading.ListCells;
import tools.jackson.databind.JsonNode;

/** The fields of objects, whether numbers or text. */
final class CanvasFields {

    private static final Pattern COURSE = Pattern.compile("/courses/(\\d+)(?:/|$)");
    private static final int TITLE = 500;

    private CanvasFields() {}

    /** Without blanks around it; empty: it is not there, null, or no value. */
    static String text(JsonNode record, String field) {
        return record.path(field).asString("").strip();
    }

    /** The first of several fields that says something. */
    static String first(JsonNode record, String... fields) {
        for (String field : fields) {
            String text = text(record, field);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** A title, of no more length than titles have. */
    static String title(JsonNode record, String otherwise, String... fields) {
        String title = first(record, fields);
        return title.isEmpty()
                ? otherwise
                : title.length() <= TITLE ? title : title.substring(0, TITLE);
    }

    static boolean yes(JsonNode record, String field) {
        return record.path(field).asBoolean(false);
    }

    /**
     * The local day of a moment; null: none is said.
     *
     * @throws ListCells.Unreadable where it is no moment
     */
    static @Nullable LocalDate day(ListCells cells, JsonNode record, String field) {
        String value = text(record, field);
        return value.isEmpty() ? null : cells.day(field, value);
    }

    /** The course that an object says it is of, if only by its address; empty: none. */
    static String courseId(JsonNode record) {
        String id = text(record, "course_id");
        for (String field : new String[] {"html_url", "preview_url", "submissions_download_url"}) {
            Matcher address = COURSE.matcher(text(record, field));
            if (id.isEmpty() && address.find()) {
                id = address.group(1);
            }
        }
        return id;
    }
}
