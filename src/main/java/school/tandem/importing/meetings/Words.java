package school.tandem.importing.meetings;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares what is written in many languages. */
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** In lower case, without accents and signs, with one blank between words. */
    static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return SIGNS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    static boolean containsAny(String text, Collection<String> parts) {
        return parts.stream().anyMatch(text::contains);
    }
}
