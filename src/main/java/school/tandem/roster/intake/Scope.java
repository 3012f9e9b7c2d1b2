package school.tandem.roster.intake;

/**
 * What a file speaks for: rows of this source only, and all of them only when delivered in bulk.
 *
 * @param source {@code oneroster} for OneRoster bundles unless told otherwise
 */
public record Scope(String source, Delivery delivery) {

    public Scope {
        if (source.isBlank()) {
            throw new IllegalArgumentException("A source has a name");
        }
    }
}
