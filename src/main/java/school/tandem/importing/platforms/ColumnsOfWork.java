package school.tandem.importing.platforms;

import java.util.List;
import java.util.stream.IntStream;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;

/** Which columns of a table are pieces of work, its headers being those that its reader knows. */
final class ColumnsOfWork {

    private static final int LOOKED_AT = 50;

    private ColumnsOfWork() {}

    /** Where they stand. */
    static List<Integer> of(ExportTable table, TableFile file) {
        List<String> headers = file.headers();
        return switch (table) {
            case CANVAS_GRADEBOOK -> CanvasColumns.workOf(file);
            case SCHOOLOGY_GRADEBOOK -> SchoologyGradebook.material(new Columns(headers));
            case MOODLE_COMPLETION -> MoodleCompletion.activities(headers);
            case MOODLE_GRADEBOOK ->
                    IntStream.range(0, headers.size())
                            .filter(at -> MoodleGradebook.isWork(headers, at))
                            .boxed()
                            .toList();
            default -> List.of();
        };
    }

    /**
     * Whether what stands in most of them may be marks, so that a list which happens to have the
     * same columns for people is taken for none. True where no column is a piece of work.
     */
    static boolean holdMarks(ExportTable table, TableFile file) {
        if (table == ExportTable.MOODLE_COMPLETION) {
            return MoodleCompletion.isPaired(file.headers());
        }
        if (!table.takesOthersForWork()) {
            return true;
        }
        List<Integer> work = of(table, file);
        List<TableRow> first = file.first(LOOKED_AT);
        long wordy = work.stream().filter(at -> isWordy(first, at)).count();
        return 2 * wordy < work.size();
    }

    /** Whether most of what stands there are words. */
    static boolean isWordy(List<TableRow> rows, int at) {
        List<String> cells =
                rows.stream().map(row -> row.cell(at)).filter(cell -> !cell.isEmpty()).toList();
        return 2 * cells.stream().filter(Mark::isWord).count() > cells.size();
    }
}
