package school.tandem.importing.platforms;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import school.tandem.importing.reading.Headers;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;

/**
 * Guesses which table of a platform a file is whose headers nobody knows, and what its columns are:
 * by what is the same in every language.
 */
public final class ExportGuess {

    /**
     * What is suggested.
     *
     * @param columns where each column stands, counted from 0
     * @param others where columns stand that are of no use
     */
    public record Suggestion(Map<ExportColumn, Integer> columns, Set<Integer> others) {}

    private static final Pattern ACTOR = Pattern.compile("(?i)^the user with id '-?\\d+'");
    private static final Pattern NUMBERED = Pattern.compile("(?s).+\\(\\d{2,}\\)\\s*");
    private static final Pattern CALLED_COMPLETION = Pattern.compile("(?i)progress\\..+");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern SECONDS = Pattern.compile("1\\d{9}");
    private static final int LOOKED_AT = 20;

    /** Where a log's other columns stand, from its description to the left. */
    private static final Map<String, Integer> BEFORE_DESCRIPTION =
            Map.of("time", 6, "user", 5, "context", 3, "event", 1);

    private ExportGuess() {}

    /** Which table it seems to be; nothing: none of them. */
    public static Optional<ExportTable> tableOf(TableFile file) {
        if (description(file) >= 0) {
            return Optional.of(ExportTable.MOODLE_LOGS);
        }
        int work = firstWork(file.headers());
        if (work > 0 && !ColumnsOfWork.isWordy(file.first(LOOKED_AT), work)) {
            return Optional.of(ExportTable.CANVAS_GRADEBOOK);
        }
        return CALLED_COMPLETION.matcher(file.name()).matches()
                ? Optional.of(ExportTable.MOODLE_COMPLETION)
                : Optional.empty();
    }

    /** What its columns seem to be, by what was said before, by their names and by their places. */
    public static Suggestion columnsOf(TableFile file, SaidColumns said) {
        ExportTable table = said.table();
        List<String> headers = file.headers();
        Map<ExportColumn, Integer> found = new LinkedHashMap<>(said.in(headers));
        Set<Integer> others = others(file, said);
        byNearNames(table, headers, found, others);
        Map<String, Integer> places = places(file, table);
        for (ExportColumn column : table.columns()) {
            int at = places.getOrDefault(column.code(), -1);
            if (at >= 0
                    && !found.containsKey(column)
                    && !found.containsValue(at)
                    && !others.contains(at)) {
                found.put(column, at);
            }
        }
        if (table.takesOthersForWork() && table != ExportTable.MOODLE_COMPLETION) {
            others.addAll(wordy(file));
        }
        others.removeAll(found.values());
        return new Suggestion(found, others);
    }

    private static Set<Integer> others(TableFile file, SaidColumns said) {
        List<String> keys = SaidColumns.keys(file.headers());
        Set<Integer> others = new HashSet<>();
        for (int at = 0; at < keys.size(); at++) {
            if (SaidColumns.OTHER.equals(said.codes().get(keys.get(at)))) {
                others.add(at);
            }
        }
        return others;
    }

    private static void byNearNames(
            ExportTable table,
            List<String> headers,
            Map<ExportColumn, Integer> found,
            Set<Integer> others) {
        for (ExportColumn column : table.columns()) {
            for (int at = 0; at < headers.size() && !found.containsKey(column); at++) {
                if (!found.containsValue(at)
                        && !others.contains(at)
                        && Headers.recognise(headers.get(at), column.names(), false).isPresent()) {
                    found.put(column, at);
                }
            }
        }
    }

    /** By the codes of columns where they may stand, as far as content tells. */
    private static Map<String, Integer> places(TableFile file, ExportTable table) {
        Map<String, Integer> places = new LinkedHashMap<>();
        places.put("email", holding(file, ADDRESS));
        int work = firstWork(file.headers());
        int description = description(file);
        if (table == ExportTable.MOODLE_LOGS && description >= 0) {
            places.put("description", description);
            BEFORE_DESCRIPTION.forEach((code, before) -> places.put(code, description - before));
        } else if (table == ExportTable.MOODLE_COMPLETION && file.headers().getFirst().isBlank()) {
            places.put("full_name", 0);
        } else if (table == ExportTable.MOODLE_GRADEBOOK) {
            places.put("downloaded", holding(file, SECONDS));
        } else if (table == ExportTable.CANVAS_GRADEBOOK && work > 1) {
            places.put("full_name", 0);
            places.put("own_id", 1);
            places.put("section", work - 1);
            if (work == 4 || work == 5) {
                places.put("login", work - 2);
            }
            if (work == 5) {
                places.put("id", 2);
            }
        }
        return places;
    }

    /** The first column whose cells are all like this; -1: none. */
    private static int holding(TableFile file, Pattern like) {
        List<TableRow> first = file.first(LOOKED_AT);
        return IntStream.range(0, file.headers().size())
                .filter(at -> first.stream().anyMatch(row -> !row.cell(at).isEmpty()))
                .filter(at ->
                        first.stream()
                                .map(row -> row.cell(at))
                                .allMatch(cell -> cell.isEmpty() || like.matcher(cell).matches()))
                .findFirst()
                .orElse(-1);
    }

    /** Columns of words, which no marks are. */
    private static Set<Integer> wordy(TableFile file) {
        List<TableRow> first = file.first(LOOKED_AT);
        return IntStream.range(0, file.headers().size())
                .filter(at -> !file.headers().get(at).isBlank())
                .filter(at -> ColumnsOfWork.isWordy(first, at))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Where the first column stands whose header ends in a number, as Canvas numbers work. */
    private static int firstWork(List<String> headers) {
        return IntStream.range(0, headers.size())
                .filter(at -> NUMBERED.matcher(headers.get(at)).matches())
                .findFirst()
                .orElse(-1);
    }

    /** Where Moodle's own sentences stand; -1: nowhere. */
    private static int description(TableFile file) {
        for (TableRow row : file.first(LOOKED_AT)) {
            for (int at = 0; at < row.cells().size(); at++) {
                if (ACTOR.matcher(row.cell(at)).find()) {
                    return at;
                }
            }
        }
        return -1;
    }
}
