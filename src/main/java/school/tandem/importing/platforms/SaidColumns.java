package school.tandem.importing.platforms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import school.tandem.importing.reading.Headers;
import school.tandem.importing.reading.TableFile;

/**
 * What people said of the columns of one of a platform's tables: by each header the code of a
 * column, or that it is of no use. Readers get to see the names that they know, so that they need
 * not know of this.
 */
public final class SaidColumns {

    /** The code of a column that is none of those that the table needs, nor work. */
    public static final String OTHER = "other";

    private final ExportTable table;
    private final Map<String, String> codes;

    private SaidColumns(ExportTable table, Map<String, String> codes) {
        this.table = table;
        this.codes = Map.copyOf(codes);
    }

    /** As they were remembered: codes by header, see {@link #codes()}. */
    public static SaidColumns of(ExportTable table, Map<String, String> codes) {
        return new SaidColumns(table, codes);
    }

    /**
     * As somebody says of one file. What is called as the table's columns are, and was not chosen,
     * is of no use.
     *
     * @param columns where each stands, counted from 0
     * @param others where columns stand that are of no use
     */
    public static SaidColumns of(
            ExportTable table,
            List<String> headers,
            Map<ExportColumn, Integer> columns,
            Set<Integer> others) {
        List<String> keys = keys(headers);
        Map<String, String> codes = new TreeMap<>();
        for (int at = 0; at < headers.size(); at++) {
            String header = headers.get(at);
            if (others.contains(at)
                    || table.columns().stream().anyMatch(column -> column.isCalled(header))) {
                codes.put(keys.get(at), OTHER);
            }
        }
        columns.forEach((column, at) -> codes.put(keys.get(at), column.code()));
        return new SaidColumns(table, codes);
    }

    /**
     * What headers are remembered by: rid of case, blanks and signs; the second of one name and a
     * blank one by their number, too.
     */
    public static List<String> keys(List<String> headers) {
        List<String> keys = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String header : headers) {
            String plain = Headers.plain(header);
            int times = seen.merge(plain, 1, Integer::sum);
            keys.add(
                    plain.isEmpty()
                            ? "#" + (keys.size() + 1)
                            : times == 1 ? plain : plain + "#" + times);
        }
        return keys;
    }

    public ExportTable table() {
        return table;
    }

    /** Codes of columns, or {@link #OTHER}, by what their headers are remembered by. */
    public Map<String, String> codes() {
        return codes;
    }

    /** Where the columns stand in a file: as was said, else by their known names. */
    Map<ExportColumn, Integer> in(List<String> headers) {
        List<String> keys = keys(headers);
        Map<ExportColumn, Integer> found = new LinkedHashMap<>();
        for (ExportColumn column : table.columns()) {
            for (int at = 0; at < headers.size(); at++) {
                if (column.code().equals(codes.get(keys.get(at)))) {
                    found.putIfAbsent(column, at);
                }
            }
        }
        for (ExportColumn column : table.columns()) {
            for (int at = 0; at < headers.size() && !found.containsKey(column); at++) {
                if (!codes.containsKey(keys.get(at))
                        && !found.containsValue(at)
                        && column.isCalled(headers.get(at))) {
                    found.put(column, at);
                }
            }
        }
        return found;
    }

    /** The headers of a file as its reader is to see them. */
    List<String> rename(List<String> headers) {
        List<String> keys = keys(headers);
        Map<Integer, ExportColumn> columns = new HashMap<>();
        in(headers).forEach((column, at) -> columns.putIfAbsent(at, column));
        List<String> renamed = new ArrayList<>();
        for (int at = 0; at < headers.size(); at++) {
            ExportColumn column = columns.get(at);
            String header = headers.get(at);
            if (column != null) {
                renamed.add(column.name());
            } else {
                boolean known = table.columns().stream().anyMatch(one -> one.isCalled(header));
                renamed.add(known || codes.containsKey(keys.get(at)) ? table.ignored() : header);
            }
        }
        return renamed;
    }

    /** What a file itself calls the columns that its reader sees, those rid of case and signs. */
    Map<String, String> ownNames(List<String> headers) {
        List<String> renamed = rename(headers);
        Map<String, String> own = new HashMap<>();
        for (int at = 0; at < headers.size(); at++) {
            String plain = Headers.plain(renamed.get(at));
            if (!plain.isEmpty()) {
                own.putIfAbsent(plain, headers.get(at).strip());
            }
        }
        return own;
    }

    /**
     * What a file lacks: for each need the codes of the columns that would do; {@code work}, where
     * no column is a piece of work. Empty: it can be read.
     */
    public List<List<String>> missing(TableFile file) {
        Set<String> there = new LinkedHashSet<>();
        in(file.headers()).keySet().forEach(column -> there.add(column.code()));
        List<List<String>> missing = new ArrayList<>();
        for (List<String> need : table.needs()) {
            if (need.stream().noneMatch(there::contains)) {
                missing.add(need);
            }
        }
        if (missing.isEmpty()
                && table.hasColumnsOfWork()
                && ColumnsOfWork.of(table, file.called(rename(file.headers()))).isEmpty()) {
            missing.add(List.of("work"));
        }
        return missing;
    }

    /**
     * Whether a file is such a table, by what was said before: it can be read, half at least of the
     * columns that were said of such ones are there, one at least by a name that was, and marks
     * where columns are work.
     */
    public boolean recognise(TableFile file) {
        List<String> headers = file.headers();
        List<String> keys = keys(headers);
        Map<ExportColumn, Integer> found = in(headers);
        Set<String> there = new LinkedHashSet<>();
        boolean said = false;
        for (Map.Entry<ExportColumn, Integer> one : found.entrySet()) {
            there.add(one.getKey().code());
            said |= one.getKey().code().equals(codes.get(keys.get(one.getValue())));
        }
        Set<String> wanted = new LinkedHashSet<>(codes.values());
        wanted.remove(OTHER);
        return said
                && 2 * wanted.stream().filter(there::contains).count() >= wanted.size()
                && missing(file).isEmpty()
                && ColumnsOfWork.holdMarks(table, file.called(rename(headers)));
    }
}
