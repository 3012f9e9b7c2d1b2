package school.tandem.importing.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column of a file is which, however they are ordered and spelt. */
final class Header {

    private final List<String> given;
    private final Map<String, Integer> positions;

    private Header(List<String> given, Map<String, Integer> positions) {
        this.given = given;
        this.positions = positions;
    }

    /**
     * Recognises the known columns.
     *
     * @throws Refused where a required one is missing
     */
    static Header of(String file, CsvFile.@Nullable Line line, OneRosterKind kind) {
        List<String> known = new ArrayList<>(List.of("sourcedId", "status", "dateLastModified"));
        known.addAll(kind.required());
        known.addAll(kind.optional());
        Map<String, List<String>> names = new LinkedHashMap<>();
        known.forEach(name -> names.put(name, List.of(name)));
        List<String> required = new ArrayList<>(List.of("sourcedId"));
        required.addAll(kind.required());
        Header header = find(line, names, true);
        for (String name : required) {
            if (!header.has(name)) {
                throw new Refused(
                        "importing.refused.missingColumn", Map.of("file", file, "column", name));
            }
        }
        return header;
    }

    /**
     * Recognises what it can.
     *
     * @param known the names that each column may have
     * @param loosely whether a letter or two may be wrong
     */
    static Header find(
            CsvFile.@Nullable Line line, Map<String, List<String>> known, boolean loosely) {
        List<String> given = line == null ? List.of() : line.cells();
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            int at = i;
            String plain = Names.plain(given.get(i));
            known.forEach((name, names) -> {
                if (names.stream().anyMatch(n -> Names.plain(n).equals(plain))) {
                    positions.putIfAbsent(name, at);
                }
            });
        }
        if (loosely) {
            findLoosely(given, known, positions);
        }
        return new Header(given, positions);
    }

    private static void findLoosely(
            List<String> given, Map<String, List<String>> known, Map<String, Integer> positions) {
        for (int i = 0; i < given.size(); i++) {
            if (positions.containsValue(i) || given.get(i).startsWith("metadata.")) {
                continue;
            }
            int at = i;
            Map<String, String> missing = new LinkedHashMap<>();
            known.forEach((name, names) -> {
                if (!positions.containsKey(name)) {
                    names.forEach(n -> missing.put(n, name));
                }
            });
            Names.recognise(given.get(i), missing.keySet())
                    .ifPresent(name -> positions.put(missing.get(name), at));
        }
    }

    /** What stands in columns that none of the known names is for. */
    List<String> others() {
        List<String> others = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            if (!positions.containsValue(i) && !given.get(i).isBlank()) {
                others.add(given.get(i));
            }
        }
        return others;
    }

    int width() {
        return given.size();
    }

    boolean has(String column) {
        return positions.containsKey(column);
    }

    /** Where a column stands; -1: the file lacks it. */
    int at(String column) {
        return positions.getOrDefault(column, -1);
    }

    /** What the file itself calls it. */
    String shown(String column) {
        int at = at(column);
        return at < 0 ? column : given.get(at);
    }
}
