package school.tandem.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.ExportColumns;
import school.tandem.importing.ExportText;
import school.tandem.importing.ListColumns;
import school.tandem.importing.ListKind;
import school.tandem.importing.MappedRequest;
import school.tandem.importing.platforms.ExportGuess;
import school.tandem.importing.platforms.ExportTable;
import school.tandem.importing.reading.Refused;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.Schools;
import school.tandem.ui.Actions;
import school.tandem.ui.Choice;
import school.tandem.ui.DataTable;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Says of a table what it is and what its columns mean; a suggestion stands there already. */
final class MappingPanel {

    /** Makes such panels, and remembers what was said of a delivery. */
    @SpringComponent
    static class Maker {
        private final ListColumns lists;
        private final ExportColumns exports;
        private final Schools schools;
        private final Map<Delivered, MappedRequest> requests = new WeakHashMap<>();

        Maker(ListColumns lists, ExportColumns exports, Schools schools) {
            this.lists = lists;
            this.exports = exports;
            this.schools = schools;
        }

        Component panel(
                Place place, Delivered delivered, Consumer<MappedRequest> look, Runnable discard) {
            Path path = delivered.files().getFirst();
            Table table = new Table(place, path, TableFile.open(path, delivered.name()));
            Optional<ExportTable> export =
                    exports.recognise(place.key().district(), table.file())
                            .or(() -> ExportGuess.tableOf(table.file()));
            return new MappingPanel(
                            this,
                            table,
                            request -> {
                                synchronized (requests) {
                                    requests.put(delivered, request);
                                }
                                look.accept(request);
                            },
                            discard)
                    .build(
                            export.map(Kind::of)
                                    .orElseGet(() ->
                                            Kind.of(
                                                    ListColumns.guessKind(
                                                            table.file().headers()))));
        }

        /** The columns of a table, if it is of a kind. */
        private MappedFields fields(Table table, Kind kind) {
            return kind.list() != null
                    ? new ListFields(lists, table, kind.list())
                    : new ExportFields(exports, schools, table, kind.ofExport());
        }

        /** What was said of it; null: nothing. */
        @Nullable MappedRequest last(Delivered delivered) {
            synchronized (requests) {
                return requests.get(delivered);
            }
        }
    }

    /** What was uploaded, for a school. */
    record Table(Place place, Path path, TableFile file) {

        /** What a column is called; where there is none, that it is not there. */
        String header(int at) {
            Texts texts = Texts.here();
            if (at < 0) {
                return texts.get("importing.map.nothing");
            }
            String header = file.headers().get(at);
            return header.isBlank() ? texts.get("importing.map.column", "number", at + 1) : header;
        }

        /** Where columns stand, with the place of one that is not there first. */
        List<Integer> places() {
            List<Integer> places = new ArrayList<>();
            for (int at = -1; at < file.headers().size(); at++) {
                places.add(at);
            }
            return places;
        }
    }

    /** What a table can be: one of our own lists, or an export of a platform. */
    private record Kind(@Nullable ListKind list, @Nullable ExportTable export) {

        static Kind of(ListKind list) {
            return new Kind(list, null);
        }

        static Kind of(ExportTable export) {
            return new Kind(null, export);
        }

        static List<Kind> all() {
            return Stream.concat(
                            Stream.of(ListKind.values()).map(Kind::of),
                            Stream.of(ExportTable.values()).map(Kind::of))
                    .toList();
        }

        ExportTable ofExport() {
            if (export == null) {
                throw new IllegalStateException();
            }
            return export;
        }

        String text() {
            return list != null
                    ? Texts.here().get("importing.kind." + list.code())
                    : ExportText.of(ofExport());
        }
    }

    private static final int ROWS_SHOWN = 5;
    private static final int COLUMNS_SHOWN = 8;

    private final Texts texts = Texts.here();
    private final Maker maker;
    private final Table table;
    private final Consumer<MappedRequest> look;
    private final Runnable discard;
    private final Div content = new Div();

    private MappingPanel(Maker maker, Table table, Consumer<MappedRequest> look, Runnable discard) {
        this.maker = maker;
        this.table = table;
        this.look = look;
        this.discard = discard;
    }

    private Component build(Kind kind) {
        content.removeAll();
        MappedFields fields = maker.fields(table, kind);
        Div actions =
                new Div(
                        Actions.primary(texts.get("importing.look"), () -> look(fields)),
                        Actions.secondary(texts.get("importing.discard"), discard));
        actions.addClassName("actions");
        content.add(
                new Panel(texts.get("importing.map.kind"), kinds(kind), fields.build(), actions),
                new Panel(texts.get("importing.map.preview"), preview()));
        return content;
    }

    private Component kinds(Kind chosen) {
        return new Choice<>(
                texts.get("importing.map.kind"), Kind.all(), Kind::text, chosen, this::build);
    }

    private DataTable preview() {
        int shown = Math.min(COLUMNS_SHOWN, table.file().headers().size());
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            headers.add(table.header(i));
        }
        DataTable preview = new DataTable(texts.get("importing.map.preview"), headers);
        for (TableRow row : table.file().first(ROWS_SHOWN)) {
            List<Component> cells = new ArrayList<>();
            for (int i = 0; i < shown; i++) {
                cells.add(DataTable.text(row.cell(i)));
            }
            preview.row(cells.toArray(Component[]::new));
        }
        return preview;
    }

    /** What lacks is said here, where it can be chosen, rather than when it is too late. */
    private void look(MappedFields fields) {
        try {
            look.accept(fields.request());
        } catch (Refused refused) {
            Notices.problem(texts.get(refused.textKey(), refused.arguments()));
        }
    }
}
