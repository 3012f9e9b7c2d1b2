package school.tandem.importing.reading;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.Reason;

/** Reads the cells of lists that people keep themselves. */
public final class ListCells {

    /** A cell that can't be read. */
    public static final class Unreadable extends RuntimeException {
        private final String column;
        private final String value;
        private final Reason reason;

        public Unreadable(String column, String value, Reason reason) {
            super(column, null, false, false);
            this.column = column;
            this.value = value;
            this.reason = reason;
        }

        public String column() {
            return column;
        }

        public String value() {
            return value;
        }

        public Reason reason() {
            return reason;
        }
    }

    private static final List<String> YES =
            List.of("yes", "y", "true", "1", "x", "si", "sí", "s", "ok", "ja", "oui");
    private static final List<String> NO =
            List.of("no", "n", "false", "0", "none", "ninguno", "nein", "non");
    private static final List<String> UNKNOWN =
            List.of(
                    "",
                    "unknown",
                    "notasked",
                    "na",
                    "nosabe",
                    "nopreguntado",
                    "desconocido",
                    "noanswer",
                    "sinrespuesta");

    private final Dates dates;

    /** The cells of a table of a school in this zone. */
    public ListCells(ZoneId zone, TableFile table) {
        DayOrder order = new DayOrder();
        table.first(DayOrder.ROWS).forEach(row -> order.look(row.cells()));
        this.dates = new Dates(zone, order);
    }

    /** The cells of what writes its days as a standard has them, the year first. */
    public ListCells(ZoneId zone) {
        this.dates = new Dates(zone, new DayOrder());
    }

    /**
     * Yes or no; null where nobody was asked or answered.
     *
     * @throws Unreadable where it is neither
     */
    public @Nullable Boolean yesOrNo(String column, String value) {
        String plain = Names.plain(value);
        if (YES.contains(plain)) {
            return true;
        }
        if (NO.contains(plain)) {
            return false;
        }
        if (UNKNOWN.contains(plain)) {
            return null;
        }
        throw new Unreadable(column, value, Reason.UNKNOWN_WORD);
    }

    /**
     * A day.
     *
     * @throws Unreadable where it is none
     */
    public LocalDate day(String column, String value) {
        try {
            return dates.read(column, value);
        } catch (HeldCell bad) {
            throw new Unreadable(column, value, bad.reason());
        }
    }
}
