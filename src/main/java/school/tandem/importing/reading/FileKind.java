package school.tandem.importing.reading;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of file of a format. Columns are given as {@code name|another name|…}; the first one is
 * what readers call it.
 *
 * @param name without {@code .csv}
 * @param required without any of them no row can be read
 * @param oneOf of these at least one is needed; empty: none
 * @param optional others that are read
 * @param never columns that only other kinds have
 */
record FileKind(
        String name,
        List<String> required,
        List<String> oneOf,
        List<String> optional,
        List<String> never) {

    FileKind(String name, List<String> required, List<String> optional) {
        this(name, required, List.of(), optional, List.of());
    }

    Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (List<String> some : List.of(required, oneOf, optional)) {
            some.forEach(names -> columns.put(first(names), Arrays.asList(names.split("\\|"))));
        }
        return columns;
    }

    /** The columns that each record has to reach. */
    List<String> always() {
        return required.stream().map(FileKind::first).toList();
    }

    /** What a header lacks; null: nothing. */
    @Nullable String missing(Header header) {
        for (String column : always()) {
            if (!header.has(column)) {
                return column;
            }
        }
        return oneOf.isEmpty() || oneOf.stream().anyMatch(c -> header.has(first(c)))
                ? null
                : first(oneOf.getFirst());
    }

    /** Whether a header is one of this kind, to the letter. */
    boolean fits(CsvFile.@Nullable Line header) {
        return line(header, false) && !hasForeign(header);
    }

    /** The same where a letter or two may be wrong. */
    boolean fitsLoosely(CsvFile.@Nullable Line header) {
        return line(header, true) && !hasForeign(header);
    }

    private boolean line(CsvFile.@Nullable Line header, boolean loosely) {
        return missing(Header.find(header, columns(), loosely)) == null;
    }

    private boolean hasForeign(CsvFile.@Nullable Line header) {
        return header != null
                && header.cells().stream()
                        .map(Names::plain)
                        .anyMatch(cell ->
                                never.stream().anyMatch(name -> Names.plain(name).equals(cell)));
    }

    private static String first(String names) {
        int end = names.indexOf('|');
        return end < 0 ? names : names.substring(0, end);
    }
}
