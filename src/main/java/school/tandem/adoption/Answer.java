package school.tandem.adoption;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known of one person in one measure. */
public enum Answer {
    YES,
    NO,
    UNKNOWN;

    /** What was said; null: nothing. */
    static Answer of(@Nullable Boolean said) {
        if (said == null) {
            return UNKNOWN;
        }
        return said ? YES : NO;
    }

    /** The word for it in addresses and texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same as a family would say it; null: not at all. */
    public @Nullable Boolean said() {
        return this == UNKNOWN ? null : Boolean.valueOf(this == YES);
    }

    /** Of one person. */
    Answers once() {
        return switch (this) {
            case YES -> new Answers(1, 0, 0);
            case NO -> new Answers(0, 1, 0);
            case UNKNOWN -> new Answers(0, 0, 1);
        };
    }

    /** How many said so. */
    public long of(Answers answers) {
        return switch (this) {
            case YES -> answers.yes();
            case NO -> answers.no();
            case UNKNOWN -> answers.unknown();
        };
    }
}
