package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.tandem.Server;
import school.tandem.security.Districts;

/** An import that is stopped ends at once and leaves nothing; its bar only moves forward. */
@Tag("database")
@Tag("long")
class CancelledImportTest {

    @TempDir static Path folder;
    private static Server server;
    private static Path bundle;

    @BeforeAll
    static void start() throws IOException {
        server = Server.start();
        bundle = folder.resolve("large.zip");
        new LargeBundle(8, 80, 4000, 16_000, 800, 20_000).write(bundle);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"reading, 0.05", "merging people, 0.41", "merging hand-ins, 0.8", "summing, 0.9"})
    void isOverWithinTwoSecondsWhileIt(String phase, double share) throws InterruptedException {
        ImportProgress progress = new ImportProgress();
        AtomicLong cancelledAt = new AtomicLong();
        Thread canceller =
                Thread.ofPlatform()
                        .start(() -> {
                            while (progress.share() < share) {
                                Thread.onSpinWait();
                            }
                            cancelledAt.set(System.nanoTime());
                            progress.cancel();
                        });
        assertThatThrownBy(() -> new Trial(server).run(List.of(bundle), false, progress))
                .isInstanceOf(Cancelled.class);
        Duration taken = Duration.ofNanos(System.nanoTime() - cancelledAt.get());
        canceller.join();
        assertThat(taken).as(phase).isLessThan(Duration.ofSeconds(2));
        assertThat(server.bean(Districts.class).all()).isEmpty();
    }

    @Test
    void theBarOnlyMovesForwardAndMovesOften() throws InterruptedException {
        ImportProgress progress = new ImportProgress();
        List<Double> seen = new ArrayList<>();
        Thread watcher =
                Thread.ofPlatform()
                        .start(() -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                double share = progress.share();
                                if (seen.isEmpty() || seen.getLast() != share) {
                                    seen.add(share);
                                }
                            }
                        });
        ImportReport report = new Trial(server).run(List.of(bundle), true, progress);
        watcher.interrupt();
        watcher.join();
        assertThat(report.refused()).isNull();
        assertThat(seen).isSorted().hasSizeGreaterThan(15);
        assertThat(progress.share()).isEqualTo(1);
    }

    @Test
    void cancellingWhatIsOverDisturbsNobody() {
        ImportProgress progress = new ImportProgress();
        new Trial(server).run(List.of(bundle), true, progress);
        progress.cancel();
        assertThat(new Trial(server).dryRun(bundle).refused()).isNull();
    }
}
