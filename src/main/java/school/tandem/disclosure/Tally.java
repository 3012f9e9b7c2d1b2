package school.tandem.disclosure;

/**
 * What was counted of a group.
 *
 * @param yes how many said or did it
 * @param known of how many it is known
 * @param all how many there are
 * @param people how many people they are of: fewer, where everybody is counted for several things
 */
public record Tally(long yes, long known, long all, long people) {

    public static final Tally NONE = new Tally(0, 0, 0);

    public Tally {
        if (yes < 0 || known < yes || all < known || people < 0) {
            throw new IllegalArgumentException("Not yes <= known <= all, or fewer than nobody");
        }
    }

    /** Each of them is a person. */
    public Tally(long yes, long known, long all) {
        this(yes, known, all, all);
    }
}
