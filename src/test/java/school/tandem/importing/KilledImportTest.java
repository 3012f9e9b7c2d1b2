package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process is killed in the middle of an import, ten times at moments that a seed picks: every
 * time none of it is there or all of it, and the next start works.
 */
@Tag("database")
@Tag("long")
class KilledImportTest {

    private static final int KILLS = 10;
    private static final long SEED = Long.getLong("tandem.test.seed", 20_261_124L);
    private static final long ROWS = 3 + 1 + 620 + 1 + 20 + 2420 + 2 + 200 + 3000;

    @TempDir Path folder;
    private int beginnings;

    private Path data() {
        return folder.resolve("data" + beginnings);
    }

    /** Once it is there, another import would have nothing to do. */
    private void beginAnew() throws IOException {
        endWhatIsLeft();
        beginnings++;
        assertThat(beginnings).as("imports that nobody managed to kill").isLessThan(KILLS);
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        Path pid = data().resolve("postgres/postmaster.pid");
        if (Files.exists(pid)) {
            long postmaster = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
            ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void leavesNoneOrAllOfItAndTheNextStartWorks() throws Exception {
        Path bundle = folder.resolve("bundle.zip");
        new LargeBundle(2, 20, 600, 2400, 200, 3000).write(bundle);
        long length = dryRun(bundle).toMillis();
        Random random = new Random(SEED);
        for (int kills = 0; kills < KILLS; ) {
            Process process = start(bundle);
            awaitDatabase(process);
            boolean over =
                    process.waitFor(
                            (long) (length * (.1 + .7 * random.nextDouble())),
                            TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            // Towards its end it stops the database: that was no kill in the middle.
            boolean inTheMiddle = !over && isDatabaseThere();
            if (inTheMiddle) {
                kills++;
            }
            if (!inTheMiddle || isThereNowAsWhole()) {
                beginAnew();
            }
        }
        Process last = start(bundle);
        assertThat(last.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(last.exitValue()).isZero();
        JsonNode report = JsonMapper.shared().readTree(Files.readString(output()));
        long added = 0;
        long unchanged = 0;
        for (JsonNode file : report.path("files")) {
            added += file.path("added").asLong();
            unchanged += file.path("unchanged").asLong();
        }
        assertThat(List.of(added, unchanged)).isIn(List.of(ROWS, 0L), List.of(0L, ROWS));
    }

    /** How long it takes from the start of the database to the end. */
    private Duration dryRun(Path bundle) throws Exception {
        Process process = start(bundle, "--dry-run");
        awaitDatabase(process);
        long start = System.nanoTime();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Process start(Path bundle, String... more) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath(),
                                "school.tandem.Application",
                                "import",
                                bundle.toString(),
                                "--json",
                                "--data",
                                data().toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectOutput(output().toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    /** Of the tests, also where Surefire hides it in a manifest. */
    private static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private Path output() {
        return folder.resolve("output");
    }

    private void awaitDatabase(Process process) throws Exception {
        Path running = data().resolve("running.json");
        while (process.isAlive()
                && !(Files.exists(running)
                        && Files.readString(running).contains("\"pid\":" + process.pid()))) {
            Thread.sleep(20);
        }
        assertThat(process.isAlive()).as(() -> errors()).isTrue();
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private boolean isDatabaseThere() throws IOException {
        Path pid = data().resolve("postgres/postmaster.pid");
        return Files.exists(pid) && Files.readAllLines(pid).getLast().strip().equals("ready");
    }

    /** Asks the database that has outlived its process; fails if it holds a part. */
    private boolean isThereNowAsWhole() throws Exception {
        JsonNode running =
                JsonMapper.shared().readTree(Files.readString(data().resolve("running.json")));
        String secret = Files.readString(data().resolve("secret")).strip();
        String url =
                "jdbc:postgresql://localhost:" + running.path("databasePort").asInt() + "/tandem";
        DSLContext dsl = DSL.using(url, "tandem_owner", secret);
        long runs = count(dsl, "importing", "run");
        assertThat(runs).isBetween(0L, 1L);
        List<Long> rows =
                List.of(
                        count(dsl, "roster", "person"),
                        count(dsl, "roster", "enrolment"),
                        count(dsl, "adoption", "submission"));
        assertThat(rows).isEqualTo(runs == 0 ? List.of(0L, 0L, 0L) : List.of(620L, 2420L, 3000L));
        assertThat(count(dsl, "security", "district")).isEqualTo(runs);
        return runs == 1;
    }

    /** None where the kill came before the tables did. */
    private static long count(DSLContext dsl, String schema, String table) {
        Name name = DSL.name(schema, table);
        return dsl.meta().getTables(name).isEmpty()
                ? 0
                : dsl.selectCount().from(DSL.table(name)).fetchSingle().value1();
    }
}
