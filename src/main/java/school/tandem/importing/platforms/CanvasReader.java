package school.tandem.importing.platforms;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.Did;
import school.tandem.importing.reading.ListCells;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.roster.intake.Reason;
import tools.jackson.databind.JsonNode;

/**
 * A delivery of Canvas: objects of its interface first, which know more, then gradebooks, the
 * newest first.
 */
final class CanvasReader implements PlatformReader {

    private final List<ExportFile> objects;
    private final List<ExportFile> gradebooks;
    private final ListCells cells;
    private @Nullable CanvasDirectory read;

    CanvasReader(List<ExportFile> files, ZoneId zone) {
        objects = files.stream().filter(ExportFile::isJson).toList();
        gradebooks =
                files.stream()
                        .filter(file -> !file.isJson())
                        .sorted(Comparator.comparing(ExportFile::name).reversed())
                        .toList();
        cells = new ListCells(zone);
    }

    @Override
    public void read(ExportRows rows) {
        CanvasDirectory directory = directory();
        Objects told = new Objects(directory, cells, rows);
        objects.forEach(file ->
                file.json().read(new CanvasRecords(file, CanvasKind.ofHead(file.head()), told)));
        gradebooks.forEach(file -> new CanvasGradebook(file).read(rows));
    }

    /**
     * Silence is a no of submissions alone, and of assignments as to what teachers set: a gradebook
     * has no days, and a blank cell of it says nothing.
     */
    @Override
    public Set<Did> reports() {
        Set<Did> reports = EnumSet.noneOf(Did.class);
        if (directory().hasSubmissions()) {
            reports.add(Did.HANDED_IN);
            reports.add(Did.SET_WORK);
        }
        if (directory().hasAssignments()) {
            reports.add(Did.SET_WORK);
        }
        return reports;
    }

    private CanvasDirectory directory() {
        CanvasDirectory known = read;
        if (known == null) {
            known = new CanvasDirectory(objects);
            read = known;
        }
        return known;
    }

    private static final class Objects implements CanvasRecords.Taker {

        private final CanvasSubmissions submissions;
        private final CanvasLists lists;
        private final ExportRows rows;

        Objects(CanvasDirectory directory, ListCells cells, ExportRows rows) {
            this.submissions = new CanvasSubmissions(directory, cells, rows);
            this.lists = new CanvasLists(directory, cells, rows);
            this.rows = rows;
        }

        @Override
        public void take(At at, CanvasKind kind, JsonNode record, JsonNode group) {
            try {
                switch (kind) {
                    case SUBMISSION -> submissions.tell(at, record, group);
                    case ASSIGNMENT -> lists.assignment(at, record);
                    case COURSE -> lists.course(at, record);
                    case SECTION -> lists.section(at, record);
                    case ENROLMENT -> lists.enrolment(at, record);
                    case USER -> lists.user(at, record);
                    case GRADEBOOK, SUMMARY, OTHER -> rows.nothing(at);
                }
            } catch (Unreadable bad) {
                rows.held(at, bad.column(), bad.value(), bad.reason());
            }
        }

        @Override
        public void nothing(At at) {
            rows.nothing(at);
        }

        @Override
        public void hold(At at, String text) {
            rows.held(at, "", text, Reason.NOT_JSON);
        }
    }
}
