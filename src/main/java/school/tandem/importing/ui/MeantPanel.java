package school.tandem.importing.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.provider.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import school.tandem.importing.ImportReport;
import school.tandem.importing.WhoIsMeant;
import school.tandem.importing.WhoIsMeant.Candidate;
import school.tandem.importing.WhoIsMeant.Unknown;
import school.tandem.security.DistrictId;
import school.tandem.ui.Actions;
import school.tandem.ui.DataTable;
import school.tandem.ui.Panel;
import school.tandem.ui.Texts;

/** Asks whom and which class an export means where the roster does not tell, and looks again. */
final class MeantPanel {

    private static final int SHOWN = 25;
    private static final long NOBODY = -1;

    private final Texts texts = Texts.here();
    private final WhoIsMeant meant;
    private final DistrictId district;
    private final String platform;
    private final Runnable again;
    private final Map<Unknown, Candidate> said = new LinkedHashMap<>();

    private MeantPanel(WhoIsMeant meant, DistrictId district, String platform, Runnable again) {
        this.meant = meant;
        this.district = district;
        this.platform = platform;
        this.again = again;
    }

    /** The panel, where something is to be asked. */
    static Optional<Panel> of(WhoIsMeant meant, ImportReport report, Runnable again) {
        List<Unknown> unknown = WhoIsMeant.unknown(report);
        DistrictId district = report.district();
        String platform = report.platform();
        if (platform == null && !report.byName().isEmpty()) {
            return Optional.of(namesInList(report.byName()));
        }
        if (district == null || platform == null || nothingToAsk(unknown, report)) {
            return Optional.empty();
        }
        return Optional.of(new MeantPanel(meant, district, platform, again).panel(unknown, report));
    }

    /** What a list says is not remembered: it is corrected there. */
    private static Panel namesInList(List<String> names) {
        Texts texts = Texts.here();
        UnorderedList list = new UnorderedList();
        names.stream().limit(SHOWN).forEach(name -> list.add(new ListItem(name)));
        return new Panel(
                texts.get("importing.meant"),
                new Paragraph(texts.get("importing.meant.inList", "count", names.size())),
                list);
    }

    private static boolean nothingToAsk(List<Unknown> unknown, ImportReport report) {
        return unknown.isEmpty() && report.byName().isEmpty() && report.byPeople().isEmpty();
    }

    private Panel panel(List<Unknown> unknown, ImportReport report) {
        List<Unknown> named =
                report.byName().stream().map(name -> new Unknown(true, name, 0)).toList();
        Panel panel = new Panel(texts.get("importing.meant"));
        if (!unknown.isEmpty()) {
            panel.with(
                    new Paragraph(texts.get("importing.meant.below", "count", unknown.size())),
                    table("importing.meant", unknown));
        }
        if (!named.isEmpty()) {
            panel.with(
                    new Paragraph(texts.get("importing.meant.byName", "count", named.size())),
                    table("importing.meant.names", named));
        }
        report.byPeople()
                .forEach((file, title) ->
                        panel.with(
                                new Paragraph(
                                        texts.get(
                                                "importing.meant.byPeople",
                                                "file",
                                                file,
                                                "class",
                                                title)),
                                table(
                                        "importing.meant.class",
                                        List.of(new Unknown(false, file, 0)))));
        Div actions = new Div(Actions.secondary(texts.get("importing.meant.again"), this::keep));
        actions.addClassName("actions");
        panel.with(actions);
        return panel;
    }

    private DataTable table(String title, List<Unknown> rows) {
        DataTable table =
                new DataTable(
                        texts.get(title),
                        List.of(
                                texts.get("importing.meant.word"),
                                texts.get("importing.meant.rows"),
                                texts.get("importing.meant.here")));
        rows.stream()
                .limit(SHOWN)
                .forEach(row ->
                        table.row(
                                DataTable.text(row.word()),
                                DataTable.text(row.rows() == 0 ? "" : texts.number(row.rows())),
                                field(row)));
        return table;
    }

    private ComboBox<Candidate> field(Unknown row) {
        ComboBox<Candidate> field = new ComboBox<>();
        field.setAriaLabel(texts.get("importing.meant.field", "word", row.word()));
        field.setPlaceholder(
                texts.get(row.person() ? "importing.meant.who" : "importing.meant.class"));
        field.setItemLabelGenerator(Candidate::name);
        field.setItems(query -> candidates(row, query));
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> {
            if (change.getValue() == null) {
                said.remove(row);
            } else {
                said.put(row, change.getValue());
            }
        });
        return field;
    }

    private Stream<Candidate> candidates(Unknown row, Query<Candidate, String> query) {
        Candidate nobody = new Candidate(NOBODY, texts.get("importing.meant.nobody"));
        return Stream.concat(
                        Stream.of(nobody),
                        meant
                                .candidates(district, row.person(), query.getFilter().orElse(""))
                                .stream())
                .skip(query.getOffset())
                .limit(query.getLimit());
    }

    private void keep() {
        said.forEach((row, who) ->
                meant.decide(district, platform, row, who.id() == NOBODY ? null : who.id()));
        again.run();
    }
}
