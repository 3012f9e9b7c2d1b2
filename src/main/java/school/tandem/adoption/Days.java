package school.tandem.adoption;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.LOCALDATE;

import java.time.LocalDate;
import java.util.List;
import org.jooq.Field;

/** Puts days into the pieces that some days cut the time into, in the database. */
final class Days {

    private Days() {}

    /** How many of these, the earliest first, a day is not before. */
    static Field<Integer> upTo(List<LocalDate> cuts, Field<LocalDate> day) {
        return function(
                name("width_bucket"),
                Integer.class,
                day,
                val(cuts.toArray(LocalDate[]::new), LOCALDATE.array()));
    }
}
