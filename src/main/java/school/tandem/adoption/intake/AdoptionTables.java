package school.tandem.adoption.intake;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.LOCALDATE;

import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import school.tandem.roster.intake.Merge.Target;

/** Adoption's imported tables, with what a file says of their rows. */
final class AdoptionTables {

    static final Target CATEGORY =
            new Target("adoption", "category", List.of(column("title", CLOB)), false);
    static final Target ASSIGNMENT =
            new Target(
                    "adoption",
                    "assignment",
                    List.of(
                            column("class_id", BIGINT),
                            column("category_id", BIGINT),
                            column("title", CLOB),
                            column("work_kind", CLOB),
                            column("online", BOOLEAN),
                            column("assigned_on", LOCALDATE),
                            column("due_on", LOCALDATE)),
                    false);

    private AdoptionTables() {}

    private static <X> Field<X> column(String column, DataType<X> type) {
        return DSL.field(name(column), type);
    }
}
