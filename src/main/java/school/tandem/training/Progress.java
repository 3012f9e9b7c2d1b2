package school.tandem.training;

/** How many have done something, have not, or say so and wait for it to be confirmed. */
public record Progress(long done, long missing, long unconfirmed) {

    public static final Progress NONE = new Progress(0, 0, 0);

    public long all() {
        return done + missing + unconfirmed;
    }

    Progress plus(CompletionState state) {
        return switch (state) {
            case CONFIRMED -> new Progress(done + 1, missing, unconfirmed);
            case MISSING -> new Progress(done, missing + 1, unconfirmed);
            case LOGGED -> new Progress(done, missing, unconfirmed + 1);
        };
    }
}
