package school.tandem.roster.intake;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;
import school.tandem.roster.Schools;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolKey;

/**
 * Whom a list means: the people of one school by what a list may know them by. Held in memory, one
 * school's people at a time.
 */
public final class Identities {

    /** Somebody who is there, with the id that their source gave them. */
    public record Known(PersonId id, String externalId) {}

    /** What came of a search. */
    public enum Outcome {
        FOUND,
        NOBODY,
        SEVERAL
    }

    /**
     * An answer.
     *
     * @param known null unless somebody was found
     */
    public record Match(Outcome outcome, @Nullable Known known) {}

    private static final Match NOBODY = new Match(Outcome.NOBODY, null);
    private static final Match SEVERAL = new Match(Outcome.SEVERAL, null);

    private final Map<String, Match> byId = new HashMap<>();
    private final Map<String, Match> byNumber = new HashMap<>();
    private final Map<String, Match> byEmail = new HashMap<>();
    private final Map<String, Match> byName = new HashMap<>();
    private final Map<String, Match> byHash = new HashMap<>();
    private final Set<String> namesInstead = new TreeSet<>();

    private Identities() {}

    /** The students of a school, whatever source brought them. */
    public static Identities ofStudents(DSLContext dsl, SchoolKey key) {
        return load(dsl, key, PERSON.KIND.eq("student"));
    }

    /** The people of a kind whom a source brought to a school, those who have left among them. */
    public static Identities ofSource(
            DSLContext dsl, SchoolKey key, PersonKind kind, String source) {
        return load(dsl, key, PERSON.KIND.eq(kind.code()).and(PERSON.SOURCE.eq(source)));
    }

    /** The people of a kind in a whole district, whatever source brought them. */
    public static Identities ofDistrict(DSLContext dsl, DistrictId district, PersonKind kind) {
        return read(
                dsl,
                PERSON.DISTRICT_ID.eq(district),
                PERSON.KIND.eq(kind.code()).and(PERSON.WITHDRAWN_ON.isNull()));
    }

    private static Identities load(DSLContext dsl, SchoolKey key, Condition which) {
        Condition here =
                exists(
                        selectOne()
                                .from(PERSON_SCHOOL)
                                .where(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                                .and(PERSON_SCHOOL.PERSON_ID.eq(PERSON.ID))
                                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school())));
        return read(dsl, PERSON.DISTRICT_ID.eq(key.district()), here.and(which));
    }

    private static Identities read(DSLContext dsl, Condition district, Condition which) {
        Identities identities = new Identities();
        dsl.select(
                        PERSON.ID,
                        PERSON.EXTERNAL_ID,
                        PERSON.SOURCE,
                        PERSON.USERNAME,
                        PERSON.EMAIL,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.IDENTIFIER)
                .from(PERSON)
                .where(district, which)
                .forEach(row -> {
                    Known known = new Known(row.value1(), row.value2());
                    put(identities.byId, row.value2(), known);
                    put(identities.byId, listed(row.value3(), row.value2()), known);
                    put(identities.byId, row.value4(), known);
                    put(identities.byNumber, row.value8(), known);
                    put(identities.byEmail, row.value5(), known);
                    put(identities.byName, row.value6() + " " + row.value7(), known);
                    put(identities.byName, row.value7() + " " + row.value6(), known);
                });
        return identities;
    }

    /** The id as a school's own list had it: there, what kind of list it was stands before it. */
    private static @Nullable String listed(String source, String externalId) {
        return source.equals(Schools.BY_HAND)
                ? externalId.substring(externalId.indexOf(':') + 1)
                : null;
    }

    private static void put(Map<String, Match> by, @Nullable String word, Known known) {
        if (word != null && !word.isBlank()) {
            by.merge(
                    plain(word),
                    new Match(Outcome.FOUND, known),
                    (one, other) -> known.equals(one.known()) ? one : SEVERAL);
        }
    }

    /** Who is meant, by the first of id, e-mail and name that is given. */
    public Match find(@Nullable String id, @Nullable String email, @Nullable String name) {
        if (id != null) {
            return numbered(plain(id));
        }
        if (email != null) {
            return byEmail.getOrDefault(plain(email), NOBODY);
        }
        return name == null ? NOBODY : byName.getOrDefault(plain(name), NOBODY);
    }

    /**
     * Who is meant, by the first of id, e-mail and name that anybody is known by. Whose name alone
     * said so though an id or e-mail was given is among {@link #namesInstead()}.
     */
    public Match findFirst(@Nullable String id, @Nullable String email, @Nullable String name) {
        Match match = id == null ? NOBODY : find(id, null, null);
        if (match.outcome() == Outcome.NOBODY && email != null) {
            match = find(null, email, null);
        }
        if (match.outcome() != Outcome.NOBODY || name == null) {
            return match;
        }
        Match named = named(name);
        if (named.outcome() == Outcome.FOUND && (id != null || email != null)) {
            namesInstead.add(name.strip());
        }
        return named;
    }

    /** The names that said who is meant where id and e-mail are nobody's, for a person to see. */
    public Set<String> namesInstead() {
        return Set.copyOf(namesInstead);
    }

    /** An id of the source's outweighs the number that people call somebody by. */
    private Match numbered(String plain) {
        return byId.getOrDefault(plain, byNumber.getOrDefault(plain, NOBODY));
    }

    /**
     * Who is meant by any of several ids, logins and addresses; the first that is known says so.
     */
    public Match findAny(Collection<String> words) {
        Match found = NOBODY;
        for (String word : words) {
            String plain = plain(word);
            Match match = numbered(plain);
            if (match.outcome() == Outcome.NOBODY) {
                match = byEmail.getOrDefault(plain, NOBODY);
            }
            if (match.outcome() == Outcome.FOUND) {
                return match;
            }
            found = match.outcome() == Outcome.SEVERAL ? match : found;
        }
        return found;
    }

    /** Who is meant by a name alone. */
    public Match named(String name) {
        return byName.getOrDefault(plain(name), NOBODY);
    }

    /** Who is meant by the SHA-1 of their address, as statements have it that hide whose it is. */
    public Match hashed(String sha1) {
        if (byHash.isEmpty()) {
            byEmail.forEach((email, match) -> byHash.put(hash("mailto:" + email), match));
        }
        return byHash.getOrDefault(sha1.toLowerCase(Locale.ROOT), NOBODY);
    }

    private static String hash(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace(",", "").replaceAll("\\s+", " ");
    }
}
