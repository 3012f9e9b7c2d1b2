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
        List<String> given = line == null ? List.of() : line.cells();
        List<String> known = new ArrayList<>(List.of("sourcedId", "status", "dateLastModified"));
        known.addAll(kind.required());
        known.addAll(kind.optional());
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            String plain = Names.plain(given.get(i));
            for (String name : known) {
                if (Names.plain(name).equals(plain)) {
                    positions.putIfAbsent(name, i);
                }
            }
        }
        for (int i = 0; i < given.size(); i++) {
            if (positions.containsValue(i) || given.get(i).startsWith("metadata.")) {
                continue;
            }
            int at = i;
            List<String> missing = known.stream().filter(n -> !positions.containsKey(n)).toList();
            Names.recognise(given.get(i), missing).ifPresent(name -> positions.put(name, at));
        }
        for (String name : required(kind)) {
            if (!positions.containsKey(name)) {
                throw new Refused(
                        "importing.refused.missingColumn", Map.of("file", file, "column", name));
            }
        }
        return new Header(given, new HashMap<>(positions));
    }

    private static List<String> required(OneRosterKind kind) {
        List<String> required = new ArrayList<>(List.of("sourcedId"));
        required.addAll(kind.required());
        return required;
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
