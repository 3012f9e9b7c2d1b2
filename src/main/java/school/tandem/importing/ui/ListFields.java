package school.tandem.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.Map;
import school.tandem.importing.ListColumns;
import school.tandem.importing.ListField;
import school.tandem.importing.ListKind;
import school.tandem.importing.ListRequest;
import school.tandem.importing.MappedRequest;
import school.tandem.importing.ui.MappingPanel.Table;
import school.tandem.ui.Choice;
import school.tandem.ui.Texts;

/** The columns of one of our own lists. */
final class ListFields implements MappedFields {

    private final Texts texts = Texts.here();
    private final Table table;
    private final ListKind kind;
    private final Map<ListField, Integer> columns = new EnumMap<>(ListField.class);

    ListFields(ListColumns suggestions, Table table, ListKind kind) {
        this.table = table;
        this.kind = kind;
        columns.putAll(
                suggestions.suggest(table.place().key().district(), kind, table.file().headers()));
    }

    @Override
    public Component build() {
        Div fields = new Div();
        fields.addClassName("mapping");
        for (ListField field : kind.fields()) {
            String name = texts.get("importing.field." + field.code());
            fields.add(
                    new Div(
                            new Span(name),
                            new Choice<>(
                                    name,
                                    table.places(),
                                    table::header,
                                    columns.getOrDefault(field, -1),
                                    at -> choose(field, at))));
        }
        Paragraph hint = new Paragraph(texts.get("importing.map." + kind.code()));
        hint.addClassName("quiet");
        return new Div(hint, fields);
    }

    private void choose(ListField field, int at) {
        if (at < 0) {
            columns.remove(field);
        } else {
            columns.put(field, at);
        }
    }

    @Override
    public MappedRequest request() {
        return new ListRequest(
                table.place().key(), kind, table.path(), table.file().name(), columns, true);
    }
}
