package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.function.Consumer;
import school.tandem.training.KnownPhone;
import school.tandem.ui.Actions;
import school.tandem.ui.DataTable;
import school.tandem.ui.Texts;

/** Remembered phones, each with a button to forget it. */
final class PhonesTable {

    private PhonesTable() {}

    static Component of(List<KnownPhone> phones, Consumer<KnownPhone> forget) {
        Texts texts = Texts.here();
        DataTable table =
                new DataTable(
                        texts.get("training.phones"),
                        List.of(
                                texts.get("training.name"),
                                texts.get("training.phones.since"),
                                texts.get("training.actions")));
        for (KnownPhone one : phones) {
            table.row(
                    DataTable.text(one.name()),
                    DataTable.text(
                            texts.get(
                                    "training.phones.where",
                                    "when",
                                    texts.date(one.since()),
                                    "title",
                                    one.session())),
                    Actions.inRow(texts.get("training.phones.forget"), () -> forget.accept(one)));
        }
        return table;
    }
}
