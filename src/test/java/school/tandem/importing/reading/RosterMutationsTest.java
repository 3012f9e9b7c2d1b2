package school.tandem.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rosters of School Data Sync and of Canvas, spoilt at random: none of it breaks a reader, and no
 * row is lost. The system property {@code tandem.test.seed} repeats a seed.
 */
class RosterMutationsTest {

    private static final int TIMES = 200;
    private static final long SEED = Long.getLong("tandem.test.seed", 20_261_128);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void whateverBecomesOfASpoiltRosterAddsUp(RosterCases whole) throws IOException {
        Random random = new Random(SEED + whole.ordinal());
        int taken = 0;
        for (int i = 0; i < TIMES; i++) {
            SpoiltRoster spoilt = SpoiltRoster.of(whole, random);
            try {
                taken += spoilt.holds(folder) ? 1 : 0;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Mutation " + i + " of seed " + SEED, e);
            }
        }
        assertThat(taken).as("not refused").isGreaterThan(TIMES / 2);
    }

    @ParameterizedTest
    @EnumSource
    void eachFormatIsKnownByItself(RosterCases whole) {
        try (Bundle bundle = Bundle.open(List.of(whole.folder()))) {
            assertThat(RosterFormat.open(bundle, ZoneId.of("UTC"), "a").format())
                    .isEqualTo(whole.format());
        }
    }
}
