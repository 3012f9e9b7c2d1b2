package school.tandem.importing.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reports of every kind, spoilt at random: none of it breaks the reader, and no row is lost. The
 * system property {@code tandem.test.seed} repeats a seed.
 */
class MeetingMutationsTest {

    private static final int TIMES = 200;
    private static final long SEED = Long.getLong("tandem.test.seed", 20_261_128);

    @ParameterizedTest
    @EnumSource
    void whateverBecomesOfASpoiltReportAddsUp(ReportCases whole) {
        Random random = new Random(SEED + whole.ordinal());
        int taken = 0;
        for (int i = 0; i < TIMES; i++) {
            SpoiltReport spoilt = SpoiltReport.of(whole, random);
            try {
                taken += spoilt.holds() ? 1 : 0;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Mutation " + i + " of seed " + SEED, e);
            }
        }
        assertThat(taken).as("not refused").isGreaterThan(TIMES / 3);
    }

    /** Seeds of {@code ./tandem fuzz} that broke the reader once, by themselves. */
    @ParameterizedTest
    @ValueSource(longs = {18455043970271L, 18455044063000L})
    void whatBrokeItOnceAddsUp(long seed) {
        Random random = new Random(seed);
        ReportCases[] cases = ReportCases.values();
        SpoiltReport spoilt = SpoiltReport.of(cases[random.nextInt(cases.length)], random);
        assertThatCode(spoilt::holds).doesNotThrowAnyException();
    }
}
