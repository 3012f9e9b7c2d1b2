package school.tandem.security;

/** Somebody asked for what their role does not let them do; the web answers 403. */
public class AccessDenied extends RuntimeException {
    AccessDenied(Permission permission) {
        super("Missing permission " + permission);
    }
}
