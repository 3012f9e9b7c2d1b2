package school.tandem.importing.reading;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
     * Yes or no, in a word or in the sentence of a form; null where nobody was asked or answered.
     *
     * @throws Unreadable where it is neither
     */
    public @Nullable Boolean yesOrNo(String column, String value) {
        return switch (YesOrNo.of(value)) {
            case YES -> true;
            case NO -> false;
            case NEITHER -> null;
            case UNREADABLE -> throw new Unreadable(column, value, Reason.UNKNOWN_WORD);
        };
    }

    /**
     * A moment on the clocks of the school; the start of the day where no time stands there.
     *
     * @throws Unreadable where it is no day
     */
    public LocalDateTime moment(String column, String value) {
        try {
            return dates.readMoment(column, value);
        } catch (HeldCell bad) {
            throw new Unreadable(column, value, bad.reason());
        }
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
