package school.tandem.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.tandem.adoption.KaplanMeier.Followed;
import school.tandem.adoption.KaplanMeier.Step;

/** Against the remissions of Freireich et al. (1963), as textbooks print their estimates. */
class KaplanMeierTest {

    /** 21 patients given 6-mercaptopurine, in weeks. */
    private static final KaplanMeier TREATED =
            estimate("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");

    /** 21 patients given a placebo. */
    private static final KaplanMeier PLACEBO =
            estimate("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

    @ParameterizedTest
    @CsvSource({
        "6, 21, 3, .8571, .6197, .9516",
        "7, 17, 1, .8067, .5631, .9228",
        "10, 15, 1, .7529, .5032, .8894",
        "13, 12, 1, .6902, .4316, .8491",
        "16, 11, 1, .6275, .3675, .8049",
        "22, 7, 1, .5378, .2678, .7468",
        "23, 6, 1, .4482, .1881, .6801",
    })
    void theStepsOfTheTreatedAreThoseOfTheTextbook(
            int week, int atRisk, int relapsed, double share, double low, double high) {
        Step step = TREATED.at(week);
        assertThat(step.time()).isEqualTo(week);
        assertThat(step.atRisk()).isEqualTo(atRisk).isEqualTo(TREATED.atRisk(week));
        assertThat(step.happened()).isEqualTo(relapsed);
        assertThat(step.share()).isCloseTo(share, within(.00005));
        assertThat(step.low()).isCloseTo(low, within(.00005));
        assertThat(step.high()).isCloseTo(high, within(.00005));
    }

    @Test
    void theMedianOfTheTreatedIs23WeeksAndItsUpperBoundIsNotReached() {
        assertThat(TREATED.steps()).hasSize(7);
        assertThat(TREATED.median().time()).hasValue(23);
        assertThat(TREATED.median().low()).hasValue(13);
        assertThat(TREATED.median().high()).isEmpty();
    }

    @Test
    void theMedianOfThePlaceboIs8Weeks() {
        assertThat(PLACEBO.median().time()).hasValue(8);
        assertThat(PLACEBO.median().low()).hasValue(4);
        assertThat(PLACEBO.median().high()).hasValue(11);
        assertThat(PLACEBO.at(23)).isEqualTo(new Step(23, 1, 1, 0, 0, 1));
    }

    @Test
    void betweenStepsTheLastOneHolds() {
        assertThat(TREATED.at(5)).isEqualTo(new Step(0, 21, 0, 1, 1, 1));
        assertThat(TREATED.at(5).isStart()).isTrue();
        assertThat(TREATED.at(9)).isEqualTo(TREATED.at(7));
        assertThat(TREATED.at(35)).isEqualTo(TREATED.at(23));
    }

    @Test
    void whoIsCensoredWhenItHappensToOthersIsStillAtRisk() {
        KaplanMeier tied = estimate("2 2+ 3");
        assertThat(tied.at(2).atRisk()).isEqualTo(3);
        assertThat(tied.at(2).share()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(tied.at(3).atRisk()).isEqualTo(1);
    }

    @Test
    void whereAllAreCensoredTheMedianIsNotReached() {
        KaplanMeier censored = estimate("3+ 5+ 9+");
        assertThat(censored.steps()).isEmpty();
        assertThat(censored.median().time()).isEmpty();
        assertThat(censored.median().low()).isEmpty();
        assertThat(censored.at(4).share()).isEqualTo(1);
        assertThat(censored.atRisk(4)).isEqualTo(2);
        assertThat(censored.atRisk(10)).isZero();
    }

    @Test
    void whereTheCurveTouchesOneHalfThatIsTheMedian() {
        assertThat(estimate("1 2 3 4").median().time()).hasValue(2);
        // 5/6 · 4/5 · 3/4 is one half but for rounding.
        assertThat(estimate("1 2 3 9 9 9").median().time()).hasValue(3);
        // 9/10 · 8/9 · 5/6 · 3/4 too, past those who are censored.
        assertThat(estimate("1 2 3+ 3+ 4 5+ 6 9+ 9+ 9+").median().time()).hasValue(6);
    }

    @Test
    void whatHappensAtOnceHappensAtTimeZero() {
        KaplanMeier once = estimate("0 0 4");
        assertThat(once.at(0).share()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(once.median().time()).hasValue(0);
    }

    @Test
    void ofNobodyNothingIsKnown() {
        KaplanMeier nobody = KaplanMeier.of(List.of());
        assertThat(nobody.median().time()).isEqualTo(OptionalInt.empty());
        assertThat(nobody.atRisk(0)).isZero();
    }

    @Test
    void nobodyIsFollowedForLessThanNothing() {
        assertThatThrownBy(() -> new Followed(-1, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Times; a plus sign follows that of who was censored. */
    private static KaplanMeier estimate(String times) {
        List<Followed> followed = new ArrayList<>();
        for (String time : times.split(" ")) {
            boolean censored = time.endsWith("+");
            followed.add(new Followed(Integer.parseInt(time.replace("+", "")), !censored));
        }
        return KaplanMeier.of(followed);
    }
}
