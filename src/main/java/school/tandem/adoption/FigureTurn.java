package school.tandem.adoption;

import java.util.Collection;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import school.tandem.security.SchoolId;

/**
 * Lets one transaction at a time change the figures of a school, until that ends: a count that has
 * not seen an answer never overwrites figures that were moved by it.
 */
final class FigureTurn {

    /** Tells these turns from those of others who ask the database for one. */
    private static final int WHAT = 20;

    private FigureTurn() {}

    /**
     * Takes the turn of these schools, always in the same order, so that nobody waits in a ring.
     */
    static void take(DSLContext dsl, Collection<SchoolId> schools) {
        schools.stream()
                .map(SchoolId::value)
                .sorted()
                .forEach(school ->
                        dsl.select(
                                        DSL.function(
                                                DSL.name("pg_advisory_xact_lock"),
                                                String.class,
                                                DSL.val(WHAT),
                                                DSL.val((int) (long) school)))
                                .fetch());
    }
}
