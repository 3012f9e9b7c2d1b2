package school.tandem.training;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jooq.SelectField;
import org.jooq.TableField;

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
}
