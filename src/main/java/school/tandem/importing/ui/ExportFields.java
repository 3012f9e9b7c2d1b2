package school.tandem.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import school.tandem.importing.ExportColumns;
import school.tandem.importing.ExportRequest;
import school.tandem.importing.ExportText;
import school.tandem.importing.ImportRequest;
import school.tandem.importing.MappedRequest;
import school.tandem.importing.platforms.ExportColumn;
import school.tandem.importing.platforms.ExportGuess;
import school.tandem.importing.platforms.ExportTable;
import school.tandem.importing.platforms.SaidColumns;
import school.tandem.importing.ui.MappingPanel.Table;
import school.tandem.roster.Schools;
import school.tandem.ui.Choice;
import school.tandem.ui.Texts;

/** The columns of an export of a platform; and which others are no work, where all may be. */
final class ExportFields implements MappedFields {

    private final Texts texts = Texts.here();
    private final Schools schools;
    private final Table table;
    private final ExportTable export;
    private final Map<ExportColumn, Integer> columns = new LinkedHashMap<>();
    private final Set<Integer> others = new HashSet<>();
    private final CheckboxGroup<Integer> noWork = new CheckboxGroup<>();
    private boolean showing;

    ExportFields(ExportColumns suggestions, Schools schools, Table table, ExportTable export) {
        this.schools = schools;
        this.table = table;
        this.export = export;
        ExportGuess.Suggestion suggested =
                suggestions.suggest(table.place().key().district(), export, table.file());
        columns.putAll(suggested.columns());
        others.addAll(suggested.others());
    }

    @Override
    public Component build() {
        Div fields = new Div();
        fields.addClassName("mapping");
        for (ExportColumn column : export.columns()) {
            String name = label(column);
            fields.add(
                    new Div(
                            new Span(name),
                            new Choice<>(
                                    name,
                                    table.places(),
                                    table::header,
                                    columns.getOrDefault(column, -1),
                                    at -> choose(column, at))));
        }
        Paragraph hint = new Paragraph(texts.get("importing.map." + export.textKey()));
        hint.addClassName("quiet");
        Div all = new Div(hint, fields);
        if (export.takesOthersForWork()) {
            all.add(noWork());
        }
        return all;
    }

    private String label(ExportColumn column) {
        String name = ExportText.of(column);
        if (export.requires(column)) {
            return texts.get("importing.map.needed", "column", name);
        }
        boolean oneOf = export.needs().stream().anyMatch(need -> need.contains(column.code()));
        return oneOf ? texts.get("importing.map.neededOneOf", "column", name) : name;
    }

    private void choose(ExportColumn column, int at) {
        if (at < 0) {
            columns.remove(column);
        } else {
            columns.put(column, at);
        }
        showOthers();
    }

    private Component noWork() {
        noWork.setLabel(texts.get("importing.map.noWork"));
        noWork.setHelperText(texts.get("importing.map.noWork.hint"));
        noWork.setItemLabelGenerator(table::header);
        noWork.addValueChangeListener(change -> {
            if (!showing) {
                others.removeAll(change.getOldValue());
                others.addAll(change.getValue());
            }
        });
        showOthers();
        return noWork;
    }

    private void showOthers() {
        List<String> headers = table.file().headers();
        List<Integer> shown =
                IntStream.range(0, headers.size())
                        .filter(at -> !headers.get(at).isBlank() && !columns.containsValue(at))
                        .boxed()
                        .toList();
        Set<Integer> chosen = new HashSet<>(others);
        chosen.retainAll(shown);
        showing = true;
        noWork.setItems(shown);
        noWork.setValue(chosen);
        showing = false;
    }

    @Override
    public MappedRequest request() {
        Set<Integer> useless = new HashSet<>();
        if (export.takesOthersForWork()) {
            useless.addAll(others);
            useless.removeAll(columns.values());
        }
        SaidColumns said = SaidColumns.of(export, table.file().headers(), columns, useless);
        List<List<String>> missing = said.missing(table.file());
        if (!missing.isEmpty()) {
            throw ExportText.refused(table.file().name(), export, missing);
        }
        String district = schools.find(table.place().key()).districtName();
        return new ExportRequest(
                new ImportRequest(
                        List.of(table.path()), table.file().name(), district, null, false, true),
                said);
    }
}
