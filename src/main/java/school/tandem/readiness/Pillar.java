package school.tandem.readiness;

import static school.tandem.readiness.Indicator.*;

import java.util.List;
import java.util.Locale;

/** What readiness stands on, with its weight; its indicators count equally. */
public enum Pillar {
    TRAINING(.20, COMPLETIONS, COMPLETE_TEACHERS, COACHES),
    TEACHING(.15, ATTENDANCE, ASSIGNMENTS, QUIZZES),
    HABITS(.20, OPENED, HANDED_IN, QUIZ, HAND_IN_RATE),
    ACCESS(.15, DEVICE, CONNECTION),
    CHECKLIST(.15, ITEMS),
    IT(.10, LOAD, OPERATORS, ANSWERS, SOFTWARE),
    CONTINUITY(.05, SEATS, CONTACTS);

    /** Pillars lighter than this cap nothing. */
    static final double CAPS_FROM = .10;

    private final double weight;
    private final List<Indicator> indicators;

    Pillar(double weight, Indicator... indicators) {
        this.weight = weight;
        this.indicators = List.of(indicators);
    }

    public double weight() {
        return weight;
    }

    public List<Indicator> indicators() {
        return indicators;
    }

    /** The word for it in files, texts and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
