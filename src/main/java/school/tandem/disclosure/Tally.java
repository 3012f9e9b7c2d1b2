package school.tandem.disclosure;

/**
 * What was counted of a group.
 *
 * @param yes how many said or did it
 * @param known of how many it is known
 * @param all how many there are
 */
public record Tally(long yes, long known, long all) {
    public Tally {
        if (yes < 0 || known < yes || all < known) {
            throw new IllegalArgumentException("Not yes <= known <= all");
        }
    }
}
