package school.tandem.importing;

import java.util.Locale;
import school.tandem.roster.intake.Held;
import school.tandem.ui.Texts;

/** Says of a held row what is wrong and what to do. */
public final class HeldText {

    private HeldText() {}

    /** The sentence, in the reader's language. */
    public static String of(Held row) {
        return in(Texts.here().locale(), row);
    }

    /** The sentence, in a language. */
    public static String in(Locale locale, Held row) {
        return Texts.of(locale)
                .get(
                        row.reason().textKey(),
                        "file",
                        row.file(),
                        "line",
                        row.line(),
                        "column",
                        row.column(),
                        "value",
                        row.value());
    }
}
