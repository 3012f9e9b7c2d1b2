package school.tandem.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.ListColumns;
import school.tandem.importing.ListField;
import school.tandem.importing.ListKind;
import school.tandem.importing.ListRequest;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.ui.Actions;
import school.tandem.ui.Choice;
import school.tandem.ui.DataTable;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Says of a list what it is and what its columns mean; a suggestion stands there already. */
final class MappingPanel {

    /** Makes such panels, and remembers what was said of a delivery. */
    @SpringComponent
    static class Maker {
        private final ListColumns columns;
        private final Map<Delivered, ListRequest> requests = new WeakHashMap<>();

        Maker(ListColumns columns) {
            this.columns = columns;
        }

        Component panel(
                Place place, Delivered delivered, Consumer<ListRequest> look, Runnable discard) {
            Path file = delivered.files().getFirst();
            TableFile table = TableFile.open(file, delivered.name());
            return new MappingPanel(
                            this,
                            place,
                            table,
                            file,
                            request -> {
                                synchronized (requests) {
                                    requests.put(delivered, request);
                                }
                                look.accept(request);
                            },
                            discard)
                    .build(ListColumns.guessKind(table.headers()));
        }

        /** What was said of it; null: it is no list. */
        @Nullable ListRequest last(Delivered delivered) {
            synchronized (requests) {
                return requests.get(delivered);
            }
        }
    }

    private static final int ROWS_SHOWN = 5;
    private static final int COLUMNS_SHOWN = 8;

    private final Texts texts = Texts.here();
    private final Maker maker;
    private final Place place;
    private final TableFile table;
    private final Path file;
    private final Consumer<ListRequest> look;
    private final Runnable discard;
    private final Div content = new Div();
    private final Map<ListField, Integer> columns = new EnumMap<>(ListField.class);

    private MappingPanel(
            Maker maker,
            Place place,
            TableFile table,
            Path file,
            Consumer<ListRequest> look,
            Runnable discard) {
        this.maker = maker;
        this.place = place;
        this.table = table;
        this.file = file;
        this.look = look;
        this.discard = discard;
    }

    private Component build(ListKind kind) {
        content.removeAll();
        columns.clear();
        columns.putAll(maker.columns.suggest(place.key().district(), kind, table.headers()));
        Div actions =
                new Div(
                        Actions.primary(texts.get("importing.look"), () -> look(kind)),
                        Actions.secondary(texts.get("importing.discard"), discard));
        actions.addClassName("actions");
        content.add(
                new Panel(texts.get("importing.map.kind"), kinds(kind), fields(kind), actions),
                new Panel(texts.get("importing.map.preview"), preview()));
        return content;
    }

    private Component kinds(ListKind chosen) {
        return new Choice<>(
                texts.get("importing.map.kind"),
                List.of(ListKind.values()),
                kind -> texts.get("importing.kind." + kind.code()),
                chosen,
                this::build);
    }

    private Component fields(ListKind kind) {
        List<Integer> all = new ArrayList<>();
        all.add(-1);
        for (int i = 0; i < table.headers().size(); i++) {
            all.add(i);
        }
        Div fields = new Div();
        fields.addClassName("mapping");
        for (ListField field : kind.fields()) {
            String name = texts.get("importing.field." + field.code());
            fields.add(
                    new Div(
                            new Span(name),
                            new Choice<>(
                                    name,
                                    all,
                                    this::header,
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

    private String header(int at) {
        if (at < 0) {
            return texts.get("importing.map.nothing");
        }
        String header = table.headers().get(at);
        return header.isBlank() ? texts.get("importing.map.column", "number", at + 1) : header;
    }

    private DataTable preview() {
        int shown = Math.min(COLUMNS_SHOWN, table.headers().size());
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            headers.add(header(i));
        }
        DataTable preview = new DataTable(texts.get("importing.map.preview"), headers);
        for (TableRow row : table.first(ROWS_SHOWN)) {
            List<Component> cells = new ArrayList<>();
            for (int i = 0; i < shown; i++) {
                cells.add(DataTable.text(row.cell(i)));
            }
            preview.row(cells.toArray(Component[]::new));
        }
        return preview;
    }

    private void look(ListKind kind) {
        look.accept(new ListRequest(place.key(), kind, file, table.name(), columns, true));
    }
}
