package school.tandem.training;

import java.util.Arrays;
import java.util.Locale;

/** What a course makes of whoever completes it. */
public enum Skill {
    TRAINED,
    PRACTISED,
    /** Able to coach others. */
    COACH;

    /** The word that stands for it in the database and in keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Skill ofCode(String code) {
        return Arrays.stream(values())
                .filter(skill -> skill.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No skill " + code));
    }
}
