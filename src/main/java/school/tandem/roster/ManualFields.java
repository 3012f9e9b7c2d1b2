package school.tandem.roster;

import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The columns of a row that a person changed, by their names in the database: an import leaves them
 * alone until somebody clears them. A person's {@code department} is one of them, though it stands
 * in the table that ties them to the school. Whoever changes a row by hand also clears its {@code
 * changed_run}, so that no undo of an import runs over the change.
 */
final class ManualFields {

    private ManualFields() {}

    /** What stands there and these, each once. */
    static Field<String[]> with(Field<String[]> before, String... more) {
        Field<String[]> all = before;
        for (String field : more) {
            all = DSL.arrayAppend(DSL.arrayRemove(all, field), field);
        }
        return all;
    }
}
