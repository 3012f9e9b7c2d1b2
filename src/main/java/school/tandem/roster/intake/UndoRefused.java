package school.tandem.roster.intake;

/** An import can't be undone, because something was built on it since. */
public class UndoRefused extends RuntimeException {

    private final String table;

    public UndoRefused(String table) {
        super("Later writes touched " + table);
        this.table = table;
    }

    /** What was touched, as the database calls it. */
    public String table() {
        return table;
    }
}
