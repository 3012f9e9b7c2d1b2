package school.tandem.importing.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.importing.ImportProgress;
import school.tandem.importing.ImportReport;
import school.tandem.importing.ImportReport.FileReport;
import school.tandem.importing.ImportRequest;
import school.tandem.importing.PlatformImports;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.Tally;
import school.tandem.security.Access;
import school.tandem.security.Districts;

/**
 * Spoilt exports on their whole way to the tables, of each format: refused with a sentence, or each
 * record that its reader tells of is added, changed, unchanged or held.
 */
@Tag("database")
@Tag("long")
class SpoiltExportsTest {

    private static final int TIMES = 10;
    private static final long SEED = Long.getLong("tandem.test.seed", 20_261_128);
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final String DISTRICT = "Spoilt";

    private static Server server;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        server = Server.at(new SettableClock("2026-10-05T14:00:00Z"));
        server.bean(Access.class)
                .asInstallation(() -> {
                    var district = server.bean(Districts.class).create(DISTRICT, ZONE, false);
                    return server.bean(Schools.class).create(district.id(), "Elm");
                });
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void noRecordOfASpoiltExportIsLost(PlatformSamples sample) throws IOException {
        int taken = 0;
        for (int i = 0; i < TIMES; i++) {
            long seed = SEED + i;
            List<Path> files = written(sample.mutations().spoilt(seed), "" + i);
            ImportReport report = dryRun(files);
            if (report.refused() != null) {
                assertThat(report.refused()).as("seed " + seed).isNotBlank();
                continue;
            }
            taken++;
            assertThat(report.files()).isNotEmpty();
            for (FileReport file : report.files()) {
                Tally tally = file.rows();
                assertThat(tally.read())
                        .as(file.name() + ", seed " + seed)
                        .isEqualTo(
                                tally.added() + tally.changed() + tally.unchanged() + tally.held());
            }
            assertThat(report.total().read())
                    .as("seed " + seed)
                    .isGreaterThanOrEqualTo(told(sample, files));
        }
        assertThat(taken).isGreaterThan(TIMES / 4);
    }

    private List<Path> written(Map<String, byte[]> spoilt, String name) throws IOException {
        List<Path> files = new ArrayList<>();
        for (var file : spoilt.entrySet()) {
            Path path = folder.resolve(name).resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            files.add(Files.write(path, file.getValue()));
        }
        return files;
    }

    private static ImportReport dryRun(List<Path> files) {
        var request = new ImportRequest(files, "export", DISTRICT, null, false, true);
        return server.bean(Access.class)
                .asInstallation(() ->
                        server.bean(PlatformImports.class).run(request, new ImportProgress()));
    }

    /** How many records the reader told of. */
    private static long told(PlatformSamples sample, List<Path> paths) throws IOException {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        for (Path path : paths) {
            bytes.put(path.getFileName().toString(), Files.readAllBytes(path));
        }
        List<ExportFile> files = PlatformMutations.files(bytes);
        return Told.by(Platforms.of(files).orElseThrow().open(files, ZONE)).records.size();
    }
}
