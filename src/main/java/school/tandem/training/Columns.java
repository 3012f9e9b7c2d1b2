package school.tandem.training;

import static school.tandemdb.roster.Tables.PERSON;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Columns as this room reads them, where they may be empty. */
final class Columns {

    private Columns() {}

    static SelectField<Instant> moment(TableField<?, OffsetDateTime> column) {
        return column.convertFrom(at -> at == null ? null : at.toInstant());
    }

    /** A word that stands for something. */
    static <T> SelectField<T> coded(TableField<?, String> column, Function<String, T> ofCode) {
        return column.convertFrom(code -> code == null ? null : ofCode.apply(code));
    }

    /** A person's given and family name. */
    static Field<String> personName() {
        return DSL.trim(DSL.concat(PERSON.GIVEN_NAME, DSL.inline(" "), PERSON.FAMILY_NAME));
    }
}
