package school.tandem.adoption.ui;

import school.tandem.adoption.Answers;
import school.tandem.disclosure.Shown;
import school.tandem.ui.HeatTable.Cell;
import school.tandem.ui.Texts;

/** Shares as tables, charts and files tell them. */
final class Shares {

    private Shares() {}

    /** In words, with how much is unknown where that is told too. */
    static String words(Shown shown, Answers answers) {
        Texts texts = Texts.here();
        String share = Cell.of(shown).text();
        long percent = unknown(shown, answers);
        return percent == 0
                ? share
                : texts.get(
                        "adoption.withUnknown",
                        "share",
                        share,
                        "unknown",
                        texts.percent(percent / 100.0));
    }

    /** Whether it may be told how many they are: a bound or nothing must not stand beside it. */
    static boolean areCountsTold(Shown shown) {
        return shown instanceof Shown.Share || shown instanceof Shown.Unknown;
    }

    /** The whole per cent that are unknown beside a share that is told; else 0. */
    static long unknown(Shown shown, Answers answers) {
        return shown instanceof Shown.Share && answers.all() > 0
                ? Math.round(100.0 * answers.unknown() / answers.all())
                : 0;
    }
}
