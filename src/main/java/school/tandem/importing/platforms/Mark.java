package school.tandem.importing.platforms;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import school.tandem.adoption.intake.HandIn;
import school.tandem.importing.reading.Headers;

/**
 * What a mark in a gradebook says of the work. A mark above zero is of something handed in. No mark
 * says nothing, and neither does a zero, which some teachers give for what is missing, nor a word
 * that is a school's own.
 */
final class Mark {

    private static final Pattern NUMBER =
            Pattern.compile("(-?\\d+(?:[.,]\\d+)*)\\s*(?:%|/\\s*\\d+(?:[.,]\\d+)?|pts?\\.?)?");
    private static final Pattern LETTER = Pattern.compile("[A-Da-d][+-]?");
    private static final List<String> MISSING =
            List.of(
                    "missing",
                    "mi",
                    "notsubmitted",
                    "notturnedin",
                    "nothandedin",
                    "faltante",
                    "noentregado",
                    "noentregada");
    private static final List<String> EXCUSED =
            List.of(
                    "excused",
                    "exc",
                    "ex",
                    "exempt",
                    "exempted",
                    "eximido",
                    "eximida",
                    "exento",
                    "exenta",
                    "justificado",
                    "justificada");
    private static final List<String> DONE =
            List.of(
                    "complete",
                    "completed",
                    "completo",
                    "completado",
                    "pass",
                    "passed",
                    "submitted",
                    "entregado",
                    "entregada");

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]");

    private Mark() {}

    /**
     * Whether words stand there and not only numbers and letters: what they say, nobody knows in a
     * language that is not ours.
     */
    static boolean isWord(String mark) {
        return WORD.matcher(mark).find();
    }

    static HandIn of(String mark) {
        Matcher number = NUMBER.matcher(mark.strip());
        if (number.matches()) {
            return number.group(1).startsWith("-") || !number.group(1).matches(".*[1-9].*")
                    ? HandIn.UNKNOWN
                    : HandIn.HANDED_IN;
        }
        String word = Headers.plain(mark);
        if (MISSING.contains(word)) {
            return HandIn.NOT_HANDED_IN;
        }
        if (EXCUSED.contains(word)) {
            return HandIn.EXEMPT;
        }
        return LETTER.matcher(mark.strip()).matches() || DONE.contains(word)
                ? HandIn.HANDED_IN
                : HandIn.UNKNOWN;
    }
}
