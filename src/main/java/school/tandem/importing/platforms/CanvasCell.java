package school.tandem.importing.platforms;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands in a cell of a gradebook. */
enum CanvasCell {
    /** A grade that somebody gave for something. */
    GRADED,
    /** Nothing, or what a policy puts there, too: zero, F, incomplete, missing. */
    UNTOLD,
    EXCUSED,
    /** The student was not given the work. */
    NOT_GIVEN,
    UNREADABLE;

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:\\d[\\d.,'\u00A0\u202F ]*|[.,]\\d+)\\s*%?");
    private static final Pattern GRADE = Pattern.compile("\\p{L}[\\p{L}\\p{M} .'/+\u2212\u2013-]*");
    private static final Pattern SIGNED = Pattern.compile("\\d{1,2}[+-]");
    private static final Pattern NOT_ZERO = Pattern.compile("[1-9]");
    private static final int LONGEST = 40;
    private static final Set<String> UNTOLDS =
            Set.of(
                    "",
                    "-",
                    "--",
                    "\u2013",
                    "\u2014",
                    "f",
                    "i",
                    "incomplete",
                    "incompleto",
                    "incompleta",
                    "missing",
                    "falta",
                    "faltante",
                    "no entregado",
                    "no entregada",
                    "not submitted");
    private static final Set<String> EXCUSEDS =
            Set.of("ex", "excused", "exento", "exenta", "excusado");
    private static final Set<String> NOT_GIVENS = Set.of("n/a", "na", "n/d");

    static CanvasCell of(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (UNTOLDS.contains(word)) {
            return UNTOLD;
        }
        if (EXCUSEDS.contains(word)) {
            return EXCUSED;
        }
        if (NOT_GIVENS.contains(word)) {
            return NOT_GIVEN;
        }
        if (word.length() > LONGEST) {
            return UNREADABLE;
        }
        if (NUMBER.matcher(word).matches()) {
            return NOT_ZERO.matcher(word).find() ? GRADED : UNTOLD;
        }
        return GRADE.matcher(word).matches() || SIGNED.matcher(word).matches()
                ? GRADED
                : UNREADABLE;
    }

    /** Whether a cell holds a number. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text.strip()).matches();
    }
}
