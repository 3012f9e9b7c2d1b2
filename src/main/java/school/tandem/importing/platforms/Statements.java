package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.Did;
import school.tandem.importing.reading.JsonRecords;
import school.tandem.importing.reading.ListCells;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.roster.intake.Reason;
import tools.jackson.databind.JsonNode;

/** A platform whose records are statements of what somebody did, one at a time. */
abstract class Statements implements Platform {

    /** What a statement tells: what its actor did; null: nothing that counts. */
    abstract @Nullable Did did(JsonNode statement);

    abstract Who actor(JsonNode statement);

    /** All who did it, at least one. */
    List<Who> actors(JsonNode statement) {
        return List.of(actor(statement));
    }

    /** Where; null: it does not say. */
    abstract @Nullable Course course(JsonNode statement);

    /** What the field is called that says when. */
    abstract String momentField();

    /** What it says of when; empty: nothing. */
    String moment(JsonNode statement) {
        return statement.path(momentField()).asString("");
    }

    /** Takes what statements say of others, such as that these are void. Read before all else. */
    Set<String> voided(List<ExportFile> files) {
        return Set.of();
    }

    /** What the id of a statement is. */
    String id(JsonNode statement) {
        return statement.path("id").asString("");
    }

    abstract Set<Did> reported();

    @Override
    public PlatformReader open(List<ExportFile> files, ZoneId zone) {
        ListCells cells = new ListCells(zone);
        Set<String> voided = voided(files);
        return new PlatformReader() {
            @Override
            public void read(ExportRows rows) {
                files.forEach(file -> file.json().read(new Taker(file, cells, voided, rows)));
            }

            @Override
            public Set<Did> reports() {
                return reported();
            }
        };
    }

    private final class Taker implements JsonRecords.Taker {
        private final ExportFile file;
        private final ListCells cells;
        private final Set<String> voided;
        private final ExportRows rows;

        Taker(ExportFile file, ListCells cells, Set<String> voided, ExportRows rows) {
            this.file = file;
            this.cells = cells;
            this.voided = voided;
            this.rows = rows;
        }

        @Override
        public void take(long number, String list, JsonNode record) {
            At at = file.at(number);
            JsonNode statement = within(record);
            Did did = did(statement);
            if (did == null || voided.contains(id(statement))) {
                rows.nothing(at);
                return;
            }
            String moment = moment(statement);
            if (moment.isBlank()) {
                rows.held(at, momentField(), "", Reason.BLANK);
                return;
            }
            LocalDate day;
            try {
                day = cells.day(momentField(), moment);
            } catch (Unreadable bad) {
                rows.held(at, bad.column(), bad.value(), bad.reason());
                return;
            }
            Course course = course(statement);
            boolean isRecord = true;
            for (Who who : actors(statement)) {
                rows.activity(new Activity(at, who, did, day, course, isRecord));
                isRecord = false;
            }
        }

        @Override
        public void hold(long number, String text) {
            rows.held(file.at(number), "", text, Reason.NOT_JSON);
        }
    }

    /** The statement that a record is, or holds beside what its store says of it. */
    static JsonNode within(JsonNode record) {
        JsonNode inner = record.path("statement");
        return inner.isObject() ? inner : record;
    }

    /** The last part of an address or a name of names, in lower case. */
    static String lastPart(String iri) {
        String plain = iri.replaceAll("[/#]+$", "");
        return plain.substring(plain.lastIndexOf('/') + 1)
                .replaceFirst("^.*[#:]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The text of a map of languages, or a text. */
    static @Nullable String text(JsonNode node) {
        if (node.isObject() && !node.isEmpty()) {
            JsonNode english = node.path("en-US");
            return (english.isMissingNode() ? node.iterator().next() : english).asString("");
        }
        return node.isString() ? node.asString("") : null;
    }
}
