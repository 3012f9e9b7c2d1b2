package school.tandem.importing.platforms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.HandIn;
import school.tandem.importing.platforms.CanvasColumns.Assignment;
import school.tandem.importing.reading.Refused;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.intake.Reason;

/**
 * A gradebook: a row for each student, a column for each assignment, and each cell of these a
 * record. A grade says that something was handed in, not when; a blank cell says nothing at all.
 * Rows of no student, such as the possible points, are one record each from which nothing follows.
 */
final class CanvasGradebook {

    /** Such as {@code 2026-10-04T1829_Grades-ALG_1.csv}. */
    private static final Pattern NAME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d{4}_[^-_]+-(.+?)(?:\\s*\\(\\d+\\))?\\.\\w+");

    private final ExportFile file;
    private final TableFile table;
    private final CanvasColumns columns;
    private final @Nullable String course;

    CanvasGradebook(ExportFile file) {
        this.file = file;
        this.table = file.table();
        CanvasColumns found = CanvasColumns.of(file);
        if (found == null) {
            throw file.unreadable();
        }
        this.columns = found;
        Matcher name = NAME.matcher(file.name());
        this.course = name.matches() ? name.group(1).replace('_', ' ').strip() : null;
    }

    /** Whether a file is one. */
    static boolean isOne(ExportFile file) {
        try {
            return CanvasColumns.of(file) != null;
        } catch (Refused noTable) {
            return false;
        }
    }

    /** How many columns are assignments. */
    int assignments() {
        return columns.work().size();
    }

    void read(ExportRows rows) {
        for (Assignment one : columns.work()) {
            rows.work(
                    new Work(
                            file.at(1),
                            one.id(),
                            one.title(),
                            null,
                            null,
                            true,
                            null,
                            null,
                            false));
        }
        table.read(row -> row(row, rows));
    }

    private void row(TableRow row, ExportRows rows) {
        At at = file.at(row.line());
        if (row.broken()) {
            rows.held(at, "", row.cell(0), Reason.BROKEN_QUOTES);
            return;
        }
        for (int extra = columns.width(); extra < row.cells().size(); extra++) {
            if (!row.cell(extra).isEmpty()) {
                rows.held(at, "", row.cell(extra), Reason.TOO_MANY_CELLS);
                return;
            }
        }
        Who who = columns.who(row);
        if (columns.saysPossible(row) || columns.work().isEmpty() || isNote(who, row)) {
            rows.nothing(at);
            return;
        }
        boolean test = CanvasTestStudent.is(who);
        Course section = new Course("Section", null, null, course, row.cell(columns.section()));
        for (Assignment one : columns.work()) {
            if (test) {
                rows.nothing(at);
            } else {
                cell(at, who, one, section, row, rows);
            }
        }
    }

    /** A row that speaks of assignments, not of somebody: which are posted by hand. */
    private boolean isNote(Who who, TableRow row) {
        return who.shown().isEmpty()
                && columns.work().stream()
                        .noneMatch(one -> CanvasCell.isNumber(row.cell(one.column())));
    }

    private void cell(
            At at, Who who, Assignment one, Course section, TableRow row, ExportRows rows) {
        if (!row.isText(one.column())) {
            rows.held(at, one.header(), "", Reason.NOT_TEXT);
            return;
        }
        String text = row.cell(one.column());
        if (file.isSaid() && CanvasCell.of(text) == CanvasCell.GRADED && Mark.isWord(text)) {
            rows.held(at, one.header(), text, Reason.UNKNOWN_WORD);
            return;
        }
        switch (CanvasCell.of(text)) {
            case GRADED -> told(at, who, one, section, HandIn.HANDED_IN, rows);
            case UNTOLD -> told(at, who, one, section, HandIn.UNKNOWN, rows);
            case EXCUSED -> told(at, who, one, section, HandIn.EXEMPT, rows);
            case NOT_GIVEN -> rows.nothing(at);
            case UNREADABLE -> rows.held(at, one.header(), text, Reason.UNKNOWN_WORD);
        }
    }

    private static void told(
            At at, Who who, Assignment one, Course section, HandIn what, ExportRows rows) {
        rows.handedIn(new HandedIn(at, who, one.header(), one.id(), section, what, null));
    }
}
