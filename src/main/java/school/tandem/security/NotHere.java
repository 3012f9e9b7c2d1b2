package school.tandem.security;

/** An id of somewhere else, or of nothing: the web answers 404, so that it does not tell which. */
public class NotHere extends RuntimeException {
    public NotHere(String what) {
        super(what);
    }
}
