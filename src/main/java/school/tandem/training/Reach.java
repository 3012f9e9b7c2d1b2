package school.tandem.training;

import java.util.Locale;

/** Whether a school's staff can be written to. */
public enum Reach {
    SENDS,
    /** No mail server is set. */
    NO_SERVER,
    /** The people of the sample school are invented. */
    SAMPLE;

    /** The word that stands for it in keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
