package school.tandem.importing;

/** Somebody stopped an import; nothing of it is kept. */
class Cancelled extends RuntimeException {
    Cancelled() {
        super("The import was cancelled");
    }
}
