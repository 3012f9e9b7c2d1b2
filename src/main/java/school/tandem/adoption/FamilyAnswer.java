package school.tandem.adoption;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a family can say to each question of a survey. */
public enum FamilyAnswer {
    YES(true),
    /** A device that others need at the same time, a connection that is only a phone's data. */
    PARTLY(false),
    NO(false),
    /** Leaves the question unanswered. */
    UNSURE(null);

    private final @Nullable Boolean counts;

    FamilyAnswer(@Nullable Boolean counts) {
        this.counts = counts;
    }

    /**
     * What it counts as: a device or a connection that lessons can't count on is none. Null: not
     * answered.
     */
    public @Nullable Boolean counts() {
        return counts;
    }

    /** The word for it in forms, texts and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a form sent; empty: none of them. */
    public static Optional<FamilyAnswer> ofCode(String code) {
        return Stream.of(values()).filter(answer -> answer.code().equals(code)).findFirst();
    }

    /** As the database keeps it. */
    @Nullable String kept() {
        return this == UNSURE ? null : code();
    }
}
