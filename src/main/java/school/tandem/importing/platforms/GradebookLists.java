package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.Did;
import school.tandem.adoption.intake.HandIn;
import school.tandem.importing.reading.ListCells;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.importing.reading.Refused;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.intake.Reason;

/**
 * A pair of lists of any gradebook: assignments with their class, and submissions with what became
 * of them; the second alone once the first came. They know work by its name, which several classes
 * may have: the one is meant that the student is in. Their days are on the clocks of the school.
 */
final class GradebookLists implements Platform {

    static final String SOURCE = "gradebook-lists";
    static final String ASSIGNMENTS = "gradebook-assignments";
    static final String SUBMISSIONS = "gradebook-submissions";

    static final String[] CLASS = {"Class Name", "Course Name", "Section Name"};
    static final String[] WORK = {"Assignment Name", "Assignment Title"};
    static final String[] FREE = {"Assignment Description", "Description"};
    static final String[] ASSIGNED = {"Assigned Date", "Date Assigned", "Start Date"};
    static final String[] DUE = {"Due Date", "Date Due"};
    static final String[] STUDENT = {"Student Name", "Student", "Full Name"};
    static final String[] IDS = {"Student ID", "Student Number", "Local ID"};
    static final String[] EMAIL = {"Student Email", "Email"};
    static final String[] DAY = {"Date", "Submission Date", "Date Submitted"};
    static final String[] STATUS = {"Status", "Submission Status"};
    private static final String[] LATE = {"Late", "Is late", "Tarde"};

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String format(ExportFile file) {
        String said = file.saidFormat(SOURCE);
        if (said != null || file.isJson()) {
            return said == null ? "" : said;
        }
        try {
            Columns columns = new Columns(file.table().headers());
            if (!columns.has(WORK)) {
                return "";
            }
            if (columns.has("Student Name", "Student ID", "Student Email") && columns.has(STATUS)) {
                return SUBMISSIONS;
            }
            return columns.has(CLASS) && columns.has(DUE) && !columns.has("Grade", "Score")
                    ? ASSIGNMENTS
                    : "";
        } catch (Refused noTable) {
            return "";
        }
    }

    @Override
    public PlatformReader open(List<ExportFile> files, ZoneId zone) {
        return new Reader(files, zone);
    }

    private final class Reader implements PlatformReader {
        private final List<ExportFile> files;
        private final ZoneId zone;

        Reader(List<ExportFile> files, ZoneId zone) {
            this.files = files;
            this.zone = zone;
        }

        @Override
        public void read(ExportRows rows) {
            for (ExportFile file : files) {
                if (format(file).isEmpty()) {
                    continue; // an empty page beside the others
                }
                TableFile table = file.table();
                new Lines(
                                file,
                                new Columns(table.headers()),
                                new ListCells(zone, table),
                                format(file).equals(SUBMISSIONS),
                                rows)
                        .read(table);
            }
        }

        @Override
        public Set<Did> reports() {
            return EnumSet.of(Did.HANDED_IN, Did.SET_WORK);
        }
    }

    private record Lines(
            ExportFile file, Columns columns, ListCells cells, boolean handIns, ExportRows rows) {

        void read(TableFile table) {
            table.read(row -> {
                At at = file.at(row.line());
                try {
                    if (handIns) {
                        handIn(at, row);
                    } else {
                        assignment(at, whole(row));
                    }
                } catch (Unreadable bad) {
                    rows.held(at, bad.column(), bad.value(), bad.reason());
                }
            });
        }

        private void assignment(At at, TableRow row) {
            String name = needed(row, WORK);
            needed(row, CLASS);
            LocalDate assignedOn = day(row, ASSIGNED);
            LocalDate dueOn = day(row, DUE);
            rows.work(
                    new Work(
                            at,
                            id(name),
                            name,
                            courseOf(row),
                            null,
                            true,
                            assignedOn,
                            dueOn,
                            true));
        }

        private void handIn(At at, TableRow row) {
            String name = needed(row, WORK);
            LocalDate on = day(row, DAY);
            HandIn what = what(columns.cell(row, STATUS), on);
            rows.handedIn(
                    new HandedIn(
                            at,
                            who(row),
                            columns.cell(row, WORK).column(),
                            id(name),
                            courseOf(row),
                            what,
                            what == HandIn.HANDED_IN ? on : null,
                            late(columns.cell(row, LATE))));
        }

        private static @Nullable Boolean late(Columns.Cell said) {
            return switch (said.word()) {
                case "yes", "true", "y", "1", "late" -> true;
                case "no", "false", "n", "0" -> false;
                default -> null;
            };
        }

        /** A teacher returns what was handed in, but may return what was not: a day tells. */
        private static HandIn what(Columns.Cell status, @Nullable LocalDate on) {
            return switch (status.word()) {
                case "submitted", "turnedin", "late", "resubmitted" -> HandIn.HANDED_IN;
                case "returned", "graded" -> on == null ? HandIn.UNKNOWN : HandIn.HANDED_IN;
                case "draft",
                        "created",
                        "new",
                        "notstarted",
                        "inprogress",
                        "missing",
                        "notsubmitted" ->
                        HandIn.NOT_HANDED_IN;
                case "excused", "exempt" -> HandIn.EXEMPT;
                default -> throw status.unknown();
            };
        }

        private Who who(TableRow row) {
            Columns.Cell name = columns.cell(row, STUDENT);
            return new Who(
                    columns.first(row, STUDENT, IDS, EMAIL).column(),
                    null,
                    columns.text(row, IDS),
                    columns.text(row, EMAIL),
                    null,
                    name.value());
        }

        private @Nullable Course courseOf(TableRow row) {
            Columns.Cell title = columns.cell(row, CLASS);
            return title.isBlank()
                    ? null
                    : new Course(title.column(), null, null, title.value(), null);
        }

        private String needed(TableRow row, String[] names) {
            Columns.Cell cell = columns.cell(row, names);
            if (cell.isBlank()) {
                throw new Unreadable(cell.column(), "", Reason.BLANK);
            }
            return cell.value();
        }

        private @Nullable LocalDate day(TableRow row, String[] names) {
            Columns.Cell cell = columns.cell(row, names);
            return cell.isBlank() ? null : cells.day(cell.column(), cell.value());
        }

        /** Commas of a description without quotes part it into cells: they are one again. */
        private TableRow whole(TableRow row) {
            int free = columns.at(FREE);
            int more = row.cells().size() - columns.count();
            if (free < 0 || more <= 0) {
                return row;
            }
            List<String> whole = new ArrayList<>(row.cells().subList(0, free));
            whole.add(String.join(",", row.cells().subList(free, free + more + 1)));
            whole.addAll(row.cells().subList(free + more + 1, row.cells().size()));
            return new TableRow(row.line(), whole, row.broken());
        }

        private static String id(String name) {
            return name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        }
    }
}
