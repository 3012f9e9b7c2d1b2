package school.tandem.roster.intake;

/**
 * What became of a file's rows. Read rows are those added, changed, unchanged or held, each in one
 * of them; a row that withdraws is changed and withdrawn; what a bulk file no longer has is
 * withdrawn only.
 */
public record Tally(
        long read, long added, long changed, long unchanged, long withdrawn, long held) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    public Tally {
        if (read != added + changed + unchanged + held) {
            throw new IllegalArgumentException("Rows read that nothing became of");
        }
    }

    public Tally plus(Tally other) {
        return new Tally(
                read + other.read,
                added + other.added,
                changed + other.changed,
                unchanged + other.unchanged,
                withdrawn + other.withdrawn,
                held + other.held);
    }
}
