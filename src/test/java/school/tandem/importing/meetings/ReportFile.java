package school.tandem.importing.meetings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import school.tandem.training.MeetingPerson;

/** Reads reports as a school in New York would, whose session was on 6 October 2026 at 18:00. */
final class ReportFile {

    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final LocalDate SESSION = LocalDate.of(2026, 10, 6);

    private ReportFile() {}

    /** One file for all of them: deleting thousands takes longer than reading them. */
    private static final Path FILE = file();

    private static Path file() {
        try {
            Path memory = Path.of("/dev/shm");
            Path file =
                    Files.isWritable(memory)
                            ? Files.createTempFile(memory, "report", ".csv")
                            : Files.createTempFile("report", ".csv");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static synchronized MeetingReport read(byte[] bytes) {
        try {
            Files.write(FILE, bytes);
            return MeetingReader.read(FILE, "report.csv", ZONE, SESSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] sample(String name) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/meetings", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Each person as {@code name|e-mail|whole minutes}; a plus where nothing says when they left.
     */
    static List<String> people(Meeting meeting) {
        return meeting.people().stream().map(ReportFile::told).toList();
    }

    private static String told(MeetingPerson person) {
        Instant end = Objects.requireNonNullElse(person.presence().until(), Instant.EPOCH);
        long seconds = person.presence().length(end).toSeconds();
        return "%s|%s|%d%s"
                .formatted(
                        person.name(),
                        person.email(),
                        Math.round(seconds / 60.),
                        person.presence().isOpen() ? "+" : "");
    }

    /** Each held row as {@code line column REASON}. */
    static List<String> held(MeetingReport report) {
        return report.held().stream()
                .map(row -> "%d %s %s".formatted(row.line(), row.column(), row.reason()))
                .toList();
    }
}
