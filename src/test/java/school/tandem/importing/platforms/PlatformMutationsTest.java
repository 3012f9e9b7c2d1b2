package school.tandem.importing.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import school.tandem.adoption.intake.Did;

/**
 * Exports of every platform and format, spoilt at random: none of it breaks a reader, and each
 * record is told once. The system property {@code tandem.test.seed} repeats a seed.
 */
class PlatformMutationsTest {

    private static final int TIMES = 200;
    private static final long SEED = Long.getLong("tandem.test.seed", 20_261_128);

    @ParameterizedTest
    @EnumSource
    void isRecognisedAndReadWhole(PlatformSamples sample) {
        assertThat(Platforms.of(sample.files()))
                .map(Platform::source)
                .hasValue(sample.platform().source());
        assertThat(Platforms.formats(sample.platform(), sample.files())).isEqualTo(sample.format());
        assertThat(PlatformMutations.judge(sample.platform(), sample.files())).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whateverBecomesOfASpoiltExportIsToldOnce(PlatformSamples sample) {
        PlatformMutations mutations = sample.mutations();
        int taken = 0;
        for (int i = 0; i < TIMES; i++) {
            taken += mutations.holds(SEED + i) ? 1 : 0;
        }
        assertThat(taken).as("taken, from seed " + SEED).isGreaterThan(TIMES / 4);
    }

    /**
     * The check itself can fail: of a reader that tells nothing, and of one that tells all twice.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void aReaderThatLosesOrRepeatsRecordsIsFound(int times) {
        PlatformSamples sample = PlatformSamples.CLASSROOM_LINES;
        Platform careless =
                new Platform() {
                    @Override
                    public String source() {
                        return sample.platform().source();
                    }

                    @Override
                    public String format(ExportFile file) {
                        return sample.platform().format(file);
                    }

                    @Override
                    public PlatformReader open(List<ExportFile> files, ZoneId zone) {
                        PlatformReader whole = sample.platform().open(files, zone);
                        return new PlatformReader() {
                            @Override
                            public void read(ExportRows rows) {
                                for (int i = 0; i < times; i++) {
                                    whole.read(rows);
                                }
                            }

                            @Override
                            public Set<Did> reports() {
                                return whole.reports();
                            }
                        };
                    }
                };
        assertThatThrownBy(() -> PlatformMutations.judge(careless, sample.files()))
                .isInstanceOf(AssertionError.class);
    }
}
