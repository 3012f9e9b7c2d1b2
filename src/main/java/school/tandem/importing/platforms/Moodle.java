package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.Did;

/** Moodle: logs, the reports of activity completion, of a quiz and an assignment; gradebooks. */
final class Moodle implements Platform {

    static final String SOURCE = "moodle";
    static final String LOGS = "moodle-logs";
    static final String COMPLETION = "moodle-completion";
    static final String GRADEBOOK = "moodle-gradebook";
    static final String QUIZ = "moodle-quiz";
    static final String ASSIGNMENT = "moodle-assignment";

    /** What one of its files tells. */
    interface Told {
        void read(ExportRows rows);
    }

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
        if (file.isJson()) {
            return MoodleLogs.isStart(file.head()) ? LOGS : "";
        }
        List<String> headers = file.headers();
        if (MoodleLogs.isOne(headers)) {
            return LOGS;
        }
        if (MoodleGradebook.isOne(headers)) {
            return GRADEBOOK;
        }
        if (MoodleWork.isQuiz(headers)) {
            return QUIZ;
        }
        if (MoodleWork.isAssignment(headers)) {
            return ASSIGNMENT;
        }
        return MoodleCompletion.isOne(headers) ? COMPLETION : "";
    }

    @Override
    public PlatformReader open(List<ExportFile> files, ZoneId zone) {
        List<Told> told = new ArrayList<>();
        List<LocalDate> downloaded = new ArrayList<>();
        Set<Did> reports = EnumSet.noneOf(Did.class);
        for (ExportFile file : files) {
            switch (format(file)) {
                case LOGS -> {
                    told.add(new MoodleLogs(file));
                    reports.addAll(MoodleLogs.REPORTS);
                }
                case GRADEBOOK -> {
                    MoodleGradebook grades = new MoodleGradebook(file);
                    told.add(grades);
                    Optional.ofNullable(grades.downloaded(zone)).ifPresent(downloaded::add);
                }
                case QUIZ, ASSIGNMENT -> {
                    told.add(new MoodleWork(file));
                    reports.add(Did.HANDED_IN);
                    reports.add(Did.SET_WORK);
                }
                default -> {
                    told.add(new MoodleCompletion(file));
                    reports.add(Did.HANDED_IN);
                    reports.add(Did.SET_WORK);
                }
            }
        }
        return new PlatformReader() {
            @Override
            public void read(ExportRows rows) {
                told.forEach(one -> one.read(rows));
            }

            @Override
            public Set<Did> reports() {
                return reports;
            }

            @Override
            public @Nullable LocalDate until() {
                return downloaded.size() < files.size()
                        ? null
                        : downloaded.stream().max(LocalDate::compareTo).orElse(null);
            }
        };
    }
}
