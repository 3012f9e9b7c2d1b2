package school.tandem.training;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A name rid of what people write around it: accents, pronouns, titles, what they hold in their
 * hands.
 */
final class PersonName {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[{]([^)\\]}]*)[)\\]}]?");
    private static final Pattern AFTER_BAR = Pattern.compile("\\s(?:[-–—|/·•]|@)\\s.*$");
    private static final Set<String> TITLES =
            Set.of(
                    "mr",
                    "mrs",
                    "ms",
                    "mx",
                    "miss",
                    "dr",
                    "dra",
                    "prof",
                    "professor",
                    "profesor",
                    "profesora",
                    "sr",
                    "sra",
                    "srta",
                    "don",
                    "dona",
                    "herr",
                    "frau",
                    "mme",
                    "mlle",
                    "m",
                    "jr",
                    "phd",
                    "coach",
                    "teacher");
    private static final Set<String> DEVICES =
            Set.of(
                    "iphone",
                    "ipad",
                    "phone",
                    "laptop",
                    "macbook",
                    "mac",
                    "imac",
                    "galaxy",
                    "pixel",
                    "tablet",
                    "chromebook",
                    "pc",
                    "desktop",
                    "computer",
                    "android",
                    "samsung",
                    "surface",
                    "handy",
                    "movil",
                    "celular",
                    "ordenador",
                    "portatil",
                    "telefono",
                    "telefon",
                    "telephone",
                    "pro",
                    "air",
                    "mini",
                    "s",
                    "de",
                    "von",
                    "of",
                    "guest",
                    "invitado",
                    "gast",
                    "invite",
                    "convidado",
                    "unverified",
                    "external",
                    "extern",
                    "externo",
                    "externe",
                    "the");
    private static final Set<String> PRONOUNS =
            Set.of(
                    "she", "her", "hers", "he", "him", "his", "they", "them", "theirs", "any",
                    "all", "ella", "el", "elle", "sie", "ihr", "er", "ihm", "il", "lui", "ela",
                    "ele");

    private PersonName() {}

    /**
     * The ways in which a name may be meant: what stands outside brackets, and what stands in them
     * unless it is pronouns; each as words in lower case, without accents.
     */
    static List<List<String>> readings(String written) {
        List<String> parts = new ArrayList<>();
        parts.add(AFTER_BAR.matcher(BRACKETS.matcher(written).replaceAll(" ")).replaceFirst(""));
        Matcher brackets = BRACKETS.matcher(written);
        while (brackets.find()) {
            parts.add(brackets.group(1));
        }
        return parts.stream()
                .map(PersonName::words)
                .filter(words -> !words.isEmpty() && !PRONOUNS.containsAll(words))
                .distinct()
                .toList();
    }

    /** The words of a name without titles and devices. */
    static List<String> words(String name) {
        List<String> all = plain(name);
        List<String> kept =
                all.stream()
                        .filter(word -> !TITLES.contains(word) && !DEVICES.contains(word))
                        .toList();
        return kept;
    }

    /** The words of a name as it stands on the roster: all of them. */
    static List<String> plain(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replace("ß", "ss")
                        .replace("ø", "o")
                        .replace("ł", "l")
                        .replaceAll("['’`´](?=s\\b)", " ")
                        .replaceAll("['’`´]", "");
        return Stream.of(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                .toList();
    }
}
