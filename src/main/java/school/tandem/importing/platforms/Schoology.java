package school.tandem.importing.platforms;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.Did;
import school.tandem.importing.reading.Refused;

/**
 * Schoology: the export of its usage analytics, and grades, as a teacher exports a gradebook (a row
 * for each student, a column for each material) and as a school exports many (a row for each
 * grade).
 */
final class Schoology implements Platform {

    static final String SOURCE = "schoology";
    static final String USAGE = "schoology-usage";
    static final String GRADES = "schoology-grades";
    static final String GRADEBOOK = "schoology-gradebook";

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
            if (SchoologyUsage.isOne(columns)) {
                return USAGE;
            }
            if (SchoologyGrades.isOne(columns)) {
                return GRADES;
            }
            return SchoologyGradebook.isOne(columns) ? GRADEBOOK : "";
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
        private @Nullable Set<Did> reports;

        Reader(List<ExportFile> files, ZoneId zone) {
            this.files = files;
            this.zone = zone;
        }

        @Override
        public void read(ExportRows rows) {
            Set<Did> reported = EnumSet.noneOf(Did.class);
            for (ExportFile file : files) {
                switch (format(file)) {
                    case USAGE -> new SchoologyUsage(file, zone, reported).read(rows);
                    case GRADES -> new SchoologyGrades(file, zone).read(rows);
                    case GRADEBOOK -> new SchoologyGradebook(file).read(rows);
                    default -> {
                        // an empty page beside the others
                    }
                }
            }
            reports = reported;
        }

        /** Grades say of no day that something was handed in, and of none that nothing was. */
        @Override
        public Set<Did> reports() {
            if (reports == null) {
                read(new Unheard());
            }
            return reports == null ? Set.of() : reports;
        }
    }
}
