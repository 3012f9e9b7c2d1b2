package school.tandem.security;

import static school.tandemdb.security.Tables.ACCOUNT;
import static school.tandemdb.security.Tables.AUDIT_ENTRY;
import static school.tandemdb.security.Tables.AUDIT_VALUE;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the trail of who changed what, written in the transaction of the change. */
@Component
public class Audit {

    /** A changed field's values, kept apart from the entry, so that they can be purged. */
    public record Change(String field, @Nullable String before, @Nullable String after) {}

    /**
     * One line of the trail. The personal values of a change are not part of it.
     *
     * @param who the account's name; null: the installation itself
     * @param fields which fields were changed
     * @param facts what {@link #record} was told to be worth knowing
     */
    public record Entry(
            Instant at,
            @Nullable String who,
            String action,
            String recordKind,
            String recordId,
            List<String> fields,
            Map<String, String> facts) {}

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Access access;
    private final Clock clock;
    private final JsonMapper json;

    Audit(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Access access,
            Clock clock,
            JsonMapper json) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
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

    /** The last entries of a district, the latest first; for its administrators. */
    public List<Entry> recent(DistrictId district, int limit) {
        access.require(district, Permission.INVITE);
        return inDistrict.read(
                district,
                () ->
                        dsl.select(
                                        AUDIT_ENTRY.AT.convertFrom(OffsetDateTime::toInstant),
                                        ACCOUNT.NAME,
                                        AUDIT_ENTRY.ACTION,
                                        AUDIT_ENTRY.RECORD_KIND,
                                        AUDIT_ENTRY.RECORD_ID,
                                        AUDIT_ENTRY.FIELDS.convertFrom(List::of),
                                        AUDIT_ENTRY.FACTS.convertFrom(this::facts))
                                .from(AUDIT_ENTRY)
                                .leftJoin(ACCOUNT)
                                .on(ACCOUNT.ID.eq(AUDIT_ENTRY.ACCOUNT_ID))
                                .where(AUDIT_ENTRY.DISTRICT_ID.eq(district))
                                .orderBy(AUDIT_ENTRY.AT.desc(), AUDIT_ENTRY.ID.desc())
                                .limit(limit)
                                .fetch(Records.mapping(Entry::new)));
    }

    /** Whatever was recorded, as a person reads it; in the order of its names. */
    private Map<String, String> facts(JSONB stored) {
        Map<String, String> facts = new TreeMap<>();
        json.readTree(stored.data())
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), shown(fact.getValue())));
        return facts;
    }

    private static String shown(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
