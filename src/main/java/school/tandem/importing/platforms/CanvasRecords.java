package school.tandem.importing.platforms;

import org.jspecify.annotations.Nullable;
import school.tandem.importing.reading.JsonRecords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Says of each object of a file what it is; those that stand in a group, one by one. */
final class CanvasRecords implements JsonRecords.Taker {

    /** Told each object. */
    interface Taker {

        /**
         * An object.
         *
         * @param group in which it stands; missing: in none
         */
        void take(At at, CanvasKind kind, JsonNode record, JsonNode group);

        /** A group of nothing, or an object without fields. */
        void nothing(At at);

        /** Something that is no object. */
        void hold(At at, String text);
    }

    private final ExportFile file;
    private final @Nullable CanvasKind usual;
    private final Taker taker;

    /**
     * @param usual what its objects are that do not show it
     */
    CanvasRecords(ExportFile file, @Nullable CanvasKind usual, Taker taker) {
        this.file = file;
        this.usual = usual;
        this.taker = taker;
    }

    @Override
    public void take(long number, String list, JsonNode record) {
        At at = file.at(number);
        if (record.path("submissions").isArray()) {
            group(at, CanvasKind.SUBMISSION, record.path("submissions"), record);
        } else if (record.path("assignments").isArray() && !record.has("submission_types")) {
            group(at, CanvasKind.ASSIGNMENT, record.path("assignments"), record);
        } else if (record.isEmpty()) {
            taker.nothing(at);
        } else {
            one(at, CanvasKind.of(record), record);
        }
    }

    private void one(At at, @Nullable CanvasKind shown, JsonNode record) {
        CanvasKind kind = shown == null ? usual : shown;
        if (kind == null) {
            taker.nothing(at);
        } else {
            taker.take(at, kind, record, MissingNode.getInstance());
        }
    }

    private void group(At at, CanvasKind kind, JsonNode records, JsonNode group) {
        if (records.isEmpty()) {
            taker.nothing(at);
        }
        for (JsonNode record : records) {
            if (!record.isObject()) {
                taker.hold(at, record.toString());
            } else if (record.isEmpty()) {
                taker.nothing(at);
            } else {
                taker.take(at, kind, record, group);
            }
        }
    }

    @Override
    public void hold(long number, String text) {
        taker.hold(file.at(number), text);
    }
}
