package school.tandem.roster.intake;

import static school.tandemdb.roster.Tables.CLASS_GROUP;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.ClassId;
import school.tandem.security.SchoolKey;

/** Which class a list means: those of one school by their title, or by the id of their source. */
public final class ClassNames {

    /** A class that is there, with the id that its source gave it. */
    public record Known(ClassId id, String externalId) {}

    private final Map<String, Optional<Known>> byId = new HashMap<>();
    private final Map<String, Optional<Known>> byTitle = new HashMap<>();

    private ClassNames() {}

    /** The classes that a source brought to a school and that have not ended. */
    public static ClassNames of(DSLContext dsl, SchoolKey key, String source) {
        ClassNames names = new ClassNames();
        dsl.select(CLASS_GROUP.ID, CLASS_GROUP.EXTERNAL_ID, CLASS_GROUP.TITLE)
                .from(CLASS_GROUP)
                .where(CLASS_GROUP.DISTRICT_ID.eq(key.district()))
                .and(CLASS_GROUP.SCHOOL_ID.eq(key.school()))
                .and(CLASS_GROUP.SOURCE.eq(source))
                .and(CLASS_GROUP.WITHDRAWN_ON.isNull())
                .forEach(row -> {
                    Known known = new Known(row.value1(), row.value2());
                    names.byId.put(plain(row.value2()), Optional.of(known));
                    names.byTitle.merge(
                            plain(row.value3()),
                            Optional.of(known),
                            (one, other) -> Optional.empty());
                });
        return names;
    }

    /** The class of this id, or else of this title. */
    public @Nullable Known find(String word) {
        Optional<Known> found = byId.get(plain(word));
        return (found == null ? byTitle.getOrDefault(plain(word), Optional.empty()) : found)
                .orElse(null);
    }

    /** Whether more than one class has this title. */
    public boolean isSeveral(String word) {
        return byTitle.containsKey(plain(word)) && find(word) == null;
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
