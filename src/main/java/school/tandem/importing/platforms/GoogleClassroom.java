package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.Did;

/**
 * Google Classroom: courses, people, course work and submissions as its interface returns them, in
 * lists, pages or an object a line, one file or many; reports of who used it when; and grades as a
 * teacher downloads them, which say what was handed in and not when.
 *
 * <p>That a submission was created is when its student opened the work first, so that submissions
 * with their history report opened work, too.
 */
final class GoogleClassroom implements Platform {

    static final String SOURCE = "google-classroom";
    private static final String RECORDS = "google-classroom";
    static final String USAGE = "google-classroom-usage";
    private static final String GRADEBOOK = "google-classroom-gradebook";

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String format(ExportFile file) {
        String said = file.saidFormat(SOURCE);
        if (said != null) {
            return said;
        }
        if (ClassroomUsage.isOne(file)) {
            return USAGE;
        }
        if (ClassroomGradebook.isOne(file)) {
            return GRADEBOOK;
        }
        return file.isJson() && ClassroomRecords.areIn(file.head()) ? RECORDS : "";
    }

    @Override
    public PlatformReader open(List<ExportFile> files, ZoneId zone) {
        return new Reader(files, zone);
    }

    private static final class Reader implements PlatformReader {
        private final List<ExportFile> files;
        private final ZoneId zone;
        private @Nullable ClassroomNames names;
        private @Nullable Seen seen;

        Reader(List<ExportFile> files, ZoneId zone) {
            this.files = files;
            this.zone = zone;
        }

        @Override
        public void read(ExportRows rows) {
            Seen now = new Seen();
            ClassroomNames known = names == null ? ClassroomNames.of(files) : names;
            names = known;
            for (ExportFile file : files) {
                if (file.isSaid() || ClassroomUsage.isOne(file)) {
                    new ClassroomUsage(file, zone, now).read(rows);
                } else if (ClassroomGradebook.isOne(file)) {
                    new ClassroomGradebook(file, zone).read(rows);
                } else {
                    file.json().read(new ClassroomRecords(file, zone, known, rows, now));
                }
            }
            seen = now;
        }

        private Seen seen() {
            Seen known = seen;
            if (known == null) {
                read(new Unheard());
                known = seen;
            }
            return known == null ? new Seen() : known;
        }

        @Override
        public Set<Did> reports() {
            Set<Did> all = EnumSet.noneOf(Did.class);
            if (seen().work) {
                all.addAll(EnumSet.of(Did.HANDED_IN, Did.SET_WORK));
            }
            if (seen().opening) {
                all.add(Did.OPENED);
            }
            return all;
        }

        @Override
        public @Nullable LocalDate until() {
            return seen().work ? null : seen().until;
        }
    }

    /** What there was in a delivery. */
    static final class Seen {
        private boolean work;
        private boolean opening;
        private @Nullable LocalDate until;

        void work() {
            work = true;
        }

        void opening() {
            opening = true;
        }

        /** A report speaks of a day. */
        void day(LocalDate day) {
            until = until == null || day.isAfter(until) ? day : until;
        }
    }
}
