package school.tandem.importing.reading;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.Held;
import school.tandem.roster.intake.RowSource;
import school.tandem.roster.intake.RowTaker;

/**
 * One file's records: those that can be read are taken, the others are held, each once. Read anew
 * each time.
 *
 * @param required the columns that each record has to reach
 * @param reading null: the record says nothing of this kind; only where rows are derived
 * @param id the source's own id of a record that is held; empty: none
 * @param progress told how many bytes were read since the last time; may throw to stop
 */
record TableRows<T>(
        CsvFile file,
        Header header,
        Dates dates,
        List<String> required,
        Function<Cells, @Nullable T> reading,
        Function<Cells, String> id,
        LongConsumer progress)
        implements RowSource<T> {

    @Override
    public void read(RowTaker<T> taker) {
        boolean[] pastHeader = {false};
        file.read(
                progress,
                line -> {
                    if (pastHeader[0]) {
                        read(new Cells(header, line, dates), taker);
                    }
                    pastHeader[0] = true;
                });
    }

    private void read(Cells cells, RowTaker<T> taker) {
        T row;
        try {
            cells.check(required);
            row = reading.apply(cells);
        } catch (HeldCell cell) {
            String value = isSecret(cell.column()) ? "" : cell.value();
            taker.hold(
                    id.apply(cells),
                    new Held(file.name(), cells.line(), cell.column(), value, cell.reason()));
            return;
        }
        if (row != null) {
            taker.take(row);
        }
    }

    private static boolean isSecret(String column) {
        return Names.plain(column).contains("password");
    }
}
