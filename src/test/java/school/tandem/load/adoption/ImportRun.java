package school.tandem.load.adoption;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import school.tandem.importing.ImportProgress;
import school.tandem.importing.ImportReport;
import school.tandem.importing.ImportRequest;
import school.tandem.importing.Imports;
import school.tandem.security.Access;
import tools.jackson.databind.json.JsonMapper;

/** Imports a bundle into a data directory: {@code DATA ZIP RESULT}. */
final class ImportRun {

    private ImportRun() {}

    public static void main(String[] args) throws Exception {
        try (var context = OwnJvm.command(Path.of(args[0]))) {
            Imports imports = context.getBean(Imports.class);
            var request =
                    new ImportRequest(
                            List.of(Path.of(args[1])),
                            "bench.zip",
                            GeneratedBundle.DISTRICT,
                            OwnJvm.ZONE,
                            false,
                            false);
            long begin = System.nanoTime();
            ImportReport report =
                    context.getBean(Access.class)
                            .asInstallation(() -> imports.run(request, new ImportProgress()));
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (report.exitCode() != 0) {
                throw new IllegalStateException("Not all was taken: " + report);
            }
            Files.writeString(
                    Path.of(args[2]),
                    JsonMapper.shared()
                            .writeValueAsString(
                                    Map.of(
                                            "rows",
                                            report.total().read(),
                                            "importSeconds",
                                            seconds,
                                            "peakHeapMb",
                                            peakHeap() >> 20)));
        }
        System.exit(0);
    }

    /** In bytes; the parts of the heap at their largest, whenever that was. */
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
