package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import school.tandem.ui.DataTable;

/**
 * The rows of a table that changes while somebody works in it: rows that stay are told what is new,
 * and nothing else of them is touched.
 */
final class LiveRows<T> {

    /** One of the rows. */
    interface Row<T> {

        Component[] cells();

        /** Shows what is known of it by now. */
        void show(T now);
    }

    private final DataTable table;
    private final Function<T, Object> id;
    private final Function<T, Row<T>> make;
    private final List<Object> order = new ArrayList<>();
    private final List<Row<T>> rows = new ArrayList<>();

    /**
     * @param table without rows of anybody else
     * @param id by which a row is known again
     */
    LiveRows(DataTable table, Function<T, Object> id, Function<T, Row<T>> make) {
        this.table = table;
        this.id = id;
        this.make = make;
    }

    /** Shows these, in their order. */
    void show(List<T> now) {
        Set<Object> staying = now.stream().map(id).collect(Collectors.toSet());
        for (int at = order.size() - 1; at >= 0; at--) {
            if (!staying.contains(order.get(at))) {
                remove(at);
            }
        }
        for (int at = 0; at < now.size(); at++) {
            place(at, now.get(at));
        }
    }

    private void place(int at, T one) {
        Object key = id.apply(one);
        if (at < order.size() && order.get(at).equals(key)) {
            rows.get(at).show(one);
            return;
        }
        int before = order.indexOf(key);
        if (before >= 0) {
            remove(before);
        }
        Row<T> row = make.apply(one);
        rows.add(at, row);
        order.add(at, key);
        table.insert(at, row.cells());
    }

    private void remove(int at) {
        order.remove(at);
        rows.remove(at);
        table.remove(at);
    }
}
