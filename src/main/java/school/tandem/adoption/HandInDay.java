package school.tandem.adoption;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;

import java.time.LocalDate;
import org.jooq.Field;

/** Since when a row of hand-ins says something of its student. */
final class HandInDay {

    /** Before any day that a source tells of. */
    static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    private HandInDay() {}

    /** The day of the hand-in; where there is none, that of the work; where it has none, always. */
    static Field<LocalDate> of(Field<LocalDate> handedIn) {
        return coalesce(handedIn, ASSIGNMENT.DUE_ON, ASSIGNMENT.ASSIGNED_ON, inline(ALWAYS));
    }
}
