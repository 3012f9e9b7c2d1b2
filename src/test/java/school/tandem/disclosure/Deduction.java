package school.tandem.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody can work out who has every published number: sums of parts are totals, and a number
 * that is the only unknown of any combination of such sums is known too.
 */
public final class Deduction {

    private final List<Map<Object, Integer>> sums = new ArrayList<>();

    /** These numbers add up to that one. */
    public void sum(Set<?> parts, Object total) {
        Map<Object, Integer> sum = new LinkedHashMap<>();
        parts.forEach(part -> sum.merge(part, 1, Integer::sum));
        sum.merge(total, -1, Integer::sum);
        sums.add(sum);
    }

    /** Whether the numbers that are known give this one away, too. */
    public boolean determines(Object asked, Set<?> known) {
        Map<Object, Integer> columns = new HashMap<>();
        sums.forEach(sum ->
                sum.keySet().stream()
                        .filter(number -> !known.contains(number))
                        .forEach(number -> columns.putIfAbsent(number, columns.size())));
        Integer column = columns.get(asked);
        if (column == null) {
            return known.contains(asked);
        }
        List<double[]> rows = new ArrayList<>();
        for (Map<Object, Integer> sum : sums) {
            double[] row = new double[columns.size()];
            sum.forEach((number, factor) -> {
                if (!known.contains(number)) {
                    row[columns.get(number)] += factor;
                }
            });
            rows.add(row);
        }
        int rank = rank(rows, columns.size());
        double[] alone = new double[columns.size()];
        alone[column] = 1;
        rows.add(alone);
        return rank(rows, columns.size()) == rank;
    }

    private static int rank(List<double[]> given, int columns) {
        List<double[]> rows = new ArrayList<>(given.stream().map(double[]::clone).toList());
        int rank = 0;
        for (int column = 0; column < columns && rank < rows.size(); column++) {
            int pivot = rank;
            for (int row = rank; row < rows.size(); row++) {
                if (Math.abs(rows.get(row)[column]) > Math.abs(rows.get(pivot)[column])) {
                    pivot = row;
                }
            }
            if (Math.abs(rows.get(pivot)[column]) < 1e-9) {
                continue;
            }
            double[] swapped = rows.set(pivot, rows.get(rank));
            rows.set(rank, swapped);
            for (int row = rank + 1; row < rows.size(); row++) {
                double factor = rows.get(row)[column] / swapped[column];
                for (int i = column; i < columns; i++) {
                    rows.get(row)[i] -= factor * swapped[i];
                }
            }
            rank++;
        }
        return rank;
    }
}
