package school.tandem.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareDifferenceTest {

    /** The examples of Newcombe (1998), table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void theBoundsAreThoseThatWerePublished(
            double yes, long n, double otherYes, long otherN, double low, double high) {
        var apart = ShareDifference.of(yes / n, n, otherYes / otherN, otherN);
        assertThat(apart.gap()).isCloseTo(yes / n - otherYes / otherN, within(1e-12));
        assertThat(apart.low()).isCloseTo(low, within(.00006));
        assertThat(apart.high()).isCloseTo(high, within(.00006));
        var mirrored = ShareDifference.of(otherYes / otherN, otherN, yes / n, n);
        assertThat(mirrored.low()).isCloseTo(-apart.high(), within(1e-12));
    }

    @Test
    void aGapWhoseBoundsHoldZeroIsNotTold() {
        assertThat(ShareDifference.of(.5, 10, .4, 10).isTold()).isFalse();
        assertThat(ShareDifference.of(.5, 1000, .4, 1000).isTold()).isTrue();
        assertThat(ShareDifference.of(.4, 1000, .5, 1000).isTold()).isTrue();
    }

    @Test
    void nobodyHasNoShare() {
        assertThatThrownBy(() -> ShareDifference.of(0, 0, .5, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
