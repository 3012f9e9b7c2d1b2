package school.tandem.importing.reading;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names and ids that files without them leave to be made from what they have. */
final class RowNames {

    private RowNames() {}

    /** A name in two parts; the first is never blank, the second may be. */
    record PersonName(String given, String family) {}

    /** The two parts as given; without them what they sign in with. */
    static PersonName of(@Nullable String given, @Nullable String family, String username) {
        if (given == null && family == null) {
            return new PersonName(username, "");
        }
        return given == null
                ? new PersonName(String.valueOf(family), "")
                : new PersonName(given, family == null ? "" : family);
    }

    /** Parts “Family, Given”, or else “Given Family” at its last blank. */
    static PersonName ofWhole(String whole) {
        int comma = whole.indexOf(',');
        if (comma > 0 && !whole.substring(comma + 1).isBlank()) {
            return new PersonName(
                    whole.substring(comma + 1).strip(), whole.substring(0, comma).strip());
        }
        int blank = whole.lastIndexOf(' ');
        return blank < 0
                ? new PersonName(whole, "")
                : new PersonName(whole.substring(0, blank).strip(), whole.substring(blank + 1));
    }

    /** An address for a person: their e-mail, or a user name that is one; null: neither. */
    static @Nullable String email(@Nullable String email, @Nullable String username) {
        return Stream.of(email == null ? "" : email, username == null ? "" : username)
                .filter(word -> word.indexOf('@') > 0)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(null);
    }

    /** One id of several words, the same only for the same words. */
    static String id(String... words) {
        return List.of(words).stream()
                .map(word -> word.replace("|", "||"))
                .collect(Collectors.joining(" | "));
    }
}
