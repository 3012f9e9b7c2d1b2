package school.tandem.importing.meetings;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lets Jazzer change reports of meetings, led by which lines of the readers each change reaches:
 * whatever the bytes are, they are refused, or each row is part of a person or held. What it
 * learned stays in {@code target/fuzz}, as does what breaks.
 */
public final class GuidedFuzz {

    private static final Path LEARNED = Path.of("target/fuzz/learned");

    private GuidedFuzz() {}

    /**
     * Runs it.
     *
     * @param arguments {@code --seconds N} and {@code --seed N}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Files.createDirectories(LEARNED);
        for (ReportCases whole : ReportCases.values()) {
            Path file = LEARNED.resolve(whole.name());
            Files.write(file, whole.text().getBytes(StandardCharsets.UTF_8));
        }
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "--target_class=" + GuidedFuzz.class.getName(),
                                "--instrumentation_includes=school.tandem.importing.**",
                                "--custom_hook_includes=school.tandem.none",
                                "--reproducer_path=target/fuzz",
                                "-artifact_prefix=target/fuzz/",
                                "-max_len=20000",
                                "-max_total_time=" + arguments[1],
                                "-seed=" + (Long.parseLong(arguments[3]) & 0x7fff_ffff)));
        options.add(LEARNED.toString());
        Jazzer.main(options.toArray(String[]::new));
    }

    /** What Jazzer calls with each change. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        new SpoiltReport(bytes, null, Set.of()).holds();
    }
}
