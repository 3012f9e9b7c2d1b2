package school.tandem.importing;

import static org.jooq.impl.DSL.excluded;
import static school.tandemdb.importing.Tables.KNOWN_AS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import school.tandem.security.DistrictId;
import school.tandemdb.importing.tables.records.KnownAsRecord;

/**
 * By which words of its own a platform knows people and classes: learnt where an export said both,
 * or decided by somebody. Read once an import, in its transaction.
 */
final class KnownAs {

    /** What a word can be about. */
    enum Kind {
        PERSON,
        CLASS;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Word(Kind kind, String plain) {
        static Word of(Kind kind, String word) {
            return new Word(kind, KnownAs.plain(word));
        }
    }

    private static final int AT_ONCE = 1000;

    private final DSLContext dsl;
    private final DistrictId district;
    private final String source;
    private final Map<Word, Optional<Long>> known = new HashMap<>();
    private final Map<Word, Long> learnt = new HashMap<>();

    private KnownAs(DSLContext dsl, DistrictId district, String source) {
        this.dsl = dsl;
        this.district = district;
        this.source = source;
    }

    /** One statement. */
    static KnownAs of(DSLContext dsl, DistrictId district, String source) {
        KnownAs words = new KnownAs(dsl, district, source);
        dsl.select(KNOWN_AS.KIND, KNOWN_AS.WORD, KNOWN_AS.TARGET_ID)
                .from(KNOWN_AS)
                .where(KNOWN_AS.DISTRICT_ID.eq(district), KNOWN_AS.SOURCE.eq(source))
                .forEach(row ->
                        words.known.put(
                                new Word(
                                        Kind.valueOf(row.value1().toUpperCase(Locale.ROOT)),
                                        row.value2()),
                                Optional.ofNullable(row.value3())));
        return words;
    }

    /** What a word means; nothing inside: nobody here, somebody decided. Null: nothing is known. */
    @Nullable Optional<Long> find(Kind kind, String word) {
        Long fresh = learnt.get(Word.of(kind, word));
        return fresh == null ? known.get(Word.of(kind, word)) : Optional.of(fresh);
    }

    /** Remembers what an export said, where nothing is known yet. */
    void learn(Kind kind, String word, long target) {
        if (!known.containsKey(Word.of(kind, word))) {
            learnt.putIfAbsent(Word.of(kind, word), target);
        }
    }

    /** Keeps what was learnt, as part of a run that can be undone. */
    void keep(long run) {
        List<KnownAsRecord> rows = new ArrayList<>();
        learnt.forEach((word, target) ->
                rows.add(
                        new KnownAsRecord(
                                district,
                                source,
                                word.kind().code(),
                                word.plain(),
                                target,
                                false,
                                run)));
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            dsl.batchInsert(rows.subList(from, Math.min(rows.size(), from + AT_ONCE))).execute();
        }
    }

    /** Keeps what somebody decided; null: nobody here. */
    static void decide(
            DSLContext dsl,
            DistrictId district,
            String source,
            Kind kind,
            String word,
            @Nullable Long target) {
        dsl.insertInto(KNOWN_AS)
                .set(
                        new KnownAsRecord(
                                district, source, kind.code(), plain(word), target, true, null))
                .onConflict(KNOWN_AS.DISTRICT_ID, KNOWN_AS.SOURCE, KNOWN_AS.KIND, KNOWN_AS.WORD)
                .doUpdate()
                .set(KNOWN_AS.TARGET_ID, excluded(KNOWN_AS.TARGET_ID))
                .set(KNOWN_AS.DECIDED, true)
                .execute();
    }

    /** Forgets what a run learnt, unless somebody decided so since. */
    static void undo(DSLContext dsl, DistrictId district, long run) {
        dsl.deleteFrom(KNOWN_AS)
                .where(KNOWN_AS.DISTRICT_ID.eq(district), KNOWN_AS.ADDED_RUN.eq(run))
                .and(KNOWN_AS.DECIDED.isFalse())
                .execute();
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
