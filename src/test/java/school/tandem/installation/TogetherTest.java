package school.tandem.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Processes on the same data directory: none harms another, and each gets its work done. */
@Tag("long")
class TogetherTest {

    private static final Path BUNDLE =
            Path.of("src/test/resources/import/oulad-aaa-oneroster.zip").toAbsolutePath();
    private static final long ROWS = 4593;

    @TempDir Path folder;
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void twoImportsAtOnceBothSucceedAndTheSecondFindsNothingNew() throws Exception {
        Process one = start("one", "import", BUNDLE.toString(), "--json");
        Process other = start("other", "import", BUNDLE.toString(), "--json");
        assertThat(List.of(exit(one), exit(other))).as(errors()).containsOnly(0);
        List<Long> added = List.of(sum("one", "added"), sum("other", "added"));
        List<Long> unchanged = List.of(sum("one", "unchanged"), sum("other", "unchanged"));
        assertThat(added).containsExactlyInAnyOrder(ROWS, 0L);
        assertThat(unchanged).containsExactlyInAnyOrder(0L, ROWS);
    }

    @Test
    void aCommandWorksBesideARunningServerWhichSurvivesTheDeathOfItsDatabase() throws Exception {
        Process server = start("server", "run", "--port", "0");
        String url = await(server, "Tandem is ready: ");
        assertThat(exit(start("one", "import", BUNDLE.toString(), "--json"))).isZero();
        assertThat(sum("one", "added")).isEqualTo(ROWS);
        assertThat(server.isAlive()).isTrue();
        killDatabase();
        assertThat(statusSoon(url + "/sign-in")).isEqualTo(200);
        assertThat(exit(start("two", "import", BUNDLE.toString(), "--json"))).isZero();
        assertThat(sum("two", "unchanged")).isEqualTo(ROWS);
    }

    @Test
    void theNextCommandEndsTheDatabaseThatAKilledServerLeft() throws Exception {
        Process server = start("server", "run", "--port", "0");
        await(server, "Tandem is ready: ");
        long orphan = postmaster();
        server.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();
        assertThat(exit(start("one", "import", BUNDLE.toString(), "--json"))).isZero();
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(sum("one", "added")).isEqualTo(ROWS);
    }

    private Process start(String name, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dvaadin.productionMode=true",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                "school.tandem.Application"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(folder.resolve(name).toFile())
                        .redirectError(
                                ProcessBuilder.Redirect.appendTo(folder.resolve("errors").toFile()))
                        .start();
        started.add(process);
        return process;
    }

    private int exit(Process process) throws Exception {
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private long sum(String name, String what) throws IOException {
        JsonNode report = JsonMapper.shared().readTree(Files.readString(folder.resolve(name)));
        long sum = 0;
        for (JsonNode file : report.path("files")) {
            sum += file.path(what).asLong();
        }
        return sum;
    }

    /** What the server says after these words, once it says so. */
    private String await(Process server, String words) throws Exception {
        for (int i = 0; i < 1200 && server.isAlive(); i++) {
            String said = Files.readString(folder.resolve("server"));
            int at = said.indexOf(words);
            int end = said.indexOf('\n', at);
            if (at >= 0 && end > at) {
                return said.substring(at + words.length(), end).strip();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The server did not start: " + errors());
    }

    private void killDatabase() throws Exception {
        long postmaster = postmaster();
        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
        for (int i = 0; i < 300 && postmaster() == postmaster; i++) {
            Thread.sleep(100);
        }
        assertThat(postmaster()).as("a new database").isNotEqualTo(postmaster);
    }

    private long postmaster() throws IOException {
        Path pid = folder.resolve("data/postgres/postmaster.pid");
        return Files.exists(pid) ? Long.parseLong(Files.readAllLines(pid).getFirst().strip()) : 0;
    }

    /** While the database comes back a page may fail; within a minute it does not. */
    private static int statusSoon(String url) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20)).build();
        int status = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 60 && status != 200; i++) {
                status = client.send(request, BodyHandlers.discarding()).statusCode();
                Thread.sleep(status == 200 ? 0 : 1000);
            }
        }
        return status;
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("errors"));
    }
}
