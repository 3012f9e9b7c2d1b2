package school.tandem.importing.meetings;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** Compares what is written in many languages. */
final class Words {

    private Words() {}

    /** In lower case, without accents and signs, with one blank between words. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    static boolean containsAny(String text, Collection<String> parts) {
        return parts.stream().anyMatch(text::contains);
    }
}
