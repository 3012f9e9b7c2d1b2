package school.tandem.importing;

import school.tandem.roster.intake.Held;
import school.tandem.ui.Texts;

/** Says of a held row what is wrong and what to do. */
final class HeldText {

    private HeldText() {}

    static String of(Held row) {
        return Texts.here()
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
