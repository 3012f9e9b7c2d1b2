package school.tandem.importing;

import static school.tandemdb.importing.Tables.HELD_ROW;
import static school.tandemdb.importing.Tables.RUN;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record5;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.intake.Held;
import school.tandem.roster.intake.Reason;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandemdb.importing.tables.records.HeldRowRecord;
import tools.jackson.databind.json.JsonMapper;

/** The list of imports of a district, with the rows that each held. */
@Component
public class Runs {

    /** One import as a list shows it. */
    public record Run(
            long id,
            String fileName,
            String format,
            Instant startedAt,
            String outcome,
            @Nullable String refused,
            Counts counts,
            @Nullable Instant undoneAt) {}

    /** Its rows, all files together. */
    public record Counts(long added, long changed, long unchanged, long withdrawn, long held) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        static Counts of(ImportReport report) {
            var all = report.total();
            return new Counts(
                    all.added(), all.changed(), all.unchanged(), all.withdrawn(), all.held());
        }
    }

    private static final int HELD_AT_ONCE = 1000;

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Access access;
    private final Audit audit;
    private final Clock clock;
    private final JsonMapper json;

    Runs(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Access access,
            Audit audit,
            Clock clock,
            JsonMapper json) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /** The latest imports of a district, the newest first. */
    public List<Run> recent(DistrictId district, int limit) {
        access.require(district, Permission.IMPORT);
        return inDistrict.read(
                district,
                () ->
                        dsl.select(
                                        RUN.ID,
                                        RUN.FILE_NAME,
                                        RUN.FORMAT,
                                        RUN.STARTED_AT.convertFrom(OffsetDateTime::toInstant),
                                        RUN.OUTCOME,
                                        RUN.REFUSED,
                                        RUN.RESULT.convertFrom(this::counts),
                                        RUN.UNDONE_AT.convertFrom(
                                                at -> at == null ? null : at.toInstant()))
                                .from(RUN)
                                .where(RUN.DISTRICT_ID.eq(district))
                                .orderBy(RUN.ID.desc())
                                .limit(limit)
                                .fetch(Records.mapping(Run::new)));
    }

    /** Goes through the rows that an import held, a thousand at a time. */
    public void held(DistrictId district, long run, Consumer<Held> action) {
        access.require(district, Permission.IMPORT);
        inDistrict.read(
                district,
                () -> {
                    try (Cursor<Record5<String, Long, String, String, String>> rows =
                            dsl.select(
                                            HELD_ROW.FILE,
                                            HELD_ROW.LINE,
                                            HELD_ROW.COLUMN_NAME,
                                            HELD_ROW.VALUE,
                                            HELD_ROW.REASON)
                                    .from(HELD_ROW)
                                    .where(HELD_ROW.DISTRICT_ID.eq(district))
                                    .and(HELD_ROW.RUN_ID.eq(run))
                                    .orderBy(HELD_ROW.NUMBER)
                                    .fetchSize(HELD_AT_ONCE)
                                    .fetchLazy()) {
                        rows.forEach(row ->
                                action.accept(
                                        new Held(
                                                row.value1(),
                                                row.value2(),
                                                row.value3(),
                                                row.value4(),
                                                Reason.valueOf(row.value5()))));
                    }
                    return true;
                });
    }

    /** An import that stands, and the source that its rows are of. */
    record Last(long run, String source) {}

    /** The last import that stands: the only one that can be undone. */
    Optional<Last> last(DistrictId district) {
        return dsl.select(RUN.ID, RUN.SOURCE)
                .from(RUN)
                .where(RUN.DISTRICT_ID.eq(district), RUN.OUTCOME.eq("imported"))
                .and(RUN.UNDONE_AT.isNull())
                .orderBy(RUN.ID.desc())
                .limit(1)
                .fetchOptional(Records.mapping(Last::new));
    }

    /**
     * Begins one, in the transaction of the import, so that it is there with its rows or not at
     * all.
     */
    long begin(DistrictId district, String fileName, String format, String digest, String source) {
        return insert(district, fileName, format, digest, source, "imported", null);
    }

    /** Keeps what came of it, and records it. */
    void finish(DistrictId district, long run, String digest, ImportReport report) {
        dsl.update(RUN)
                .set(RUN.FINISHED_AT, now())
                .set(RUN.RESULT, JSONB.valueOf(json.writeValueAsString(Counts.of(report))))
                .where(RUN.DISTRICT_ID.eq(district), RUN.ID.eq(run))
                .execute();
        keepHeld(district, run, report.held());
        Counts all = Counts.of(report);
        audit.record(
                district,
                "import.run",
                "import",
                Long.toString(run),
                Map.of(
                        "digest", digest,
                        "added", all.added(),
                        "changed", all.changed(),
                        "withdrawn", all.withdrawn(),
                        "held", all.held()),
                List.of());
    }

    /** Keeps that one came to nothing. */
    void failed(
            DistrictId district,
            String fileName,
            String format,
            String outcome,
            @Nullable String sentence) {
        inDistrict.write(
                district,
                () -> {
                    insert(district, fileName, format, "", ImportRequest.SOURCE, outcome, sentence);
                });
    }

    void undone(DistrictId district, long run) {
        int rows =
                dsl.update(RUN)
                        .set(RUN.UNDONE_AT, now())
                        .where(RUN.DISTRICT_ID.eq(district), RUN.ID.eq(run))
                        .execute();
        if (rows == 0) {
            throw new NotHere("Import " + run);
        }
    }

    private long insert(
            DistrictId district,
            String fileName,
            String format,
            String digest,
            String source,
            String outcome,
            @Nullable String refused) {
        return dsl.insertInto(RUN)
                .set(RUN.DISTRICT_ID, district)
                .set(RUN.ACCOUNT_ID, access.who().account())
                .set(RUN.SOURCE, source)
                .set(RUN.FORMAT, format)
                .set(RUN.FILE_NAME, fileName)
                .set(RUN.DIGEST, digest)
                .set(RUN.STARTED_AT, now())
                .set(RUN.OUTCOME, outcome)
                .set(RUN.REFUSED, refused)
                .set(RUN.RESULT, JSONB.valueOf(json.writeValueAsString(Counts.NONE)))
                .returningResult(RUN.ID)
                .fetchSingle()
                .value1();
    }

    private void keepHeld(DistrictId district, long run, HeldRows held) {
        List<HeldRowRecord> some = new ArrayList<>();
        long[] number = {0};
        held.forEach(row -> {
            some.add(
                    new HeldRowRecord(
                            district,
                            run,
                            ++number[0],
                            row.file(),
                            row.line(),
                            row.column(),
                            row.value(),
                            row.reason().name()));
            if (some.size() == HELD_AT_ONCE) {
                insertHeld(some);
            }
        });
        insertHeld(some);
    }

    private void insertHeld(List<HeldRowRecord> rows) {
        if (!rows.isEmpty()) {
            dsl.batchInsert(rows).execute();
            rows.clear();
        }
    }

    private Counts counts(JSONB result) {
        return json.readValue(result.data(), Counts.class);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
