package school.tandem.security;

/** A link that was used already, is too old, or never was one. */
public class LinkSpent extends RuntimeException {
    LinkSpent() {
        super("Link spent");
    }
}
