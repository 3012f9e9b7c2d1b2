package school.tandem.training;

import java.util.Arrays;
import java.util.Locale;

/** What a course is to bring about: what whoever completes it does online from then on. */
public enum Practice {
    /** Any of the others: the course does not say which. */
    ANY,
    /** Takes attendance online. */
    ATTENDANCE,
    /** Sets assignments online. */
    ASSIGNMENTS,
    /** Gives quizzes or tests online. */
    QUIZZES;

    /** The word that stands for it in the database and in keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Practice ofCode(String code) {
        return Arrays.stream(values())
                .filter(practice -> practice.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No practice " + code));
    }
}
