package school.tandem.security;

import static school.tandemdb.security.Tables.AUDIT_ENTRY;
import static school.tandemdb.security.Tables.AUDIT_VALUE;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the trail of who changed what, in the transaction of the change. */
@Component
public class Audit {

    /** A changed field's values, kept apart from the entry, so that they can be purged. */
    public record Change(String field, @Nullable String before, @Nullable String after) {}

    private final DSLContext dsl;
    private final Access access;
    private final Clock clock;
    private final JsonMapper json;

    Audit(DSLContext dsl, Access access, Clock clock, JsonMapper json) {
        this.dsl = dsl;
        this.access = access;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Records one action on one record.
     *
     * @param action what was done, as {@code module.verb}
     * @param facts what is worth knowing and names nobody (counts, a digest)
     * @param changes values that may be personal
     */
    public void record(
            DistrictId district,
            String action,
            String recordKind,
            String recordId,
            Map<String, ?> facts,
            List<Change> changes) {
        Long entry =
                dsl.insertInto(AUDIT_ENTRY)
                        .set(AUDIT_ENTRY.DISTRICT_ID, district)
                        .set(AUDIT_ENTRY.AT, clock.instant().atOffset(java.time.ZoneOffset.UTC))
                        .set(AUDIT_ENTRY.ACCOUNT_ID, access.who().account())
                        .set(AUDIT_ENTRY.ACTION, action)
                        .set(AUDIT_ENTRY.RECORD_KIND, recordKind)
                        .set(AUDIT_ENTRY.RECORD_ID, recordId)
                        .set(
                                AUDIT_ENTRY.FIELDS,
                                changes.stream().map(Change::field).toArray(String[]::new))
                        .set(AUDIT_ENTRY.FACTS, JSONB.valueOf(json.writeValueAsString(facts)))
                        .returningResult(AUDIT_ENTRY.ID)
                        .fetchSingle(AUDIT_ENTRY.ID);
        if (!changes.isEmpty()) {
            dsl.insertInto(
                            AUDIT_VALUE,
                            AUDIT_VALUE.DISTRICT_ID,
                            AUDIT_VALUE.ENTRY_ID,
                            AUDIT_VALUE.FIELD,
                            AUDIT_VALUE.BEFORE,
                            AUDIT_VALUE.AFTER)
                    .valuesOfRows(
                            changes.stream()
                                    .map(c ->
                                            org.jooq.impl.DSL.row(
                                                    district,
                                                    entry,
                                                    c.field(),
                                                    c.before(),
                                                    c.after()))
                                    .toList())
                    .execute();
        }
    }

    /** Records an action that changes no field worth keeping. */
    public void record(DistrictId district, String action, String recordKind, String recordId) {
        record(district, action, recordKind, recordId, Map.of(), List.of());
    }
}
