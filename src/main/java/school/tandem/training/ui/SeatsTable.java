package school.tandem.training.ui;

import java.util.List;
import java.util.function.Consumer;
import school.tandem.training.SeatList.Seated;
import school.tandem.ui.Actions;
import school.tandem.ui.DataTable;
import school.tandem.ui.Texts;

/** Who has a seat at a session, or waits for one. */
final class SeatsTable {

    private SeatsTable() {}

    static DataTable of(List<Seated> all, Consumer<Seated> giveBack) {
        Texts texts = Texts.here();
        DataTable table =
                new DataTable(
                        texts.get("training.seats.who"),
                        List.of(
                                texts.get("training.name"),
                                texts.get("training.seats.state"),
                                texts.get("training.actions")));
        for (Seated one : all) {
            table.row(
                    DataTable.text(one.name()),
                    DataTable.text(texts.get("training.seats.is." + one.booking().state().code())),
                    Actions.inRow(
                            texts.get("training.seats.giveBack"), () -> giveBack.accept(one)));
        }
        return table;
    }
}
