package school.tandem.importing.reading;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody meant who answered a question of yes or no, in English or Spanish: a word, or the
 * sentence that a form offered. What is shared, or only a phone's, is a no, as it is on our own
 * page: the question is about something to count on.
 */
enum YesOrNo {
    YES,
    NO,
    /** Not asked, not answered, or not sure. */
    NEITHER,
    UNREADABLE;

    private static final Set<String> YES_WORDS =
            Set.of("yes", "y", "true", "1", "x", "si", "s", "ok", "ja", "oui", "always", "siempre");
    private static final Set<String> NO_WORDS =
            Set.of(
                    "no", "n", "false", "0", "none", "ninguno", "ninguna", "ningun", "nein", "non",
                    "never", "nunca", "sin", "nothing", "nada", "neither");
    private static final Set<String> NEITHER_WORDS =
            Set.of(
                    "",
                    "unknown",
                    "na",
                    "nc",
                    "ns",
                    "nsnc",
                    "nr",
                    "nose",
                    "notasked",
                    "nosabe",
                    "nopreguntado",
                    "noanswer",
                    "sinrespuesta",
                    "desconocido",
                    "unsure");

    /** At the start of an answer: whoever says so says neither yes nor no. */
    private static final List<String> NEITHER_STARTS =
            List.of(
                    "not asked",
                    "not sure",
                    "not answered",
                    "not applicable",
                    "no answer",
                    "no response",
                    "no reply",
                    "no data",
                    "no idea",
                    "dont know",
                    "do not know",
                    "i dont know",
                    "i do not know",
                    "im not sure",
                    "i am not sure",
                    "prefer not",
                    "i prefer not",
                    "rather not",
                    "did not answer",
                    "didnt answer",
                    "no sabe",
                    "no lo se",
                    "no lo sabe",
                    "no sabemos",
                    "no estoy segur",
                    "no estamos segur",
                    "no contest",
                    "no respond",
                    "no preguntad",
                    "no se pregunt",
                    "no aplica",
                    "no procede",
                    "no hay respuesta",
                    "sin respuesta",
                    "sin contestar",
                    "sin datos",
                    "sin preguntar",
                    "prefiero no",
                    "preferimos no",
                    "desconoc");

    /** Anywhere in it: there is something, but nothing to count on. */
    private static final List<String> SHARED =
            List.of(
                    "share",
                    "sharing",
                    "compart",
                    "only a phone",
                    "only phone",
                    "phone only",
                    "only on a phone",
                    "only mobile",
                    "mobile only",
                    "mobile data only",
                    "only cellular",
                    "cellular only",
                    "solo el movil",
                    "solo movil",
                    "solo un movil",
                    "solo el celular",
                    "solo celular",
                    "solo un celular",
                    "solo datos",
                    "solo con datos",
                    "solo los datos",
                    "solo el telefono",
                    "solo telefono",
                    "solo un telefono",
                    "sometimes",
                    "a veces");

    /** Of a question which there are: some that one can count on. */
    private static final Set<String> THINGS =
            Set.of(
                    "laptop",
                    "laptops",
                    "computer",
                    "computers",
                    "desktop",
                    "pc",
                    "mac",
                    "macbook",
                    "chromebook",
                    "chromebooks",
                    "tablet",
                    "tablets",
                    "ipad",
                    "ordenador",
                    "ordenadores",
                    "computador",
                    "computadora",
                    "computadoras",
                    "portatil",
                    "portatiles",
                    "tableta",
                    "tabletas",
                    "broadband",
                    "fiber",
                    "fibre",
                    "fibra",
                    "cable",
                    "dsl",
                    "adsl",
                    "wifi",
                    "satellite",
                    "satelite");

    /** Of the same: those that one can't count on, where no other is named. */
    private static final Set<String> PHONES =
            Set.of(
                    "phone",
                    "phones",
                    "smartphone",
                    "smartphones",
                    "cellphone",
                    "iphone",
                    "mobile",
                    "cellular",
                    "movil",
                    "moviles",
                    "celular",
                    "celulares",
                    "telefono");

    /** They turn what is named around. */
    private static final Set<String> DENIALS =
            Set.of(
                    "no",
                    "not",
                    "none",
                    "without",
                    "dont",
                    "doesnt",
                    "neither",
                    "nothing",
                    "broken",
                    "old",
                    "slow",
                    "school",
                    "library",
                    "box",
                    "sin",
                    "ni",
                    "ningun",
                    "ninguno",
                    "ninguna",
                    "roto",
                    "lento",
                    "escuela",
                    "colegio",
                    "biblioteca",
                    "if",
                    "si",
                    "but",
                    "pero");

    private static final List<String> NOT_SHARED =
            List.of("not share", "not shared", "no compart", "sin compartir", "unshared");

    /** What an answer means. */
    static YesOrNo of(String answer) {
        String plain = plain(answer).replaceFirst("^a (?=.)", "");
        String first = plain.split(" ", 2)[0];
        if (NEITHER_WORDS.contains(plain.replace(" ", "")) || starts(plain, NEITHER_STARTS)) {
            return NEITHER;
        }
        if (holds(plain, SHARED) && !holds(plain, NOT_SHARED)) {
            return NO;
        }
        // A lone letter or digit with more behind it begins something else.
        if (plain.contains(" ") && first.length() == 1) {
            return UNREADABLE;
        }
        if (NO_WORDS.contains(first)) {
            return NO;
        }
        return YES_WORDS.contains(first) ? YES : named(plain.replace("wi fi", "wifi"));
    }

    /** The answer to which of them somebody has: those that are named, with nothing denied. */
    private static YesOrNo named(String plain) {
        Set<String> words = Set.copyOf(Arrays.asList(plain.split(" ")));
        if (words.stream().anyMatch(DENIALS::contains)) {
            return UNREADABLE;
        }
        if (words.stream().anyMatch(THINGS::contains)) {
            return YES;
        }
        return words.stream().anyMatch(PHONES::contains) ? NO : UNREADABLE;
    }

    private static boolean starts(String plain, List<String> starts) {
        return starts.stream().anyMatch(plain::startsWith);
    }

    private static boolean holds(String plain, List<String> pieces) {
        return pieces.stream().anyMatch(plain::contains);
    }

    /** Its words in lower case, without accents and signs, one blank between them. */
    private static String plain(String answer) {
        String bare =
                Normalizer.normalize(answer.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}|['’]", "");
        return String.join(
                " ",
                Arrays.stream(bare.split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }
}
