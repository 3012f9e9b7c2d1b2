package school.tandem.training.ui;

import java.util.List;
import java.util.Locale;
import school.tandem.training.CourseMatrix.Line;
import school.tandem.ui.TableExport;

/** Who completed what, as a file; its words are the same in every language, to be read back. */
final class CompletionsFile {

    private CompletionsFile() {}

    static TableExport of(List<Line> lines) {
        return new TableExport(
                "training",
                List.of(
                        "name",
                        "email",
                        "role",
                        "department",
                        "course",
                        "required",
                        "state",
                        "completed_on"),
                taker -> lines.forEach(line -> taker.accept(cells(line))));
    }

    private static List<String> cells(Line line) {
        return List.of(
                line.name(),
                line.email(),
                line.role().code(),
                line.department(),
                line.course(),
                Boolean.toString(line.required()),
                line.state().name().toLowerCase(Locale.ROOT),
                line.completedOn() == null ? "" : line.completedOn().toString());
    }
}
